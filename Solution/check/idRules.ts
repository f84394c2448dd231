import { Element } from "@xmldom/xmldom";
import { descendantsOf } from "../pack/xml";
import { findingAt } from "./finding";
import { Rule } from "./rule";

const GUID = /^\{[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}\}$/;
const ID_ELEMENTS = ["formid", "savedqueryid"];
const ID_ATTRIBUTES: readonly (readonly [element: string, attribute: string])[] = [
  ["tab", "id"], ["section", "id"], ["cell", "id"], ["header", "id"], ["footer", "id"], ["control", "uniqueid"],
];

/** Every id of ours is a GUID in braces and lower case, and none is used twice. */
const ids: Rule = function* (zip) {
  const seen = new Set<string>();
  const owned: readonly (readonly [Element, string])[] = [
    ...ID_ELEMENTS.flatMap((name) => descendantsOf(zip.customizations, name).map((element) => [element, element.textContent ?? ""] as const)),
    ...ID_ATTRIBUTES.flatMap(([name, attribute]) => descendantsOf(zip.customizations, name)
      .filter((element) => element.hasAttribute(attribute))
      .map((element) => [element, element.getAttribute(attribute) ?? ""] as const)),
  ];
  for (const [element, id] of owned) {
    if (!GUID.test(id)) yield findingAt(element, "id.guid", `${id} is not a GUID in braces and lower case.`);
    if (seen.has(id)) yield findingAt(element, "id.unique", `${id} is used twice.`);
    seen.add(id);
  }
};

export const ID_RULES: readonly Rule[] = [ids];
