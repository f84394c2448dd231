import { Element } from "@xmldom/xmldom";
import { descendantsOf, textAt } from "../pack/xml";
import { PackedZip } from "./packedZip";

/** The platform's numbers for kinds of components. */
export const ComponentType = { table: "1", role: "20", view: "26", form: "60", webResource: "61", siteMap: "62", control: "66", app: "80" } as const;

/** Type to the names or ids of what a solution brings of it. */
export function componentsIn(zip: PackedZip): ReadonlyMap<string, readonly string[]> {
  const ids = (elements: readonly Element[], name: string): string[] => elements.map((element) => textAt(element, name));
  return new Map<string, readonly string[]>([
    [ComponentType.table, zip.tables.map((table) => table.name)],
    [ComponentType.role, zip.roles.map((role) => role.getAttribute("id") ?? "")],
    [ComponentType.view, ids(zip.tables.flatMap((table) => table.views), "savedqueryid")],
    [ComponentType.form, ids(zip.tables.flatMap((table) => table.forms), "formid")],
    [ComponentType.webResource, ids(zip.webResources, "Name")],
    [ComponentType.siteMap, ids(zip.siteMaps, "SiteMapUniqueName")],
    [ComponentType.control, zip.controls],
    [ComponentType.app, ids(zip.apps, "UniqueName")],
  ]);
}

/** What a solution names of components, wherever they are: type and name or id, and the element that names it. */
export function componentUses(zip: PackedZip): readonly (readonly [type: string, key: string, at: Element])[] {
  const uses = (type: string, elements: readonly Element[], key: (element: Element) => string): (readonly [string, string, Element])[] => elements.map((element) => [type, key(element), element]);
  return [
    ...uses(ComponentType.control, descendantsOf(zip.customizations, "customControl").filter((control) => control.hasAttribute("formFactor")), (control) => control.getAttribute("name") ?? ""),
    ...uses(ComponentType.view, zip.tables.flatMap((table) => table.forms).flatMap((form) => descendantsOf(form, "ViewId")), (view) => view.textContent ?? ""),
    ...uses(ComponentType.role, zip.apps.flatMap((app) => descendantsOf(app, "Role")), (role) => role.getAttribute("id") ?? ""),
    ...uses(ComponentType.webResource, zip.siteMaps.flatMap((siteMap) => descendantsOf(siteMap, "SubArea")), (page) => iconOf(page)),
  ];
}

/** The name of the web resource that is a page's icon. */
export const iconOf = (page: Element): string => (page.getAttribute("VectorIcon") ?? "").replace("$webresource:", "");
