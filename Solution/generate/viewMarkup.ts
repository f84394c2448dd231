import { Condition, Filter } from "../model/filter";
import { PLATFORM_TABLES, TableReference } from "../model/platformTable";
import { ViewModel } from "../model/view";
import { controlDescription } from "./binding";
import { descriptions, localizedNames } from "./labelMarkup";
import { element, Markup, texts } from "./markup";
import { INTRODUCED } from "./version";

/** "The view that is shown". */
const THIS_VIEW = "00000000-0000-0000-0000-000000000000";

/** The file of a view: SavedQueries/ID.xml. */
export function viewMarkup(view: ViewModel, id: string): Markup {
  const table = PLATFORM_TABLES.get(view.table);
  if (!table) throw new Error(`view ${view.key}: the table ${view.table} is not described`);
  return element("savedqueries", { "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance" }, [element("savedquery", {}, [
    ...texts({ IsCustomizable: "1", CanBeDeleted: "1", isquickfindquery: "0", isprivate: "0", isdefault: "0", savedqueryid: id }),
    element("layoutxml", {}, [grid(view, table)]),
    element("querytype", {}, "0"),
    element("fetchxml", {}, [fetch(view, table)]),
    element("IntroducedVersion", {}, INTRODUCED),
    localizedNames(view.name),
    descriptions(view.description),
  ])]);
}

/** Without an object type code: that of a platform table differs between environments. */
function grid(view: ViewModel, table: TableReference): Markup {
  const cells = Object.entries(view.columns).map(([name, width]) => element("cell", { name, width: String(width) }));
  const binding = view.timeline && element("controlDescriptions", {}, [controlDescription(view.timeline, null, [], texts({ ViewId: THIS_VIEW }))]);
  return element("grid", { name: "resultset", jump: table.primaryName, select: "1", icon: "1", preview: "1" }, [
    element("row", { name: "result", id: table.primaryId }, cells), ...(binding ? [binding] : []),
  ]);
}

function fetch(view: ViewModel, table: TableReference): Markup {
  return element("fetch", { version: "1.0", mapping: "logical" }, [element("entity", { name: view.table }, [
    ...[table.primaryId, ...Object.keys(view.columns)].map((name) => element("attribute", { name })),
    element("order", { attribute: view.newestBy, descending: "true" }),
    ...(view.filter ? [filterMarkup(view.filter)] : []),
  ])]);
}

function filterMarkup({ type, parts }: Filter): Markup {
  return element("filter", { type }, parts.map((part) => ("parts" in part ? filterMarkup(part) : condition(part))));
}

/** One value is an attribute; several are elements. */
function condition({ attribute, operator, values }: Condition): Markup {
  const [only, ...more] = values.map(String);
  if (only === undefined) return element("condition", { attribute, operator });
  if (more.length === 0 && operator !== "in") return element("condition", { attribute, operator, value: only });
  return element("condition", { attribute, operator }, [only, ...more].map((value) => element("value", {}, value)));
}
