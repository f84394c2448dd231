import { Document } from "@xmldom/xmldom";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { toText } from "./archive";
import { PackError } from "./packError";
import { parseXml } from "./xml";

/** A table's part of the solution, in the layout of the official unpacker. */
export interface TableSources {
  readonly entity: Document;
  /** Form type (main, quick, card, …) to the forms of that type. */
  readonly forms: ReadonlyMap<string, readonly Document[]>;
  readonly views: readonly Document[];
}

/** A file that the platform serves: what it is, and its bytes. */
export interface WebResourceSources {
  readonly description: Document;
  readonly bytes: Uint8Array;
}

/** The folder of a solution below src. */
export interface SolutionSources {
  readonly solution: Document;
  readonly customizations: Document;
  readonly relationships: Document;
  readonly tables: readonly TableSources[];
  readonly roles: readonly Document[];
  readonly webResources: readonly WebResourceSources[];
  readonly siteMaps: readonly Document[];
  readonly apps: readonly Document[];
}

const DESCRIPTION = ".data.xml";

/** The solutions below src: one folder each. */
export function solutionFolders(src: string): string[] {
  return foldersIn(src, ".").map((folder) => path.join(src, folder));
}

/**
 * Reads a solution's sources.
 * @param folder of one solution
 * @throws PackError for a missing or broken file, and for one that this packer would leave out: what lies in src is shipped
 */
export function readSources(folder: string): SolutionSources {
  const unread = new Set(filesBelow(folder, ""));
  const readBytes = (file: string): Uint8Array => {
    if (!unread.delete(file)) throw new PackError(`${path.join(folder, file)} is missing.`);
    return new Uint8Array(readFileSync(path.join(folder, file)));
  };
  const read = (file: string): Document => parseXml(toText(readBytes(file)), file);
  const readAll = (under: string): Document[] => [...unread].filter((file) => file.startsWith(`${under}/`)).map(read);
  const sources = {
    solution: read("Other/Solution.xml"),
    customizations: read("Other/Customizations.xml"),
    relationships: read("Other/Relationships.xml"),
    tables: foldersIn(folder, "Entities").map((table) => ({
      entity: read(`${table}/Entity.xml`),
      forms: new Map(foldersIn(folder, `${table}/FormXml`).map((type) => [path.posix.basename(type), readAll(type)])),
      views: readAll(`${table}/SavedQueries`),
    })),
    roles: readAll("Roles"),
    webResources: [...unread].filter((file) => file.startsWith("WebResources/") && file.endsWith(DESCRIPTION))
      .map((file) => ({ description: read(file), bytes: readBytes(file.slice(0, -DESCRIPTION.length)) })),
    siteMaps: readAll("AppModuleSiteMaps"),
    apps: readAll("AppModules"),
  };
  const [left] = unread;
  if (left !== undefined) throw new PackError(`${path.join(folder, left)} lies in the solution's sources, but the packer does not know where it belongs.`);
  return sources;
}

/** Paths of all files, with forward slashes, sorted by code unit so that every machine packs in the same order. */
function filesBelow(root: string, under: string): string[] {
  return readdirSync(path.join(root, under), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(root, `${under}${entry.name}/`) : [under + entry.name]))
    .sort();
}

function foldersIn(root: string, under: string): string[] {
  const folder = path.join(root, under);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => `${under}/${entry.name}`).sort();
}
