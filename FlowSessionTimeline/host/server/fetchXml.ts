import { fail, ok, Result } from "../../base/result";

/** Reading and writing FetchXML through the DOM: no value of anybody's can break out of its attribute. */

/** Parses XML; fails with what is wrong with it. */
export function parseXml(text: string): Result<Document, string> {
  const parsed = new DOMParser().parseFromString(text, "text/xml");
  const error = parsed.getElementsByTagName("parsererror").item(0);
  return error ? fail(error.textContent?.trim() || "not well-formed") : ok(parsed);
}

export const writeXml = (document: Document): string => new XMLSerializer().serializeToString(document);

/** A new question to a table, without columns, filters or order. */
export function newFetch(table: string): { readonly document: Document; readonly entity: Element } {
  const query = document.implementation.createDocument(null, "fetch", null);
  query.documentElement.setAttribute("version", "1.0");
  query.documentElement.setAttribute("mapping", "logical");
  return { document: query, entity: append(query.documentElement, "entity", { name: table }) };
}

/** Adds an element with these attributes as the last child. */
export function append(parent: Element, name: string, attributes: Readonly<Record<string, string>> = {}): Element {
  const element = parent.ownerDocument.createElementNS(null, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return parent.appendChild(element);
}

/** The child elements, of one name or of any. */
export const childrenOf = (parent: Element, name?: string): readonly Element[] =>
  [...parent.children].filter((child) => name === undefined || child.localName === name);
