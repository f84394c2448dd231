import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PackError } from "./packError";

/** Where the version is repeated, because the platform reads it there. Its one source is package.json. */
const COPIES = [
  { file: "FlowSessionTimeline/ControlManifest.Input.xml", place: /(<control\b[^>]*?\sversion=")([^"]*)(")/, written: (version: string) => version },
  { file: "Solution/src/Other/Solution.xml", place: /(<Version>)([^<]*)(<\/Version>)/, written: solutionVersion },
] as const;

/** A solution's version has four numbers, a control's three. */
export function solutionVersion(packageVersion: string): string {
  return `${packageVersion}.0`;
}

/**
 * The version of package.json.
 * @throws PackError if it is not three numbers: neither a control nor a solution can carry a pre-release tag
 */
export function packageVersion(root: string): string {
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version?: unknown };
  if (typeof version !== "string" || !/^\d+\.\d+\.\d+$/.test(version)) {
    throw new PackError(`package.json: the version must be three numbers, as in 1.2.3, but is ${JSON.stringify(version)}.`);
  }
  return version;
}

/**
 * Writes the version of package.json into the manifest and the solution.
 * @param root folder of package.json
 * @returns the files that differed and were written; a file that agrees is not touched
 * @throws PackError if a file has no version to replace
 */
export function stampVersion(root: string): string[] {
  const version = packageVersion(root);
  return COPIES.filter(({ file, place, written }) => {
    const target = path.join(root, file);
    const text = readFileSync(target, "utf8");
    const found = place.exec(text);
    if (!found) throw new PackError(`${file}: no version was found to replace.`);
    if (found[2] === written(version)) return false;
    writeFileSync(target, text.replace(place, (_all, before: string, _old, after: string) => before + written(version) + after));
    return true;
  }).map(({ file }) => file);
}
