/** The FetchXML that a host sends for a page of a dataset: the view's own, narrowed by what the form, the search and the control lay over it. */
import { DOMParser, XMLSerializer, type Document, type Element } from "@xmldom/xmldom";
import type { TableDefinition } from "../contract";
import type { PageQuestion } from "./requests";

type Filter = NonNullable<PageQuestion["filter"]>;

/** FetchXML names of the numbers with which a control sets conditions on a dataset. */
const operators: Readonly<Partial<Record<number, string>>> = {
  0: "eq", 1: "ne", 2: "gt", 3: "lt", 4: "ge", 5: "le", 6: "like", 8: "in", 12: "null", 25: "on", 26: "on-or-before", 27: "on-or-after",
};

/** @param viewFetch of the stored view. @throws Error if it is not FetchXML. */
export function pageFetch(viewFetch: string, question: PageQuestion, table: TableDefinition): string {
  const { document, fetch, entity } = open(viewFetch);
  fetch.removeAttribute("top");
  fetch.setAttribute("returntotalrecordcount", "true");
  fetch.setAttribute("count", String(question.size));
  fetch.setAttribute("page", String(question.page));
  if (question.cookie !== null) fetch.setAttribute("paging-cookie", cookieValue(question.cookie));
  remove(entity, "attribute", "all-attributes");
  for (const name of new Set([table.primaryId, table.primaryName, ...question.columns])) if (known(table, name)) append(document, entity, "attribute", { name });
  narrow(document, entity, question, table);
  if (question.sorting.length > 0) remove(entity, "order");
  for (const { column, descending } of question.sorting) append(document, entity, "order", { attribute: column, descending: String(descending) });
  return new XMLSerializer().serializeToString(document);
}

const known = (table: TableDefinition, name: string): boolean => name === table.primaryId || name in table.columns;

function open(viewFetch: string): { readonly document: Document; readonly fetch: Element; readonly entity: Element } {
  const document = new DOMParser().parseFromString(viewFetch, "text/xml");
  const fetch = document.documentElement;
  const entity = fetch && children(fetch, "entity")[0];
  if (fetch?.tagName !== "fetch" || !entity) throw new Error(`a stored view is not FetchXML: ${viewFetch.slice(0, 80)}`);
  return { document, fetch, entity };
}

const children = (parent: Element, ...names: string[]): Element[] =>
  [...parent.childNodes].filter((node): node is Element => names.includes(node.nodeName));

function remove(parent: Element, ...names: string[]): void {
  for (const child of children(parent, ...names)) parent.removeChild(child);
}

function append(document: Document, parent: Element, tag: string, attributes: Readonly<Record<string, string>>): Element {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  parent.appendChild(made);
  return made;
}

/** One filter around the view's own and the others, so that all must hold. */
function narrow(document: Document, entity: Element, { parent, quickFind, filter, columns }: PageQuestion, table: TableDefinition): void {
  const own = children(entity, "filter");
  const all = append(document, entity, "filter", { type: "and" });
  for (const one of own) all.appendChild(one);
  if (parent) append(document, all, "condition", { attribute: parent.column, operator: "eq", value: parent.id });
  if (quickFind !== "") appendSearch(document, all, quickFind, columns, table);
  if (filter) appendFilter(document, all, filter);
  if (!all.hasChildNodes()) entity.removeChild(all);
}

/** The text anywhere in one of the view's texts. Lookups are searched by the name of their record. */
function appendSearch(document: Document, into: Element, text: string, columns: readonly string[], table: TableDefinition): void {
  const any = append(document, into, "filter", { type: "or" });
  const value = `%${text.replace(/[%_[]/g, "[$&]")}%`;
  for (const name of columns) {
    const type = table.columns[name]?.type ?? "";
    if (type.startsWith("Lookup") || type === "SingleLine.Text" || type === "Multiple") append(document, any, "condition", { attribute: name, operator: "like", value });
  }
}

function appendFilter(document: Document, into: Element, { filterOperator, conditions, filters }: Filter): void {
  const made = append(document, into, "filter", { type: filterOperator === 1 ? "or" : "and" });
  for (const { attributeName, conditionOperator, value } of conditions ?? []) {
    const operator = operators[conditionOperator];
    if (operator === undefined) throw new Error(`the operator ${conditionOperator} of a dataset's filter is not modelled`);
    const condition = append(document, made, "condition", { attribute: attributeName, operator });
    if (operator === "in") for (const one of Array.isArray(value) ? value : [value]) append(document, condition, "value", {}).appendChild(document.createTextNode(one));
    else if (operator !== "null") condition.setAttribute("value", Array.isArray(value) ? value[0] ?? "" : value);
  }
  for (const child of filters ?? []) appendFilter(document, made, child);
  // An empty filter holds for every row.
  if (!made.hasChildNodes()) into.removeChild(made);
}

/** An answer's cookie is encoded twice inside its own element; the next question carries it plain. */
export function cookieValue(answered: string): string {
  const encoded = new DOMParser().parseFromString(answered, "text/xml").documentElement?.getAttribute("pagingcookie");
  if (encoded === null || encoded === undefined) throw new Error(`not a paging cookie: ${answered}`);
  return decodeURIComponent(decodeURIComponent(encoded));
}
