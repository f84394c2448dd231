/** The app that the zips bring: its site map, its views, its forms, for a user with one of its roles, in one of its languages. */
import { createSession, type EmulatedHost } from "../../emulator";
import { element } from "../page/dom";
import type { Kit } from "../page/kit";
import { showList } from "./listPage";
import type { PackedPage, PackedSolution, PackedView } from "./packed";
import { showRecord } from "./recordPage";
import { labelOf, type Shown } from "./shown";
import type { SolutionState } from "./state";
import { defaultList, type World } from "./world";

export class SolutionApp {
  private readonly session = createSession();
  private mounted: readonly EmulatedHost[] = [];

  public constructor(private readonly root: HTMLElement, private readonly solution: PackedSolution, private readonly world: World, private readonly kit: Kit, private readonly go: (changes: Partial<SolutionState>) => void) {}

  public get hosts(): readonly EmulatedHost[] { return this.mounted; }

  /** Shows a state; what was shown before is gone. */
  public async show(state: SolutionState): Promise<void> {
    for (const host of this.mounted) host.unmount();
    this.mounted = [];
    document.documentElement.lang = state.language;
    const isOpen = this.world.take(state.role);
    const workspace = element("main", "workspace");
    const body = isOpen ? [this.siteMap(state), element("div", "content", [workspace])] : [element("div", "content", [workspace])];
    this.root.replaceChildren(element("div", "app", [this.header(state), element("div", "app-body", body)]));
    if (!isOpen) return workspace.append(element("p", "empty", ["This role does not open the app: it is not mapped to it, or may not read apps."]));
    this.mounted = await this.fill(workspace, state);
  }

  private async fill(workspace: HTMLElement, state: SolutionState): Promise<readonly EmulatedHost[]> {
    const shown = this.shown(state);
    if (state.record) return showRecord(workspace, state.record.table, state.record.id, shown);
    const page = this.pageOf(state);
    const view = this.solution.views.find(({ id }) => id === (state.view ?? page.viewId)) ?? listOf(page.table);
    const container = element("div", "control-place");
    workspace.append(element("div", "page grid-page", [element("div", "card control-card", [element("div", "grid-heading", [element("h1", "", [this.switcher(view, state)])]), container])]));
    const host = await showList(container, { view, binding: view.binding, parent: null, controlId: "runs" }, shown);
    return host ? [host] : [];
  }

  private shown(state: SolutionState): Shown {
    return {
      solution: this.solution, world: this.world, kit: this.kit, state, session: this.session, go: this.go,
      open: (table, id) => this.go({ record: { table, id } }),
      failed: error => { throw error; },
    };
  }

  private pageOf({ page }: SolutionState): PackedPage {
    const pages = this.solution.groups.flatMap(group => group.pages);
    const found = pages.find(({ id }) => id === page) ?? pages[0];
    if (!found) throw new Error("The app has no page.");
    return found;
  }

  private siteMap(state: SolutionState): HTMLElement {
    const link = (page: PackedPage): HTMLElement => element("button", "site-link", [image(this.solution.icons.get(page.icon) ?? ""), element("span", "", [labelOf(page.labels, state)])], {
      attributes: { type: "button", "data-page": page.id, "aria-current": page.id === this.pageOf(state).id && !state.record ? "page" : "false" }, on: { click: () => this.go({ page: page.id, view: null, record: null }) },
    });
    return element("nav", "site-map", this.solution.groups.flatMap(group => [element("h2", "", [labelOf(group.labels, state)]), ...group.pages.map(link)]), { attributes: { "aria-label": "Site map" } });
  }

  /** The views of the table that the app lists. */
  private switcher(current: PackedView, state: SolutionState): HTMLElement {
    const views = this.solution.views.filter(({ table, id }) => table === current.table && this.solution.components.has(id));
    const options = (views.includes(current) ? views : [current, ...views]).map(view => element("option", "", [labelOf(view.labels, state)], { attributes: { value: view.id, selected: view === current } }));
    return element("select", "view-switcher", options, { attributes: { "aria-label": "View" }, on: { change: (_, select) => this.go({ view: select.value }) } });
  }

  private header(state: SolutionState): HTMLElement {
    const choose = (label: string, values: readonly string[], current: string, pick: (value: string) => void): HTMLElement => element("label", "solution-choice", [label, element("select", "", values.map(value => element("option", "", [value], { attributes: { value, selected: value === current } })), { on: { change: (_, select) => pick(select.value) } })]);
    const role = this.solution.roles.find(({ name }) => name === state.role);
    const privileges = role ? [...role.privileges].map(([name, level]) => `${name} (${level})`).join(", ") : "";
    return element("header", "app-header", [
      element("span", "app-name", [labelOf(this.solution.title, state)]),
      element("span", "app-note", [`${this.solution.names.join(" + ")}${privileges ? `: ${privileges}` : ""}`], { attributes: { title: privileges } }),
      choose("Role", this.world.roles, state.role, value => this.go({ role: value })),
      choose("Language", ["en", "de"], state.language, value => this.go({ language: value === "de" ? "de" : "en" })),
    ]);
  }
}

/** A table's own list, which no solution packs: its names. */
function listOf(table: string): PackedView {
  return { id: defaultList(table), table, labels: new Map([[1033, `${table}: the table's own list`], [1031, `${table}: die Liste der Tabelle`]]), columns: [{ name: "name", width: 300 }], order: [], fetchXml: "", layoutXml: "", binding: null };
}

function image(svg: string): HTMLElement {
  return element("img", "icon", [], { attributes: { alt: "", src: `data:image/svg+xml,${encodeURIComponent(svg)}` } });
}
