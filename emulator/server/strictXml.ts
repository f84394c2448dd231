/** Reads XML strictly: what is not asked for is a fault, as it is for Dataverse. Needs no DOM, so that it runs in a Worker. */
import { DOMParser, type Element, ParseError } from "@xmldom/xmldom";
import { ErrorCode, serverError } from "./serverError";

const ELEMENT = 1;
const COMMENT = 8;

/** @returns the root element. @throws ServerError if the text is not well-formed or its root has another name. */
export function readXml(text: string, rootName: string): Element {
  const root = parse(text).documentElement;
  if (!root || root.nodeName !== rootName) throw serverError(ErrorCode.invalidXml, `Invalid XML: the root must be <${rootName}>.`);
  return root;
}

function parse(text: string): ReturnType<DOMParser["parseFromString"]> {
  try {
    return new DOMParser({ onError: (_level, message) => { throw new ParseError(message); } }).parseFromString(text, "text/xml");
  } catch (error) {
    throw serverError(ErrorCode.invalidXml, `Invalid XML: ${error instanceof Error ? error.message : String(error)}`);
  }
}

export const invalid = (message: string): ReturnType<typeof serverError> => serverError(ErrorCode.invalidArgument, message);

/** The attributes of an element; each must be one of `known`. @throws ServerError for any other. */
export class Attributes {
  private readonly values = new Map<string, string>();

  constructor(private readonly element: Element, known: readonly string[]) {
    for (const { name, value } of Array.from(element.attributes)) {
      if (!known.includes(name)) throw invalid(`The attribute ${name} of <${element.nodeName}> is not supported.`);
      this.values.set(name, value);
    }
  }

  text(name: string): string | null {
    return this.values.get(name) ?? null;
  }

  required(name: string): string {
    const value = this.values.get(name);
    if (value === undefined || value === "") throw invalid(`<${this.element.nodeName}> needs the attribute ${name}.`);
    return value;
  }

  /** true, false, 1 or 0. */
  flag(name: string, otherwise: boolean): boolean {
    const value = this.values.get(name);
    if (value === undefined) return otherwise;
    if (value !== "true" && value !== "false" && value !== "1" && value !== "0") throw this.wrong(name, value);
    return value === "true" || value === "1";
  }

  /** A whole number from 1 to `most`; null if it is not given. */
  count(name: string, most: number): number | null {
    const value = this.values.get(name);
    if (value === undefined) return null;
    const number = /^\d{1,9}$/.test(value) ? Number(value) : 0;
    if (number < 1 || number > most) throw this.wrong(name, value);
    return number;
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice | null {
    const value = this.values.get(name);
    if (value === undefined) return null;
    const choice = choices.find(one => one === value);
    if (choice === undefined) throw this.wrong(name, value);
    return choice;
  }

  /** @throws ServerError if it is given with another value. */
  only(name: string, ...allowed: readonly string[]): void {
    this.oneOf(name, allowed);
  }

  private wrong(name: string, value: string): ReturnType<typeof serverError> {
    return invalid(`The value '${value}' of the attribute ${name} of <${this.element.nodeName}> is not supported.`);
  }
}

/** The child elements; each must have one of the names. @throws ServerError for any other element, and for text. */
export function children<Name extends string>(element: Element, ...names: readonly Name[]): { readonly name: Name; readonly element: Element }[] {
  const found: { name: Name; element: Element }[] = [];
  for (const node of Array.from(element.childNodes)) {
    if (node.nodeType === COMMENT) continue;
    const name = names.find(one => one === node.nodeName);
    if (node.nodeType === ELEMENT && name !== undefined) found.push({ name, element: node as Element });
    else if (node.nodeType === ELEMENT || (node.nodeValue ?? "").trim() !== "") throw invalid(`Invalid child of <${element.nodeName}>: ${node.nodeType === ELEMENT ? node.nodeName : "text"}. Valid are: ${names.join(", ") || "none"}.`);
  }
  return found;
}
