import { Element } from "@xmldom/xmldom";
import { descendantsOf, textAt } from "../pack/xml";
import { findingAt } from "./finding";
import { PackedTable, PackedZip } from "./packedZip";
import { Rule } from "./rule";

const GUID = /^\{[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}\}$/;
const ID_ELEMENTS = ["formid", "savedqueryid", "WebResourceId"];
const ID_ATTRIBUTES: readonly (readonly [element: string, attribute: string])[] = [
  ["tab", "id"], ["section", "id"], ["cell", "id"], ["header", "id"], ["footer", "id"], ["control", "uniqueid"],
];

/** Every id of ours is a GUID in braces and lower case, none is used twice, and each is the one that a part of its kind and table has for ever. */
const ids: Rule = function* (zip, context) {
  const seen = new Set<string>();
  const locked = new Map(Object.entries(context.ids).map(([name, id]) => [`{${id}}`, name]));
  for (const [element, id] of ownIds(zip)) {
    if (!GUID.test(id)) yield findingAt(element, "id.guid", `${id} is not a GUID in braces and lower case.`);
    else if (!locked.has(id)) yield findingAt(element, "id.locked", `${id} is not in the list of ids: an id that changes makes another part of it.`);
    else if (!locked.get(id)?.startsWith(kindOf(element, zip.tables))) yield findingAt(element, "id.kind", `${id} is that of ${locked.get(id) ?? ""} in the list of ids.`);
    if (seen.has(id)) yield findingAt(element, "id.unique", `${id} is used twice.`);
    seen.add(id);
  }
};

/** How the names of ids in the list begin, of parts such as this one. */
function kindOf(element: Element, tables: readonly PackedTable[]): string {
  if (element.nodeName === "Role") return "role/";
  const parents = parentsOf(element);
  const [parent] = parents;
  if (element.nodeName === "WebResourceId") return parent ? `icon/${textAt(parent, "Name")}` : "icon/";
  const table = tables.find(({ entity }) => parents.includes(entity))?.name ?? "";
  return `${element.nodeName === "savedqueryid" ? "view" : "form"}/${table}/`;
}

function parentsOf(element: Element): Element[] {
  const parents: Element[] = [];
  for (let parent = element.parentElement; parent; parent = parent.parentElement) parents.push(parent);
  return parents;
}

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
