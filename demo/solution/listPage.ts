/** A place for rows: the control where the solution binds it, else a plain list. */
import { createHost, createTable, type EmulatedHost, type EmulatedRow, type ParentRecord } from "../../emulator";
import { element } from "../page/dom";
import { showHostDialog } from "../page/dialogs";
import { cellText, displayName } from "./cellText";
import type { Shown } from "./shown";
import type { Binding, PackedView } from "./packed";
import { LCIDS, TAGS } from "./state";
import { tables } from "./tables";

export interface ListPlace {
  readonly view: PackedView;
  readonly binding: Binding | null;
  readonly parent: ParentRecord | null;
  readonly controlId: string;
}

/** Fills a container. @returns the host, if the control is there */
export async function showList(container: HTMLElement, place: ListPlace, shown: Shown): Promise<EmulatedHost | null> {
  if (place.binding) return showControl(container, place, place.binding, shown);
  try {
    container.append(plainList(place, await shown.world.rows(place.view, place.parent, shown.state.zone), shown));
  } catch (error) {
    container.append(element("p", "empty", [messageOf(error)]));
  }
  return null;
}

async function showControl(container: HTMLElement, { view, parent, controlId }: ListPlace, { inputs }: Binding, { kit, world, state, session, open, failed }: Shown): Promise<EmulatedHost> {
  const definition = tables.find(({ logicalName }) => logicalName === view.table);
  if (!definition) throw new Error(`The emulated Dataverse has no table ${view.table}.`);
  const host = createHost(kit.control, {
    manifest: kit.manifest, libraries: kit.libraries, strings: await kit.strings(state.language), session, controlId, inputs, server: world.server, table: createTable(definition),
    view: { id: view.id, name: view.labels.get(LCIDS[state.language]) ?? view.id, columns: view.columns.filter(({ name }) => name in definition.columns), order: view.order },
    placement: parent ? { kind: "subgrid", parent } : { kind: "mainGrid" }, pageSize: parent ? 4 : 250, theme: "light",
    user: { language: TAGS[state.language], timeZone: state.zone, userName: "Operator" },
  });
  host.on("recordOpened", ({ table, id }) => open(table, id));
  host.on("dialogOpened", showHostDialog);
  host.on("error", ({ error }) => failed(error));
  host.mount(container);
  return host;
}

function plainList({ view }: ListPlace, rows: readonly EmulatedRow[], { state, open }: Shown): HTMLElement {
  if (rows.length === 0) return element("p", "empty", [state.language === "de" ? "Keine Daten vorhanden." : "There is no data."]);
  const columns = view.columns.map(({ name }) => name);
  const link = (row: EmulatedRow, text: string): HTMLElement => element("button", "link", [text || row.id], { attributes: { type: "button" }, on: { click: () => open(view.table, row.id) } });
  return element("table", "plain-list", [
    element("thead", "", [element("tr", "", columns.map(column => element("th", "", [displayName(view.table, column)])))]),
    element("tbody", "", rows.map(row => element("tr", "", columns.map((column, index) => {
      const text = cellText(view.table, row, column, TAGS[state.language], state.zone);
      return element("td", "", [index === 0 ? link(row, text) : text]);
    })))),
  ]);
}

const messageOf = (error: unknown): string => (typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error));
