/** Reading the XML of a solution. */
import type { Labels } from "./packed";

/** @throws Error if the text is not well-formed. */
export function parseXml(text: string, file: string): Element {
  const { documentElement } = new DOMParser().parseFromString(text, "application/xml");
  if (documentElement.getElementsByTagName("parsererror").length > 0) throw new Error(`${file} is not XML.`);
  return documentElement;
}

export const all = (parent: Element, name: string): Element[] => [...parent.getElementsByTagName(name)];

/** The child elements, of one name if given. */
export const children = (parent: Element | undefined, name?: string): Element[] => [...parent?.children ?? []].filter(child => name === undefined || child.nodeName === name);

export const child = (parent: Element | undefined, ...path: readonly string[]): Element | undefined =>
  path.reduce<Element | undefined>((at, name) => children(at, name)[0], parent);

export const text = (parent: Element | undefined, ...path: readonly string[]): string => child(parent, ...path)?.textContent?.trim() ?? "";

export const attribute = (element: Element | undefined, name: string): string => element?.getAttribute(name) ?? "";

/** A GUID as the Web API writes it. */
export const plainId = (id: string): string => id.replace(/[{}]/g, "").toLowerCase();

/** The texts of a list of labels; a site map's have other attributes. */
export function labelsIn(parent: Element | undefined, list: string): Labels {
  return new Map(children(child(parent, list)).map(entry => [Number(entry.getAttribute("languagecode") ?? entry.getAttribute("LCID")), entry.getAttribute("description") ?? entry.getAttribute("Title") ?? ""]));
}
