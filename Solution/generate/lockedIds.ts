import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";

/** Ids of what the solutions bring, by a name of ours. An id that was shipped once is the part's for ever: another id is another part. */
export type IdList = Readonly<Record<string, string>>;

export const ID_FILE = "Solution/ids.json";

/** @param file ID_FILE below the folder of package.json */
export function readIds(file: string): IdList {
  return JSON.parse(readFileSync(file, "utf8")) as IdList;
}

/** Ids as parts ask for them, and the list as it is then. */
export class LockedIds {
  private readonly list: Record<string, string>;

  public constructor(known: IdList) {
    this.list = { ...known };
  }

  /** The id in braces and lower case; a new one for a name that has none yet. */
  public get(name: string): string {
    return `{${(this.list[name] ??= randomUUID())}}`;
  }

  public get all(): IdList {
    return Object.fromEntries(Object.entries(this.list).sort(([one], [other]) => (one < other ? -1 : 1)));
  }
}
