/** Which questions to a real Dataverse are forwarded: those of the page, and nothing else. */
import { DOMParser, ParseError, type Document, type Element } from "@xmldom/xmldom";
import { ENTITY_SET, fixedQuestions, rowsQuestion, SECRET_COLUMNS, TABLE, VIEW_COLUMNS, viewQuestion, viewSets, type OrgQuestion, type ViewKind } from "../org/questions";

/** `question` is made anew from what was understood, so that no other way of writing it gets through. */
export type Verdict = { readonly ok: true; readonly question: OrgQuestion } | { readonly ok: false; readonly message: string };

const refused = (message: string): Verdict => ({ ok: false, message });

/** @param target path and query as they stand in the address behind the route. */
export function allowed(target: string): Verdict {
  const [path = "", query = ""] = target.split(/\?(.*)/s);
  const given = [...new URLSearchParams(query)];
  const options = Object.fromEntries(given);
  if (given.length !== Object.keys(options).length) return refused("An option stands there twice.");
  const fixed: readonly OrgQuestion[] = Object.values(fixedQuestions);
  const known = fixed.find(question => question.path === path && sameOptions(question.options, options));
  if (known) return { ok: true, question: known };
  if (path === ENTITY_SET && Object.keys(options).join() === "fetchXml") return rows(options.fetchXml ?? "");
  return view(path, options) ?? refused("This question is none of the demo's.");
}

function sameOptions(wanted: Readonly<Record<string, string>>, given: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(wanted);
  return names.length === Object.keys(given).length && names.every(name => wanted[name] === given[name]);
}

const GUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

/** Null for anything but one view. */
function view(path: string, { $select, ...others }: Readonly<Record<string, string>>): Verdict | null {
  const [, set, id] = new RegExp(`^([a-z]+)\\((${GUID})\\)$`).exec(path) ?? [];
  const kind = (Object.keys(viewSets) as ViewKind[]).find(name => viewSets[name] === set);
  const columns = $select?.split(",") ?? [];
  const known: readonly string[] = [...VIEW_COLUMNS, `${kind ?? ""}id`];
  if (!kind || id === undefined || Object.keys(others).length > 0 || !columns.every(name => known.includes(name))) return null;
  return columns.length === 0 ? null : { ok: true, question: viewQuestion(kind, id, columns) };
}

function rows(fetchXml: string): Verdict {
  const fetch = parse(fetchXml)?.documentElement;
  const entity = fetch && childrenOf(fetch).find(({ nodeName }) => nodeName === "entity");
  if (fetch?.nodeName !== "fetch" || !entity) return refused("The question is not FetchXML.");
  if (entity.getAttribute("name") !== TABLE) return refused(`Only ${TABLE} is read.`);
  const message = tooMuch(fetch, entity);
  return message === null ? { ok: true, question: rowsQuestion(fetchXml) } : refused(message);
}

/** Null for what is not well-formed, and for a document type, which could hide names in entities. */
function parse(xml: string): Document | null {
  try {
    const document = new DOMParser({ onError: (_level, message) => { throw new ParseError(message); } }).parseFromString(xml, "text/xml");
    return document.doctype ? null : document;
  } catch {
    return null;
  }
}

/** Of FetchXML. `all-attributes` is left out: nobody would know what is read. */
const ELEMENTS: readonly string[] = ["entity", "link-entity", "attribute", "order", "filter", "condition", "value"];

/** Why the question reads more than the demo may; null: it does not. */
function tooMuch(fetch: Element, entity: Element): string | null {
  const elements = [...fetch.getElementsByTagName("*")];
  const isColumn = ({ nodeName }: Element): boolean => nodeName === "attribute";
  const foreign = elements.find(element => !ELEMENTS.includes(element.nodeName) || (element.nodeName === "entity" && element !== entity));
  if (foreign) return `<${foreign.nodeName}> is not read.`;
  // Without a list Dataverse gives all columns.
  if (!childrenOf(entity).some(isColumn)) return "The question names no column.";
  if (elements.some(element => isColumn(element) && element.parentNode?.nodeName !== "entity")) return "Columns of linked tables are not read.";
  // Also as a condition: its answer would tell the value, guess by guess. A value that is compared with is none of the names.
  const names = elements.flatMap(element => [...element.attributes].filter(({ name }) => name !== "value" && name !== "alias").map(({ value }) => value.trim().toLowerCase()));
  const secret = SECRET_COLUMNS.find(column => names.includes(column));
  return secret === undefined ? null : `The column ${secret} may hold secrets and is not read.`;
}

const childrenOf = (parent: Element): Element[] => [...parent.childNodes].filter((node): node is Element => node.nodeType === 1);
