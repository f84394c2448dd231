/** A run's form: header, summary, and its child runs in a subgrid that shows the control. */
import type { EmulatedHost, EmulatedRow } from "../../emulator";
import { CommandBar } from "./commandBar";
import { element, icon } from "./dom";
import { createFormat, type Format } from "./format";
import { subgridCommands } from "./runCommands";
import type { PageContext, ShownPage } from "./page";

const summary = [
  "statuscode", "regardingobjectid", "createdon", "startedon", "completedon", "machineid", "machinegroupid", "sessionusername",
  "runmode", "triggertype", "parentdesktopflowrunid", "processversion",
] as const;
const failure = ["errorcode", "errormessage", "errorinnererror"] as const;

export function showForm(context: PageContext): ShownPage {
  const { settings, runs, navigate, workspace, record: { run: row } } = context;
  const back = element("button", "command", [icon("back"), element("span", "", ["Back to the runs"])], { attributes: { type: "button" }, on: { click: () => navigate({ place: "grid", run: null }) } });
  const bar = element("div", "card command-card", [element("div", "command-bar", [back])]);
  if (!row) {
    const text = settings.run === null ? "There are no runs." : `There is no run ${settings.run}.`;
    workspace.append(element("div", "page form-page", [bar, element("div", "card empty", [element("p", "", [text])])]));
    return { selection: () => undefined };
  }
  const format = createFormat(settings);
  const name = nameOf(row);
  const container = element("div", "control-place");
  const commands = new CommandBar("Commands for child runs", subgridCommands({ runs, host: () => host, open: id => navigate({ place: "form", run: id }) }));
  const childSection = element("section", "card section", [element("div", "subgrid-heading", [element("h2", "", ["Child runs"]), commands.element]), container]);
  workspace.append(element("div", "page form-page", [bar, header(row, name, format), summarySection(row, format, run => navigate({ run })), childSection]));
  const host: EmulatedHost = context.place({
    container, view: context.view("children"), pageSize: context.pageSize, controlId: "children",
    // As the solution's form binds it: child runs may be older than a day.
    inputs: { ...(settings.window === "auto" ? { firstWindow: "all" } : {}), ...(settings.layout === "auto" ? { firstLayout: "tree" } : {}) },
    placement: { kind: "subgrid", parent: { column: "parentdesktopflowrunid", table: "flowsession", id: row.id, name } },
  });
  return { selection: () => commands.update(host.selectedRecordIds) };
}

function header(row: EmulatedRow, name: string, format: Format): HTMLElement {
  const facts = ["ownerid", "statuscode", "startedon"].map(column => {
    const { label, text } = format(row, column);
    return element("div", "header-field", [element("span", "header-value", [text]), element("span", "header-label", [label])]);
  });
  return element("header", "card form-header", [element("div", "form-title", [element("h1", "", [name]), element("p", "", ["Desktop flow run"])]), element("div", "header-fields", facts)]);
}

function summarySection(row: EmulatedRow, format: Format, open: (run: string) => void): HTMLElement {
  const columns = [...summary, ...failure.filter(column => row.cells[column])];
  const fields = columns.map(column => {
    const { label, text } = format(row, column);
    const parent = row.cells[column];
    const isRun = typeof parent === "object" && parent?.table === "flowsession";
    const value = isRun ? element("button", "link", [text], { attributes: { type: "button" }, on: { click: () => open(parent.id) } }) : text;
    return element("div", failure.some(name => name === column) ? "field wide" : "field", [element("dt", "", [label]), element("dd", "", [value])]);
  });
  return element("section", "card section", [element("h2", "", ["Summary"]), element("dl", "fields", fields)]);
}

function nameOf({ id, cells: { name, regardingobjectid } }: EmulatedRow): string {
  if (typeof name === "string" && name) return name;
  return typeof regardingobjectid === "object" && regardingobjectid ? regardingobjectid.name : id;
}
