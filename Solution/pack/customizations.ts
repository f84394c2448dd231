import { Document, Element } from "@xmldom/xmldom";
import { PackError } from "./packError";
import { SolutionSources, TableSources } from "./sources";
import { appendCopy, appendNew, childrenOf, copyOf, elementAt, rootOf } from "./xml";

/**
 * customizations.xml: everything but the manifest of the solution in one ImportExportXml, as Dataverse exports it.
 * @param controls full names of the packed controls
 * @returns a new document; the sources are not changed
 * @throws PackError if a file has no place for what belongs into it
 */
export function packCustomizations(sources: SolutionSources, controls: readonly string[]): Document {
  const packed = copyOf(sources.customizations);
  const root = rootOf(packed);
  const place = (name: string): Element => placeIn(root, name, "Other/Customizations.xml");
  const put = (name: string, documents: readonly Document[]): void => documents.forEach((document) => appendPart(place(name), document));
  for (const table of sources.tables) packTable(place("Entities"), table);
  put("Roles", sources.roles);
  appendChildren(place("EntityRelationships"), [sources.relationships]);
  put("WebResources", sources.webResources.map(({ description }) => description));
  for (const control of controls) {
    const entry = appendNew(place("CustomControls"), "CustomControl");
    appendNew(entry, "Name", control);
    appendNew(entry, "FileName", `/Controls/${control}/ControlManifest.xml`);
  }
  put("AppModuleSiteMaps", sources.siteMaps);
  put("AppModules", sources.apps);
  return packed;
}

/** Appends the table's Entity with its forms, one `forms` element per type, and its views in one `savedqueries` element. */
function packTable(entities: Element, table: TableSources): void {
  const entity = appendPart(entities, table.entity);
  for (const [type, documents] of table.forms) {
    const forms = appendNew(placeIn(entity, "FormXml", "Entity.xml"), "forms");
    forms.setAttribute("type", type);
    appendChildren(forms, documents);
  }
  if (table.views.length > 0) appendChildren(appendNew(placeIn(entity, "SavedQueries", "Entity.xml"), "savedqueries"), table.views);
}

/** Appends the root of a file of its own. */
function appendPart(to: Element, from: Document): Element {
  const part = appendCopy(to, rootOf(from));
  part.removeAttribute("xmlns:xsi");
  return part;
}

function appendChildren(to: Element, from: readonly Document[]): void {
  for (const document of from) for (const child of childrenOf(rootOf(document))) appendCopy(to, child);
}

function placeIn(parent: Element, name: string, file: string): Element {
  const place = elementAt(parent, name);
  if (!place) throw new PackError(`${file} has no empty <${name} />: the packer needs it as the place of its content.`);
  return place;
}
