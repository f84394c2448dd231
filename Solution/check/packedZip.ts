import { Element } from "@xmldom/xmldom";
import { ArchiveFiles, readArchive, toText } from "../pack/archive";
import { childrenOf, descendantsOf, elementAt, parseXml, rootOf, textAt } from "../pack/xml";

export const SOLUTION = "solution.xml";
export const CUSTOMIZATIONS = "customizations.xml";
export const CONTENT_TYPES = "[Content_Types].xml";

/** A table's part of customizations.xml. */
export interface PackedTable {
  /** Logical name. */
  readonly name: string;
  readonly entity: Element;
  readonly forms: readonly Element[];
  readonly views: readonly Element[];
}

/** A solution's zip, read back. */
export interface PackedZip {
  readonly files: ArchiveFiles;
  /** solution.xml: ImportExportXml/SolutionManifest. */
  readonly manifest: Element;
  /** customizations.xml: ImportExportXml. */
  readonly customizations: Element;
  readonly tables: readonly PackedTable[];
  readonly roles: readonly Element[];
  readonly webResources: readonly Element[];
  readonly siteMaps: readonly Element[];
  readonly apps: readonly Element[];
  /** Full names of the controls in customizations.xml. */
  readonly controls: readonly string[];
}

/** Reads a zip that a packer wrote. @throws PackError if an XML file is broken, Error if one of the two that make a solution is missing */
export function readPackedZip(zip: Uint8Array): PackedZip {
  return packedZipOf(readArchive(zip));
}

/** The same from files that were read already. */
export function packedZipOf(files: ArchiveFiles): PackedZip {
  const rootIn = (name: string): Element => {
    const bytes = files.get(name);
    if (!bytes) throw new Error(`the zip has no ${name}`);
    return rootOf(parseXml(toText(bytes), name));
  };
  const manifest = elementAt(rootIn(SOLUTION), "SolutionManifest");
  if (!manifest) throw new Error(`${SOLUTION} has no SolutionManifest`);
  const customizations = rootIn(CUSTOMIZATIONS);
  const listed = (list: string, item: string): Element[] => {
    const parent = elementAt(customizations, list);
    return parent ? childrenOf(parent, item) : [];
  };
  return {
    files, manifest, customizations,
    tables: listed("Entities", "Entity").map(tableOf),
    roles: listed("Roles", "Role"),
    webResources: listed("WebResources", "WebResource"),
    siteMaps: listed("AppModuleSiteMaps", "AppModuleSiteMap"),
    apps: listed("AppModules", "AppModule"),
    controls: listed("CustomControls", "CustomControl").map((control) => textAt(control, "Name")),
  };
}

/** Entity names are spelled as the platform's schema spells them; everything else refers to tables in lower case. */
function tableOf(entity: Element): PackedTable {
  return { name: textAt(entity, "Name").toLowerCase(), entity, forms: descendantsOf(entity, "systemform"), views: descendantsOf(entity, "savedquery") };
}
