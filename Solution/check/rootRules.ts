import { Element } from "@xmldom/xmldom";
import { childrenOf, descendantsOf, elementAt, textAt } from "../pack/xml";
import { findingAt } from "./finding";
import { PackedZip } from "./packedZip";
import { Rule } from "./rule";

const TABLE = "1";
const FORM = "60";
const CONTROL = "66";
/** "Selected subcomponents only": nothing of the table itself becomes ours, so that uninstalling leaves it as it was. */
const SHELL_BEHAVIOR = "2";

/** Each root component is in the package, and each part of the package that needs a root component has one. */
const rootsResolve: Rule = function* (zip) {
  const packed: Record<string, readonly string[]> = {
    [TABLE]: zip.tables.map((table) => table.name),
    [FORM]: zip.tables.flatMap((table) => table.forms).map((form) => textAt(form, "formid")),
    [CONTROL]: zip.controls,
  };
  const roots = rootComponents(zip);
  for (const root of roots) {
    const type = root.getAttribute("type") ?? "";
    if (!packed[type]?.includes(rootKey(root))) yield findingAt(root, "root.resolves", `A component of type ${type} with this name is not in the package.`);
  }
  for (const [type, keys] of Object.entries(packed)) {
    for (const key of keys) {
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
    if (root.getAttribute("type") === TABLE && !rootKey(root).startsWith(prefix) && root.getAttribute("behavior") !== SHELL_BEHAVIOR) {
      yield findingAt(root, "shell.behavior", `A table of the platform must have behavior ${SHELL_BEHAVIOR}.`);
    }
  }
  for (const table of zip.tables.filter(({ name }) => !name.startsWith(prefix))) {
    const info = elementAt(table.entity, "EntityInfo", "entity");
    if (info?.getAttribute("unmodified") !== "1" || descendantsOf(table.entity, "attribute").some((attribute) => attribute.parentNode?.nodeName === "attributes")) {
      yield findingAt(table.entity, "shell.unmodified", `${table.name} belongs to the platform: it must say unmodified="1" and bring no columns.`);
    }
  }
};

/** A form or view that says "unmodified" is skipped at import. */
const ownPartsModified: Rule = function* (zip) {
  for (const part of zip.tables.flatMap((table) => [...table.forms, ...table.views])) {
    if (part.hasAttribute("unmodified")) yield findingAt(part, "shell.ownPart", "A form or view of ours must not say unmodified: the import skips it.");
  }
};

/** A dependency names a solution and its version; nobody has exported ours yet, so a version here would be invented (decision 0010). */
const noInventedDependency: Rule = function* (zip) {
  for (const required of descendantsOf(zip.manifest, "Required")) {
    yield findingAt(required, "dependency.measured", "No real export has given this dependency's version yet.");
  }
};

function rootComponents(zip: PackedZip): Element[] {
  const list = elementAt(zip.manifest, "RootComponents");
  return list ? childrenOf(list, "RootComponent") : [];
}

function rootKey(root: Element): string {
  return root.getAttribute("id") ?? root.getAttribute("schemaName") ?? "";
}

export const ROOT_RULES: readonly Rule[] = [rootsResolve, platformTables, ownPartsModified, noInventedDependency];
