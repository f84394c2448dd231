import { childrenOf, descendantsOf, elementAt, textAt } from "../pack/xml";
import { Finding, findingAt } from "./finding";
import { PackedTable, PackedZip } from "./packedZip";
import { CheckContext, Rule } from "./rule";
import { Element } from "@xmldom/xmldom";

const PUBLIC = "0";

/** Each view is a public one that leaves the platform's default alone, and shows the control. */
const kind: Rule = function* (zip) {
  for (const { view } of viewsOf(zip)) {
    if (textAt(view, "isdefault") !== "0") yield findingAt(view, "view.notDefault", "The table's default view belongs to the platform: isdefault must be 0.");
    if (textAt(view, "querytype") === PUBLIC && descendantsOf(view, "controlDescription").length !== 1) yield findingAt(view, "view.bound", "A public view must show the control: it needs one controlDescription.");
  }
};

/** A view fetches its own table, every column that it lists, and every column that the control reads. */
const fetched: Rule = function* (zip, context) {
  for (const { table, view } of viewsOf(zip)) {
    const entity = elementAt(view, "fetchxml", "fetch", "entity");
    if (entity?.getAttribute("name") !== table.name) {
      yield findingAt(view, "view.table", `The query must be on ${table.name}.`);
      continue;
    }
    const columns = childrenOf(entity, "attribute").map((attribute) => attribute.getAttribute("name") ?? "");
    for (const cell of descendantsOf(view, "cell")) {
      if (!columns.includes(cell.getAttribute("name") ?? "")) yield findingAt(cell, "view.cellFetched", "The column is listed, but not fetched.");
    }
    const listed = descendantsOf(view, "cell").map((cell) => cell.getAttribute("name"));
    for (const column of context.viewColumns.get(table.name) ?? []) {
      if (!listed.includes(column)) yield findingAt(view, "view.roleColumns", `The control reads ${column}, but the view does not list it: the host fetches listed columns only.`);
    }
    yield* resolved(table, view, context);
  }
};

/** Columns, row key and jump column are those of the table. */
function* resolved(table: PackedTable, view: Element, context: CheckContext): Iterable<Finding> {
  const reference = context.references.get(table.name);
  if (!reference) return;
  const uses = [...descendantsOf(view, "attribute").map((use) => [use, "name"] as const), ...["order", "condition"].flatMap((name) => descendantsOf(view, name)).map((use) => [use, "attribute"] as const)];
  for (const [use, attribute] of uses) {
    if (!reference.columns.has(use.getAttribute(attribute) ?? "")) yield findingAt(use, "view.columnExists", `${table.name} has no column ${use.getAttribute(attribute)}.`);
  }
  for (const row of descendantsOf(view, "row")) {
    if (row.getAttribute("id") !== reference.primaryId) yield findingAt(row, "view.rowId", `The row's id must be ${reference.primaryId}.`);
  }
  for (const grid of descendantsOf(view, "grid")) {
    if (grid.getAttribute("jump") !== reference.primaryName) yield findingAt(grid, "view.jump", `The jump column must be ${reference.primaryName}.`);
  }
}

function viewsOf(zip: PackedZip): { table: PackedTable; view: Element }[] {
  return zip.tables.flatMap((table) => table.views.map((view) => ({ table, view })));
}

export const VIEW_RULES: readonly Rule[] = [kind, fetched];
