import { fail, ok, Result } from "../../base/result";
import { append, childrenOf, newFetch, parseXml } from "./fetchXml";
import { all, equals, isBlank, Predicate, writePredicate } from "./predicate";
import { keptLinks, mayRepeatRows } from "./viewLinks";

/** What a view asks: which rows, not which columns and in which order. Immutable: each query is written into a copy. */
export interface ViewQuestion {
  readonly table: string;
  readonly primaryId: string;
  /** Filters and links of the view. Only to be copied. */
  readonly source: Document;
  /** What was added to them. */
  readonly added: Predicate;
  /** Whether it leaves out any row of the table. */
  readonly isFiltered: boolean;
  /** Whether a link may bring a row more than once: counts must then count ids, not rows. */
  readonly mayRepeat: boolean;
  /** Whether the list shows a row that comes more than once as often as it comes. */
  readonly isListRepeating: boolean;
}

/** Attributes of fetch that say how an answer looks, not what is in it. What else stands there changes the rows, or is not known to us. */
const FORM_ONLY = new Set([
  "version", "mapping", "output-format", "count", "page", "paging-cookie", "distinct", "returntotalrecordcount", "savedqueryid", "userqueryid",
  "no-lock", "utc-offset", "latematerialize", "min-active-row-version",
]);

/** Elements of an entity or a link that choose what is shown. */
const SHOWN_ONLY = new Set(["attribute", "all-attributes", "order"]);

/** Names and tables of records beside their ids: they only make the question longer. */
const DECORATION = ["uiname", "uitype", "uihidden"];

/**
 * Reads a view's own FetchXML (host facts 4). Dropped are columns and orders at every depth, quick-find filters and outer links that
 * nothing needs; filters and links stay as they are.
 * @returns or why the same rows cannot be asked for
 */
export function readViewQuestion(fetchXml: string, table: string, primaryId: string): Result<ViewQuestion, string> {
  const parsed = parseXml(fetchXml);
  if (!parsed.ok) return parsed;
  const fetch = parsed.value.documentElement;
  const [entity, second] = childrenOf(fetch);
  if (fetch.localName !== "fetch" || entity?.localName !== "entity" || second !== undefined) return fail("not a fetch of one entity");
  if (entity.getAttribute("name") !== table) return fail(`another table: ${entity.getAttribute("name") ?? ""}`);
  const problem = problemOfFetch(fetch) ?? stripShown(entity) ?? stripFilters(entity);
  if (problem !== null) return fail(problem);
  const links = keptLinks(entity);
  if (!links.ok) return links;
  const mayRepeat = mayRepeatRows(links.value);
  const isFiltered = links.value.length > 0 || childrenOf(entity, "filter").length > 0;
  return ok({ table, primaryId, source: skeleton(table, entity, links.value), added: true, isFiltered, mayRepeat, isListRepeating: mayRepeat && !isTrue(fetch.getAttribute("distinct")) });
}

/** The question narrowed further; rows that it asked for and that do not fit are left out. */
export const withPredicate = (question: ViewQuestion, predicate: Predicate): ViewQuestion => ({ ...question, added: all(question.added, predicate), isFiltered: question.isFiltered || predicate !== true });

/** Only rows that belong to a form's record. @param id a GUID without braces */
export const withParent = (question: ViewQuestion, column: string, id: string): ViewQuestion => withPredicate(question, equals(column, id));

/** A new question to the view's table with its filters, its links and one predicate more. Columns and orders are the caller's. */
export function beginQuery({ source, primaryId, added }: ViewQuestion, predicate: Predicate): { readonly document: Document; readonly entity: Element } {
  const document = source.cloneNode(true) as Document;
  const [entity] = childrenOf(document.documentElement);
  const whole = all(added, predicate);
  // What no row can fit must be asked so: every row has an id.
  writeFilter(entity, whole === false ? isBlank(primaryId) : whole);
  return { document, entity };
}

/** Adds a predicate, true or not settled, to the entity's one filter: Dataverse takes no second one. */
export function writeFilter(entity: Element, predicate: Predicate): void {
  if (predicate === true) return;
  writePredicate(childrenOf(entity, "filter")[0] ?? append(entity, "filter", { type: "and" }), predicate);
}

function problemOfFetch(fetch: Element): string | null {
  if (fetch.getAttribute("aggregate") === "true" || fetch.getAttribute("aggregate") === "1") return "an aggregate has no rows";
  const unknown = [...fetch.attributes].find(({ name }) => name !== "aggregate" && !FORM_ONLY.has(name));
  return unknown ? `fetch ${unknown.name}` : null;
}

/** Drops what is shown, at every depth; says what is not known. */
function stripShown(entity: Element): string | null {
  for (const child of childrenOf(entity)) {
    if (SHOWN_ONLY.has(child.localName)) child.remove();
    else if (child.localName === "link-entity") {
      const problem = stripShown(child);
      if (problem !== null) return problem;
    } else if (child.localName !== "filter") return `element ${child.localName}`;
  }
  return null;
}

/** Drops quick-find filters and decoration below an element; says what cannot be kept. */
function stripFilters(parent: Element): string | null {
  for (const child of childrenOf(parent)) {
    const problem = child.localName === "filter" ? stripFilter(child) : child.localName === "link-entity" ? stripFilters(child) : null;
    if (problem !== null) return problem;
  }
  return null;
}

function stripFilter(filter: Element): string | null {
  if (isTrue(filter.getAttribute("isquickfindfields"))) return dropQuickFind(filter);
  for (const child of childrenOf(filter)) {
    const problem = child.localName === "condition" ? stripCondition(child)
      : child.localName === "filter" ? stripFilter(child)
      // Links in a filter ask whether there are related rows: "any", "not any" and the like.
      : child.localName === "link-entity" ? stripShown(child) ?? stripFilters(child) : `element ${child.localName}`;
    if (problem !== null) return problem;
  }
  return null;
}

/** What the user searches for is not in the view; but a filter that is one of several alternatives cannot just go. */
function dropQuickFind(filter: Element): string | null {
  const parent = filter.parentElement;
  if (parent?.localName === "filter" && parent.getAttribute("type") === "or") return "a quick find among alternatives";
  filter.remove();
  return null;
}

function stripCondition(condition: Element): string | null {
  if (condition.hasAttribute("aggregate") || condition.hasAttribute("rowaggregate")) return "a condition on an aggregate";
  for (const element of [condition, ...childrenOf(condition)]) for (const name of DECORATION) element.removeAttribute(name);
  return null;
}

const isTrue = (text: string | null): boolean => text === "1" || text === "true";

/** A fetch with the view's filters in one and its links; comments and blanks stay behind. */
function skeleton(table: string, view: Element, links: readonly Element[]): Document {
  const { document, entity } = newFetch(table);
  const filters = childrenOf(view, "filter");
  const whole = filters.length > 0 ? append(entity, "filter", { type: "and" }) : null;
  for (const filter of filters) whole?.append(copied(document, filter));
  for (const link of links) entity.append(copied(document, link));
  return document;
}

/** Of elements alone; only values have a text. */
function copied(document: Document, element: Element): Element {
  const copy = document.createElementNS(null, element.localName);
  for (const { name, value } of element.attributes) copy.setAttribute(name, value);
  for (const child of childrenOf(element)) copy.append(copied(document, child));
  if (element.localName === "value") copy.textContent = element.textContent;
  return copy;
}
