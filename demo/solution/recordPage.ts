/** A record's form as the solution packs it: tabs, sections, fields, and subgrids with the control or a plain list. */
import type { EmulatedHost, EmulatedRow } from "../../emulator";
import { element } from "../page/dom";
import { cellText } from "./cellText";
import { showList } from "./listPage";
import type { PackedForm, PackedSection, PackedSubgrid, PackedTab } from "./packed";
import { labelOf, type Shown } from "./shown";
import { TAGS } from "./state";
import { columnOf } from "./tables";

/** @returns the hosts of all subgrids, mounted */
export async function showRecord(workspace: HTMLElement, table: string, id: string, shown: Shown): Promise<readonly EmulatedHost[]> {
  const row = shown.world.record(table, id);
  const form = shown.solution.forms.find(one => one.table === table);
  if (!row) return empty(workspace, `You may not read this ${table}, or there is none.`);
  if (!form) return empty(workspace, `The solution packs no form of ${table}: the app opens the platform's own.`);
  const name = String(row.cells.name ?? id);
  workspace.append(element("div", "page form-page", [
    element("header", "card form-header", [element("div", "form-title", [element("h1", "", [name]), element("p", "", [labelOf(form.labels, shown.state)])])]),
  ]));
  const places: { readonly container: HTMLElement; readonly subgrid: PackedSubgrid }[] = [];
  const place = (subgrid: PackedSubgrid): HTMLElement => {
    const container = element("div", "control-place", [], { attributes: { "data-subgrid": subgrid.name } });
    places.push({ container, subgrid });
    return container;
  };
  const page = workspace.lastElementChild;
  page?.append(...form.tabs.map(tab => tabElement(tab, form, row, shown, place)));
  const hosts: EmulatedHost[] = [];
  for (const { container, subgrid } of places) {
    const view = shown.solution.views.find(one => one.id === subgrid.viewId);
    if (!view) throw new Error(`The solution packs no view ${subgrid.viewId}.`);
    const parent = { column: columnOf(subgrid.relationship), table, id, name };
    const host = await showList(container, { view, binding: subgrid.binding, parent, controlId: subgrid.name }, shown);
    if (host) hosts.push(host);
  }
  return hosts;
}

function empty(workspace: HTMLElement, message: string): readonly EmulatedHost[] {
  workspace.append(element("div", "page form-page", [element("div", "card empty", [element("p", "", [message])])]));
  return [];
}

type Place = (subgrid: PackedSubgrid) => HTMLElement;

/** Tabs stand below one another, so that one look shows the whole form. */
function tabElement(tab: PackedTab, form: PackedForm, row: EmulatedRow, shown: Shown, place: Place): HTMLElement {
  const columns = tab.columns.map(sections => element("div", "form-column", sections.map(section => sectionElement(section, form, row, shown, place))));
  return element("section", "card section", [element("h2", "", [labelOf(tab.labels, shown.state)]), element("div", "form-columns", columns)]);
}

function sectionElement(section: PackedSection, { table }: PackedForm, row: EmulatedRow, shown: Shown, place: Place): HTMLElement {
  const fields = section.fields.map(({ column, labels }) => element("div", "field", [
    element("dt", "", [labelOf(labels, shown.state)]), element("dd", "", [cellText(table, row, column, TAGS[shown.state.language], shown.state.zone) || "---"]),
  ]));
  return element("div", "form-section", [element("h3", "", [labelOf(section.labels, shown.state)]), fields.length > 0 ? element("dl", "fields", fields) : null, ...section.subgrids.map(place)]);
}
