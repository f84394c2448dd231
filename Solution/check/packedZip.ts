import { Element } from "@xmldom/xmldom";
import { ArchiveFiles, readArchive, toText } from "../pack/archive";
import { childrenOf, descendantsOf, elementAt, parseXml, rootOf, textAt } from "../pack/xml";

export const SOLUTION = "solution.xml";
export const CUSTOMIZATIONS = "customizations.xml";
export const CONTENT_TYPES = "[Content_Types].xml";

/** A table's part of customizations.xml. */
export interface PackedTable {
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
  return { files, manifest, customizations, tables: tablesIn(customizations), controls: descendantsOf(customizations, "CustomControl").map((control) => textAt(control, "Name")) };
}

function tablesIn(customizations: Element): PackedTable[] {
  const entities = elementAt(customizations, "Entities");
  return (entities ? childrenOf(entities, "Entity") : []).map((entity) => ({
    name: textAt(entity, "Name"),
    entity,
    forms: descendantsOf(entity, "systemform"),
    views: descendantsOf(entity, "savedquery"),
  }));
}
