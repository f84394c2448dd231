import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PackError } from "./packError";

/** Where the version is repeated, because the platform reads it there. Its one source is package.json. Every match of a place is a copy. */
const MANIFEST = { file: "FlowSessionTimeline/ControlManifest.Input.xml", place: /(<control\b[^>]*?\sversion=")([^"]*)(")/g, written: (version: string) => version };
const SOLUTIONS = "Solution/src";
/** A solution's own version, and the version of ours that it stands on. */
const SOLUTION = { place: /(<Version>|\ssolution="FlowSessionTimeline \()([^<)]*)(<\/Version>|\)")/g, written: solutionVersion };

const copies = (root: string): readonly { file: string; place: RegExp; written: (version: string) => string }[] =>
  [MANIFEST, ...readdirSync(path.join(root, SOLUTIONS)).sort().map((name) => ({ ...SOLUTION, file: `${SOLUTIONS}/${name}/Other/Solution.xml` }))];

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
  return copies(root).filter(({ file, place, written }) => {
    const target = path.join(root, file);
    const text = readFileSync(target, "utf8");
    if (text.search(place) < 0) throw new PackError(`${file}: no version was found to replace.`);
    const stamped = text.replace(place, (_all, before: string, _old, after: string) => before + written(version) + after);
    if (stamped === text) return false;
    writeFileSync(target, stamped);
    return true;
  }).map(({ file }) => file);
}
