import { Element } from "@xmldom/xmldom";
import { descendantsOf } from "../pack/xml";
import { findingAt } from "./finding";
import { PackedZip } from "./packedZip";
import { Rule } from "./rule";

const GUID = /^\{[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}\}$/;
const ID_ELEMENTS = ["formid", "savedqueryid", "WebResourceId"];
const ID_ATTRIBUTES: readonly (readonly [element: string, attribute: string])[] = [
  ["tab", "id"], ["section", "id"], ["cell", "id"], ["header", "id"], ["footer", "id"], ["control", "uniqueid"],
];

/** Every id of ours is a GUID in braces and lower case, none is used twice, and each is the one that its part has for ever. */
const ids: Rule = function* (zip, context) {
  const seen = new Set<string>();
  const locked = new Set(Object.values(context.ids).map((id) => `{${id}}`));
  for (const [element, id] of ownIds(zip)) {
    if (!GUID.test(id)) yield findingAt(element, "id.guid", `${id} is not a GUID in braces and lower case.`);
    else if (!locked.has(id)) yield findingAt(element, "id.locked", `${id} is not in the list of ids: an id that changes makes another part of it.`);
    if (seen.has(id)) yield findingAt(element, "id.unique", `${id} is used twice.`);
    seen.add(id);
  }
};

/** Every id that a solution gives to something of its own, and where. */
export function ownIds(zip: PackedZip): (readonly [Element, string])[] {
  const icons = zip.apps.flatMap((app) => descendantsOf(app, "WebResourceId"));
  return [
    ...ID_ELEMENTS.flatMap((name) => descendantsOf(zip.customizations, name).filter((element) => !icons.includes(element)).map((element) => [element, element.textContent ?? ""] as const)),
    ...zip.roles.map((role) => [role, role.getAttribute("id") ?? ""] as const),
    ...ID_ATTRIBUTES.flatMap(([name, attribute]) => descendantsOf(zip.customizations, name)
      .filter((element) => element.hasAttribute(attribute))
      .map((element) => [element, element.getAttribute(attribute) ?? ""] as const)),
  ];
}

export const ID_RULES: readonly Rule[] = [ids];
