/** The main grid: view switcher, quick find, command bar, and the control in the place of the rows. */
import type { EmulatedHost } from "../../emulator";
import { CommandBar } from "./commandBar";
import { element, icon } from "./dom";
import { gridCommands } from "./runCommands";
import type { PageContext, ShownPage, ViewChoice } from "./page";

export function showGrid(context: PageContext): ShownPage {
  const { settings, runs, navigate, views } = context;
  const container = element("div", "control-place");
  const commands = new CommandBar("Commands", gridCommands({ runs, host: () => host, open: id => navigate({ place: "form", run: id }) }));
  const switcher = viewSwitcher(views, navigate);
  const page = element("div", "page grid-page", [
    element("div", "card command-card", [commands.element]),
    element("div", "card control-card", [element("div", "grid-heading", [element("h1", "", [switcher]), quickFind(text => host.setQuickFind(text))]), container]),
  ]);
  context.workspace.append(page);
  const host: EmulatedHost = context.place({ container, view: context.view(settings.view), pageSize: context.pageSize, controlId: "runs", placement: { kind: "mainGrid" } });
  return { selection: () => commands.update(host.selectedRecordIds) };
}

/** The grid as the mobile app shows it, in a frame of 320 by 640 px. */
export function showPhone(context: PageContext): ShownPage {
  const { settings, navigate, views } = context;
  const container = element("div", "control-place");
  const heading = element("div", "grid-heading", [viewSwitcher(views, navigate), quickFind(text => host.setQuickFind(text))]);
  const phone = element("div", "phone", [element("div", "phone-bar", [icon("menu"), element("h1", "", ["Desktop flow runs"])]), heading, container]);
  context.workspace.append(element("div", "page phone-page", [phone]));
  // On a real phone the control would fill the window; here the window is larger than the screen of the phone.
  const controlHeight = Math.max(200, phone.clientHeight - container.offsetTop);
  const host: EmulatedHost = context.place({ container, view: context.view(settings.view), pageSize: context.pageSize, controlId: "phone", placement: { kind: "mainGrid" }, formFactor: "phone", inputs: { controlHeight } });
  return { selection: () => undefined };
}

/** Nothing but the control. */
export function showBare(context: PageContext): ShownPage {
  const container = element("div", "control-place");
  context.workspace.append(element("h1", "for-screen-readers", ["Desktop flow runs"]), container);
  context.place({ container, view: context.view(context.settings.view), pageSize: context.pageSize, controlId: "runs", placement: { kind: "mainGrid" } });
  return { selection: () => undefined };
}

function viewSwitcher(views: readonly ViewChoice[], navigate: PageContext["navigate"]): HTMLElement {
  const options = views.map(({ key, name, isCurrent }) => element("option", "", [name], { attributes: { value: key, selected: isCurrent } }));
  return element("select", "view-switcher", options, {
    attributes: { "aria-label": "View" },
    on: { change: (_, select) => navigate(views.find(({ key }) => key === select.value)?.change ?? {}) },
  });
}

/** Asks the server while the user types, after a pause as in the real grid. */
function quickFind(find: (text: string) => void): HTMLElement {
  let timer = 0;
  const input = element("input", "", [], {
    attributes: { type: "search", placeholder: "Filter by keyword", "aria-label": "Filter by keyword" },
    on: { input: (_, target) => { window.clearTimeout(timer); timer = window.setTimeout(() => { if (target.isConnected) find(target.value); }, 300); } },
  });
  return element("div", "quick-find", [icon("search"), input]);
}
