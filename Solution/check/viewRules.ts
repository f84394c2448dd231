import { Element } from "@xmldom/xmldom";
import { childrenOf, descendantsOf, elementAt, textAt } from "../pack/xml";
import { Finding, findingAt } from "./finding";
import { PackedTable, PackedZip } from "./packedZip";
import { CheckContext, Rule } from "./rule";
import { SECRET_COLUMNS } from "./secretColumns";

const PUBLIC = "0";
/** "The view that is shown". */
const THIS_VIEW = "00000000-0000-0000-0000-000000000000";
const START = "startedon";
const INSTEAD_OF_START = ["completedon", "createdon"];

/** Each view is a public one, of which a table may have many, leaves the platform's default alone, and shows the control if that knows the table. */
const kind: Rule = function* (zip, { viewColumns }) {
  for (const { table, view } of viewsOf(zip)) {
    if (textAt(view, "isdefault") !== "0") yield findingAt(view, "view.notDefault", "The table's default view belongs to the platform: isdefault must be 0.");
    if (textAt(view, "querytype") !== PUBLIC) yield findingAt(view, "view.public", "Of every other kind a table has one view only, the platform's: querytype must be 0.");
    if (textAt(view, "isprivate") !== "0" || textAt(view, "isquickfindquery") !== "0") yield findingAt(view, "view.everybodys", "The view must be everybody's, and not the one that the search box asks.");
    if (viewColumns.has(table.name) && descendantsOf(view, "controlDescription").length !== 1) yield findingAt(view, "view.bound", "The view must show the control: it needs one controlDescription.");
    for (const rows of descendantsOf(view, "data-set")) if (textAt(rows, "ViewId") !== THIS_VIEW) yield findingAt(rows, "view.ownRows", `The control must get the rows of the view that is shown: ViewId must be ${THIS_VIEW}.`);
  }
};

/** Most failed runs never started: a view that asks when a run started asks, of one without a start, when it ended or was made. */
const withoutStart: Rule = function* (zip) {
  for (const { view } of viewsOf(zip)) {
    const conditions = descendantsOf(view, "condition");
    const asked = conditions.filter((condition) => !["null", "not-null"].includes(condition.getAttribute("operator") ?? ""));
    const started = asked.find((condition) => condition.getAttribute("attribute") === START);
    if (!started) continue;
    const hasOther = conditions.some((condition) => condition.getAttribute("attribute") === START && condition.getAttribute("operator") === "null"
      && siblingsOf(condition).some((other) => asked.includes(other) && INSTEAD_OF_START.includes(other.getAttribute("attribute") ?? "") && other.getAttribute("operator") === started.getAttribute("operator")));
    if (!hasOther) yield findingAt(started, "view.withoutStart", "Runs without a start are left out: ask them for completedon or createdon.");
  }
};

const siblingsOf = (element: Element): Element[] => (isElementNode(element.parentNode) ? childrenOf(element.parentNode) : []);

function isElementNode(node: Element["parentNode"]): node is Element {
  return node !== null && node.nodeType === node.ELEMENT_NODE;
}

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
  const reference = context.tables.get(table.name);
  if (!reference) return;
  const uses = [...descendantsOf(view, "attribute").map((use) => [use, "name"] as const), ...["order", "condition"].flatMap((name) => descendantsOf(view, name)).map((use) => [use, "attribute"] as const)];
  for (const [use, attribute] of uses) {
    if (SECRET_COLUMNS.includes(use.getAttribute(attribute) ?? "")) yield findingAt(use, "view.secret", "The column may hold secrets: no view fetches it.");
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

export const VIEW_RULES: readonly Rule[] = [kind, fetched, withoutStart];
