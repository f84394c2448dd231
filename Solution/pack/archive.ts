import { strFromU8, strToU8, unzipSync, zipSync, Zippable } from "fflate";

/** The oldest time that a zip entry can carry. Built from local fields, because that is how fflate reads it: the same bytes in every zone. */
const ENTRY_TIME = new Date(1980, 0, 1);

/** Files of a solution by their path, with forward slashes and without a leading one. */
export type ArchiveFiles = ReadonlyMap<string, Uint8Array>;

/** A zip whose bytes depend on names and contents alone: entries sorted by code unit, one fixed time, no attributes of a machine. */
export function writeArchive(files: ArchiveFiles): Uint8Array {
  const entries: Zippable = {};
  for (const name of [...files.keys()].sort()) entries[name] = files.get(name) ?? new Uint8Array();
  return zipSync(entries, { level: 9, mtime: ENTRY_TIME, os: 0, attrs: 0 });
}

/** The files of a zip. @throws if the bytes are not a zip */
export function readArchive(zip: Uint8Array): ArchiveFiles {
  return new Map(Object.entries(unzipSync(zip)));
}

/** Text of a packed file as bytes of UTF-8. */
export const toBytes = (text: string): Uint8Array => strToU8(text);

/** Bytes of a packed file as text. */
export const toText = (bytes: Uint8Array): string => strFromU8(bytes);
