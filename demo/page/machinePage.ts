/** A machine's form: its name, and its runs in a subgrid that shows the control. */
import type { EmulatedHost } from "../../emulator";
import { CommandBar } from "./commandBar";
import { element, icon } from "./dom";
import type { PageContext, ShownPage } from "./page";
import { subgridCommands } from "./runCommands";

export function showMachine(context: PageContext): ShownPage {
  const { settings, runs, navigate, workspace, record: { machine } } = context;
  const back = element("button", "command", [icon("back"), element("span", "", ["Back to the runs"])], { attributes: { type: "button" }, on: { click: () => navigate({ place: "grid", machine: null }) } });
  const bar = element("div", "card command-card", [element("div", "command-bar", [back])]);
  if (!machine) {
    const text = settings.machine === null ? "No run has a machine." : `No run of late was on the machine ${settings.machine}.`;
    workspace.append(element("div", "page form-page", [bar, element("div", "card empty", [element("p", "", [text])])]));
    return { selection: () => undefined };
  }
  const container = element("div", "control-place");
  const commands = new CommandBar("Commands for this machine's runs", subgridCommands({ runs, host: () => host, open: id => navigate({ place: "form", run: id }) }));
  const heading = element("header", "card form-header", [element("div", "form-title", [element("h1", "", [machine.name]), element("p", "", ["Flow machine"])])]);
  const section = element("section", "card section", [element("div", "subgrid-heading", [element("h2", "", ["Runs on this machine"]), commands.element]), container]);
  workspace.append(element("div", "page form-page", [bar, heading, section]));
  const host: EmulatedHost = context.place({
    container, view: context.view("machine"), pageSize: context.pageSize, controlId: "machine-runs",
    placement: { kind: "subgrid", parent: { column: "machineid", table: "flowmachine", id: machine.id, name: machine.name } },
  });
  return { selection: () => commands.update(host.selectedRecordIds) };
}
