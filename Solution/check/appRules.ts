import { Element } from "@xmldom/xmldom";
import { descendantsOf, textAt } from "../pack/xml";
import { componentsIn, ComponentType, iconOf } from "./components";
import { Finding, findingAt } from "./finding";
import { PackedZip } from "./packedZip";
import { CheckContext, Rule, withBase } from "./rule";

/** System Administrator and System Customizer have these ids in every environment. */
const PLATFORM_ROLES = ["{627090ff-40a3-4053-8790-584edc5be201}", "{119f245c-3cc8-4b62-b31c-d1a046ced15d}"];

/** The platform's type of a view that everybody has; a personal one has another. */
const EVERYBODYS_VIEW = "1039";

/** What an app shows is in the solution, in the one below, or a table of the platform; so are its roles and its icon. */
const components: Rule = function* (zip, context) {
  for (const app of zip.apps) {
    for (const component of descendantsOf(app, "AppModuleComponent")) {
      const [type, key] = [component.getAttribute("type") ?? "", component.getAttribute("id") ?? component.getAttribute("schemaName") ?? ""];
      if (!isThere(type, key, zip, context)) yield findingAt(component, "app.component", `There is no component ${key} of type ${type}.`);
    }
    for (const role of descendantsOf(app, "Role")) {
      const id = role.getAttribute("id") ?? "";
      if (!PLATFORM_ROLES.includes(id) && !isThere(ComponentType.role, id, zip, context)) yield findingAt(role, "app.role", `There is no role ${id}.`);
    }
    const icons = withBase(zip, context).flatMap((one) => one.webResources).map((resource) => textAt(resource, "WebResourceId"));
    if (!icons.includes(`{${textAt(app, "WebResourceId")}}`)) yield findingAt(app, "app.icon", "The app's icon is no web resource of the solution.");
    yield* shownWhole(app, zip, context);
    if (!zip.siteMaps.some((siteMap) => textAt(siteMap, "SiteMapUniqueName") === textAt(app, "UniqueName"))) yield findingAt(app, "app.siteMap", "The app has no site map of its name.");
  }
};

/** An app shows every form of its solution, its own site map, and the table of every view and form that it shows. */
function* shownWhole(app: Element, zip: PackedZip, context: CheckContext): Iterable<Finding> {
  const shown = [app, ...(context.base?.apps ?? [])].flatMap((one) => descendantsOf(one, "AppModuleComponent")).map((component) => component.getAttribute("id") ?? component.getAttribute("schemaName"));
  for (const table of zip.tables) {
    const forms = table.forms.map((form) => textAt(form, "formid"));
    for (const form of forms) if (!shown.includes(form)) yield findingAt(app, "app.form", `The app does not show the form ${form}: records open in the platform's own.`);
    const isUsed = [...forms, ...table.views.map((view) => textAt(view, "savedqueryid"))].some((id) => shown.includes(id));
    if (isUsed && !shown.includes(table.name)) yield findingAt(app, "app.table", `The app shows views or forms of ${table.name}, but not the table.`);
  }
  const siteMaps = descendantsOf(app, "AppModuleComponent").filter((component) => component.getAttribute("type") === ComponentType.siteMap).map((component) => component.getAttribute("schemaName"));
  if (siteMaps.join() !== textAt(app, "UniqueName")) yield findingAt(app, "app.siteMapShown", "The app must name its site map, and no other.");
}

/** An app opens for a role that is mapped to it: every role of the solution is. */
const rolesMapped: Rule = function* (zip) {
  for (const app of zip.apps) {
    const mapped = descendantsOf(app, "Role").map((role) => role.getAttribute("id"));
    for (const role of zip.roles) if (!mapped.includes(role.getAttribute("id"))) yield findingAt(role, "app.roleMapped", "The role is not mapped to the app: nobody could open it with this role.");
  }
};

/** Each page of a site map opens one view or table that the app shows, and has an icon. */
const pages: Rule = function* (zip, context) {
  const shown = withBase(zip, context).flatMap((one) => one.apps).flatMap((app) => descendantsOf(app, "AppModuleComponent")).map((component) => component.getAttribute("id") ?? component.getAttribute("schemaName"));
  for (const page of zip.siteMaps.flatMap((siteMap) => descendantsOf(siteMap, "SubArea"))) {
    const [table, address] = [page.getAttribute("Entity"), page.getAttribute("Url")];
    if ((table === null) === (address === null)) yield findingAt(page, "siteMap.target", "A page must open either a table or an address.");
    else if (address !== null) yield* viewPage(page, address, shown, zip, context);
    else if (!shown.includes(table)) yield findingAt(page, "siteMap.table", `The app does not show the table ${table}.`);
    if (page.getAttribute("Icon") !== page.getAttribute("VectorIcon")) yield findingAt(page, "siteMap.sameIcon", "Icon and VectorIcon must be the same.");
    if (!isThere(ComponentType.webResource, iconOf(page), zip, context)) yield findingAt(page, "siteMap.icon", `There is no web resource ${iconOf(page)}.`);
  }
};

function* viewPage(page: Element, address: string, shown: readonly (string | null)[], zip: PackedZip, context: CheckContext): Iterable<Finding> {
  const query = new URLSearchParams(address.slice(address.indexOf("?")));
  const view = query.get("viewid") ?? "";
  const owner = withBase(zip, context).flatMap((one) => one.tables).find((table) => table.views.some((one) => textAt(one, "savedqueryid") === view));
  if (!owner) yield findingAt(page, "siteMap.view", `There is no view ${view}.`);
  else if (owner.name !== query.get("etn")) yield findingAt(page, "siteMap.viewTable", `The view is one of ${owner.name}, not of ${query.get("etn")}.`);
  else if (query.get("viewtype") !== EVERYBODYS_VIEW) yield findingAt(page, "siteMap.viewType", `The address must ask for a view of everybody: viewtype=${EVERYBODYS_VIEW}.`);
  else if (!shown.includes(view)) yield findingAt(page, "siteMap.viewShown", "The app does not show the view.");
}

function isThere(type: string, key: string, zip: PackedZip, context: CheckContext): boolean {
  if (type === ComponentType.table) return context.tables.has(key);
  return withBase(zip, context).some((one) => componentsIn(one).get(type)?.includes(key));
}

export const APP_RULES: readonly Rule[] = [components, rolesMapped, pages];
