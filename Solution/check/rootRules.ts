import { Element } from "@xmldom/xmldom";
import { childrenOf, descendantsOf, elementAt, textAt } from "../pack/xml";
import { componentsIn, ComponentType } from "./components";
import { findingAt } from "./finding";
import { PackedZip } from "./packedZip";
import { Rule } from "./rule";

/** "Selected subcomponents only": nothing of the table itself becomes ours, so that uninstalling leaves it as it was. */
const SHELL_BEHAVIOR = "2";
/** Views come with their table, without a root component of their own. */
const WITHOUT_ROOT: readonly string[] = [ComponentType.view];

/** Each root component is in the package, and each part of the package that needs a root component has one. */
const rootsResolve: Rule = function* (zip) {
  const packed = componentsIn(zip);
  const roots = rootComponents(zip);
  for (const root of roots) {
    const type = root.getAttribute("type") ?? "";
    if (WITHOUT_ROOT.includes(type) || !packed.get(type)?.includes(rootKey(root))) yield findingAt(root, "root.resolves", `A component of type ${type} with this name is not in the package.`);
    if (roots.some((other) => other !== root && other.getAttribute("type") === type && rootKey(other) === rootKey(root))) yield findingAt(root, "root.once", "The component is a root component twice.");
  }
  for (const [type, keys] of packed) {
    for (const key of WITHOUT_ROOT.includes(type) ? [] : keys) {
      if (!roots.some((root) => root.getAttribute("type") === type && rootKey(root) === key)) {
        yield findingAt(zip.manifest, "root.complete", `${key} (type ${type}) is in the package, but is no root component.`);
      }
    }
  }
};

/** A table without the publisher's prefix is the platform's: it is a shell in the manifest and in customizations.xml. */
const platformTables: Rule = function* (zip) {
  const prefix = `${textAt(zip.manifest, "Publisher", "CustomizationPrefix")}_`;
  for (const root of rootComponents(zip)) {
    if (root.getAttribute("type") === ComponentType.table && !rootKey(root).startsWith(prefix) && root.getAttribute("behavior") !== SHELL_BEHAVIOR) {
      yield findingAt(root, "shell.behavior", `A table of the platform must have behavior ${SHELL_BEHAVIOR}.`);
    }
  }
  for (const table of zip.tables.filter(({ name }) => !name.startsWith(prefix))) {
    const info = elementAt(table.entity, "EntityInfo", "entity");
    if (info?.getAttribute("unmodified") !== "1" || descendantsOf(table.entity, "attribute").some((attribute) => attribute.parentNode?.nodeName === "attributes")) {
      yield findingAt(table.entity, "shell.unmodified", `${table.name} belongs to the platform: it must say unmodified="1" and bring no columns.`);
    }
    if (info?.getAttribute("Name")?.toLowerCase() !== table.name) yield findingAt(table.entity, "shell.name", `EntityInfo must name ${table.name}.`);
    for (const part of childrenOf(table.entity)) {
      if (!SHELL_PARTS.includes(part.nodeName)) yield findingAt(part, "shell.parts", "Of a table of the platform a solution brings forms and views only.");
    }
  }
};

const SHELL_PARTS = ["Name", "EntityInfo", "FormXml", "SavedQueries"];

/** A part that says "unmodified" is skipped at import. */
const ownPartsModified: Rule = function* (zip) {
  for (const part of [...zip.tables.flatMap((table) => [...table.forms, ...table.views]), ...zip.roles, ...zip.webResources]) {
    if (part.hasAttribute("unmodified")) yield findingAt(part, "shell.ownPart", "A part of ours must not say unmodified: the import skips it.");
  }
};

function rootComponents(zip: PackedZip): Element[] {
  const list = elementAt(zip.manifest, "RootComponents");
  return list ? childrenOf(list, "RootComponent") : [];
}

function rootKey(root: Element): string {
  return root.getAttribute("id") ?? root.getAttribute("schemaName") ?? "";
}

export const ROOT_RULES: readonly Rule[] = [rootsResolve, platformTables, ownPartsModified];
