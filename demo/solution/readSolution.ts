/** Opens packed solutions: what the app shows is read from the zips that would be imported, and from nothing else. */
import { strFromU8, unzipSync } from "fflate";
import type { PackedGroup, PackedPage, PackedRole, PackedSolution } from "./packed";
import { readForm, readView } from "./readForm";
import { all, attribute, child, children, labelsIn, parseXml, plainId, text } from "./xml";

/**
 * @param zips the first one, and those that stand on it, in this order.
 * @throws Error if one is no solution, or none brings an app and a control.
 */
export function readSolution(zips: readonly Uint8Array[]): PackedSolution {
  const parts = zips.map(readZip);
  const [first] = parts;
  const control = parts.find(part => part.control.size > 0)?.control;
  if (!first?.title || !control) throw new Error("The first zip must be a solution that brings the app and the control.");
  return {
    names: parts.map(({ name }) => name), title: first.title, groups: merge(parts.flatMap(({ groups }) => groups)),
    components: new Set(parts.flatMap(({ components }) => components)), openedBy: new Set(parts.flatMap(({ openedBy }) => openedBy)),
    views: parts.flatMap(({ views }) => views), forms: parts.flatMap(({ forms }) => forms), roles: parts.flatMap(({ roles }) => roles),
    icons: new Map(parts.flatMap(({ icons }) => [...icons])), control,
  };
}

/** As the platform merges site maps: a group that is there already gets the pages that it does not have. */
function merge(groups: readonly PackedGroup[]): PackedGroup[] {
  const merged = new Map<string, PackedGroup>();
  for (const group of groups) {
    const there = merged.get(group.id);
    const added = group.pages.filter(page => !there?.pages.some(({ id }) => id === page.id));
    merged.set(group.id, there ? { ...there, pages: [...there.pages, ...added] } : group);
  }
  return [...merged.values()];
}

function readZip(zip: Uint8Array) {
  const files = unzipSync(zip);
  const read = (name: string): Element => {
    const bytes = files[name];
    if (!bytes) throw new Error(`The zip has no ${name}: it is no solution.`);
    return parseXml(strFromU8(bytes), name);
  };
  const customizations = read("customizations.xml");
  const listed = (list: string, item: string): Element[] => children(child(customizations, list), item);
  const tables = listed("Entities", "Entity").map(entity => ({ entity, name: text(entity, "Name").toLowerCase() }));
  const [app] = listed("AppModules", "AppModule");
  return {
    name: text(child(read("solution.xml"), "SolutionManifest"), "UniqueName"),
    title: app ? labelsIn(app, "LocalizedNames") : null,
    groups: listed("AppModuleSiteMaps", "AppModuleSiteMap").flatMap(siteMap => all(siteMap, "Group")).map(readGroup),
    components: app ? all(app, "AppModuleComponent").map(component => plainId(attribute(component, "id") || attribute(component, "schemaName"))) : [],
    openedBy: app ? all(app, "Role").map(role => plainId(attribute(role, "id"))) : [],
    views: tables.flatMap(({ entity, name }) => all(entity, "savedquery").map(view => readView(view, name))),
    forms: tables.flatMap(({ entity, name }) => all(entity, "systemform").map(form => readForm(form, name))),
    roles: listed("Roles", "Role").map(readRole),
    icons: new Map(listed("WebResources", "WebResource").map(resource => [text(resource, "Name"), strFromU8(files[text(resource, "FileName").replace(/^\//, "")] ?? new Uint8Array())])),
    control: controlIn(files),
  };
}

function readGroup(group: Element): PackedGroup {
  return { id: attribute(group, "Id"), labels: labelsIn(group, "Titles"), pages: children(group, "SubArea").map(readPage) };
}

function readPage(page: Element): PackedPage {
  const address = new URLSearchParams(attribute(page, "Url").split("?")[1] ?? "");
  const viewId = address.get("viewid");
  return {
    id: attribute(page, "Id"), labels: labelsIn(page, "Titles"), icon: attribute(page, "VectorIcon").replace("$webresource:", ""),
    viewId: viewId === null ? null : plainId(viewId), table: attribute(page, "Entity") || (address.get("etn") ?? ""),
  };
}

function readRole(role: Element): PackedRole {
  return { id: plainId(attribute(role, "id")), name: attribute(role, "name"), privileges: new Map(all(role, "RolePrivilege").map(one => [attribute(one, "name"), attribute(one, "level")])) };
}

function controlIn(files: Readonly<Record<string, Uint8Array>>): Map<string, Uint8Array> {
  const inControl = /^Controls\/[^/]+\/(.+)$/;
  return new Map(Object.entries(files).flatMap(([name, bytes]) => { const path = inControl.exec(name)?.[1]; return path === undefined ? [] : [[path, bytes] as const]; }));
}
