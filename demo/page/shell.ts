/** The app around a page: header, site map, messages, workspace, and room for the demo panel beside it. */
import { element, icon, type IconName } from "./dom";
import type { Messages } from "./messages";
import type { Settings } from "./settings";

export interface ShellActions {
  navigate(changes: Partial<Settings>): void;
}

const entries: readonly { readonly place: Settings["place"]; readonly name: string; readonly icon: IconName }[] = [
  { place: "grid", name: "Desktop flow runs", icon: "grid" },
  { place: "form", name: "Run with children", icon: "form" },
  { place: "machine", name: "Machine with runs", icon: "form" },
  { place: "phone", name: "On a phone", icon: "phone" },
];

export class Shell {
  public readonly workspace = element("main", "workspace");
  private readonly note = element("span", "app-note");
  private readonly panelButton: HTMLElement;
  private readonly links: ReadonlyMap<Settings["place"], HTMLElement>;

  /** @param panel the demo panel; it pushes the workspace aside. */
  public constructor(root: HTMLElement, messages: Messages, private readonly panel: HTMLElement, actions: ShellActions) {
    this.links = new Map(entries.map(entry => [entry.place, element("button", "site-link", [icon(entry.icon), element("span", "", [entry.name])], {
      attributes: { type: "button" }, on: { click: () => actions.navigate({ place: entry.place, run: null, machine: null }) },
    })]));
    const siteMap = element("nav", "site-map", [element("h2", "", ["Monitor"]), ...this.links.values()], { attributes: { "aria-label": "Site map" } });
    this.panelButton = element("button", "header-button", [icon("settings"), element("span", "", ["Demo"])], {
      attributes: { type: "button" }, on: { click: () => actions.navigate({ panel: this.panel.hidden }) },
    });
    const menu = element("button", "header-button", [icon("menu")], { attributes: { type: "button", "aria-label": "Site map" }, on: { click: () => document.body.classList.toggle("site-map-toggled") } });
    root.append(element("div", "app", [
      element("header", "app-header", [menu, element("span", "app-name", ["Automation Centre"]), this.note, this.panelButton, element("span", "persona", ["OP"], { attributes: { "aria-hidden": "true" } })]),
      element("div", "app-body", [siteMap, element("div", "content", [messages.element, this.workspace]), panel]),
    ]));
  }

  /** @param data what the app shows, in words. */
  public update({ theme, rtl, chrome, place, panel }: Settings, data: string): void {
    document.documentElement.dataset.theme = theme === "dark" ? "dark" : "light";
    document.documentElement.dir = rtl ? "rtl" : "ltr";
    document.body.classList.toggle("bare", !chrome);
    document.body.classList.remove("site-map-toggled");
    this.panel.hidden = !panel || !chrome;
    this.panelButton.setAttribute("aria-expanded", String(panel));
    for (const [name, link] of this.links) link.setAttribute("aria-current", name === place ? "page" : "false");
    this.note.textContent = `Emulated app: ${data}`;
  }
}
