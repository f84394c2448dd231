import { DOMParser, Document, Element, Node, ParseError, XMLSerializer } from "@xmldom/xmldom";
import { PackError } from "./packError";

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n';

/**
 * Parses a file of the solution.
 * @param file name for the message
 * @throws PackError if the text is not well-formed
 */
export function parseXml(text: string, file: string): Document {
  try {
    return new DOMParser({ onError: (_level, message) => { throw new ParseError(message); } }).parseFromString(text.replace(/^\uFEFF/, ""), "text/xml");
  } catch (error) {
    throw new PackError(`${file} is not well-formed XML: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The document as a file: with the declaration, without comments and indentation. Packing is reproducible because nothing else is added. */
export function writeXml(document: Document): string {
  const root = rootOf(document);
  dropLayout(root);
  return `${DECLARATION}${new XMLSerializer().serializeToString(root)}\n`;
}

/** The root element; a parsed document always has one. */
export function rootOf(document: Document): Element {
  if (!document.documentElement) throw new Error("a parsed document has a root element");
  return document.documentElement;
}

/** The child elements, of one name if given. */
export function childrenOf(parent: Element, name?: string): Element[] {
  return Array.from(parent.childNodes).filter((node): node is Element => isElement(node) && (name === undefined || node.nodeName === name));
}

/** All elements of that name below a node, in document order. A plain walk: the parser's own lists are kept up to date, which costs more. */
export function descendantsOf(parent: Document | Element, name: string): Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (!isElement(node)) continue;
    if (node.nodeName === name) found.push(node);
    found.push(...descendantsOf(node, name));
  }
  return found;
}

/** The element at the end of a path of child names, if there is one. */
export function elementAt(parent: Element, ...path: readonly string[]): Element | undefined {
  return path.reduce<Element | undefined>((at, name) => (at ? childrenOf(at, name)[0] : undefined), parent);
}

/** The trimmed text at the end of a path; empty if the element is missing. */
export function textAt(parent: Element, ...path: readonly string[]): string {
  return elementAt(parent, ...path)?.textContent?.trim() ?? "";
}

/** A document of its own, to be changed. */
export function copyOf(document: Document): Document {
  // xmldom types the copy of any node as Node; the copy of a document is one.
  return document.cloneNode(true) as Document;
}

/** Appends a new element and gives it back. */
export function appendNew(parent: Element, name: string, text = ""): Element {
  const child = ownerOf(parent).createElement(name);
  if (text) child.textContent = text;
  parent.appendChild(child);
  return child;
}

/** Appends a copy of an element of another document and gives the copy back. */
export function appendCopy(parent: Element, element: Element): Element {
  // xmldom types an imported node as Node; an imported element is one.
  const copy = ownerOf(parent).importNode(element, true) as Element;
  parent.appendChild(copy);
  return copy;
}

function ownerOf(element: Element): Document {
  if (!element.ownerDocument) throw new Error("an element belongs to a document");
  return element.ownerDocument;
}

/** Drops comments, and white space between elements; text beside no element is content and stays. */
function dropLayout(element: Element): void {
  const hasElements = childrenOf(element).length > 0;
  for (const node of Array.from(element.childNodes)) {
    if (isElement(node)) dropLayout(node);
    else if (node.nodeType === node.COMMENT_NODE || (hasElements && node.nodeValue?.trim() === "")) element.removeChild(node);
  }
}

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}
