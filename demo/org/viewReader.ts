/** The views of a real Dataverse, as the emulated host needs them. */
import { DOMParser, XMLSerializer, type Element } from "@xmldom/xmldom";
import type { EmulatedView, TableDefinition } from "../../emulator";
import { textIn, type Json, type OrgClient } from "./client";
import { fixedQuestions, SECRET_COLUMNS, type ViewKind } from "./questions";

export interface OrgView {
  readonly kind: ViewKind;
  /** A list's view, or that of related rows on a form. */
  readonly use: "list" | "related";
  /** What the host shows. */
  readonly view: EmulatedView;
  /** As stored. */
  readonly fetchXml: string;
}

/** `querytype` of views of related rows. */
const RELATED = 2;
/** A width in px for a column that the layout gives none. */
const WIDTH = 100;

/** Everybody's views with the default one first, then the user's own. @throws (rejects with) a plain ServerError. */
export async function readViews(client: OrgClient, table: TableDefinition): Promise<readonly OrgView[]> {
  const [everybodys, own] = await Promise.all([client.list(fixedQuestions.views), client.extras(fixedQuestions.ownViews)]);
  const sorted = [...everybodys].sort((a, b) => Number(b.isdefault === true) - Number(a.isdefault === true) || textIn(a.name).localeCompare(textIn(b.name)));
  return [...sorted.flatMap(json => viewOf("savedquery", json, table)), ...own.flatMap(json => viewOf("userquery", json, table))];
}

/** None where the view has no FetchXML. */
function viewOf(kind: ViewKind, json: Json, table: TableDefinition): readonly OrgView[] {
  const fetchXml = textIn(json.fetchxml);
  if (fetchXml === "") return [];
  const cells = elementsOf(textIn(json.layoutxml), "cell").map(cell => ({ name: cell.getAttribute("name") ?? "", width: Number(cell.getAttribute("width")) || WIDTH }));
  // Columns of linked tables, and those that may hold secrets, are not shown.
  const columns = cells.filter(({ name }) => name in table.columns);
  return [{ kind, use: json.querytype === RELATED ? "related" : "list", fetchXml, view: { id: textIn(json[`${kind}id`]).toLowerCase(), name: textIn(json.name), columns: columns.length > 0 ? columns : [{ name: table.primaryName, width: WIDTH }] } }];
}

function elementsOf(xml: string, name: string): readonly Element[] {
  if (xml === "") return [];
  return [...new DOMParser({ onError: () => undefined }).parseFromString(xml, "text/xml").getElementsByTagName(name)];
}

/** FetchXML without what its links would show: the local server forwards no columns of other tables. Links still say which rows there are. */
export function withoutLinkedColumns(fetchXml: string): string {
  const document = new DOMParser().parseFromString(fetchXml, "text/xml");
  for (const link of [...document.getElementsByTagName("link-entity")]) {
    for (const node of [...link.childNodes]) if (["attribute", "all-attributes"].includes(node.nodeName)) link.removeChild(node);
  }
  return new XMLSerializer().serializeToString(document);
}

/** Whether a view goes by a column that is not read: then its rows cannot be had here. */
export const usesSecretColumn = (fetchXml: string): boolean => elementsOf(fetchXml, "condition").some(condition => SECRET_COLUMNS.includes(condition.getAttribute("attribute") ?? ""));
