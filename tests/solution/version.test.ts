import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { packageVersion, stampVersion } from "../../Solution/pack/version";
import { ROOT, SOLUTION_NAMES } from "./fixture";

const COPIES = ["FlowSessionTimeline/ControlManifest.Input.xml", ...SOLUTION_NAMES.map((name) => `Solution/src/${name}/Other/Solution.xml`)];
let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "version-"));
  for (const file of ["package.json", ...COPIES]) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    cpSync(path.join(ROOT, file), path.join(root, file));
  }
});
afterEach(() => rmSync(root, { recursive: true }));

const setVersion = (version: string): void => writeFileSync(path.join(root, "package.json"), JSON.stringify({ version }));
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");

test("manifest and solution of the repository have the version of package.json", () => {
  expect(stampVersion(root)).toEqual([]);
});

test("a new version is written with three numbers into the manifest and with four into the solution, and nothing else changes", () => {
  const before = COPIES.map(read);
  const old = packageVersion(root);
  setVersion("12.3.45");
  expect(stampVersion(root)).toEqual(COPIES);
  const [manifest, ...solutions] = before;
  expect(COPIES.map(read)).toEqual([
    manifest?.replace(`version="${old}"`, 'version="12.3.45"'),
    ...solutions.map((text) => text.replace(`<Version>${old}.0<`, "<Version>12.3.45.0<").split(`solution="FlowSessionTimeline (${old}.0)"`).join('solution="FlowSessionTimeline (12.3.45.0)"')),
  ]);
  expect(read("Solution/src/FlowSessionTimeline_Sessions/Other/Solution.xml")).toContain('solution="FlowSessionTimeline (12.3.45.0)"');
});

test("files that agree are not touched", () => {
  const [longAgo] = [new Date(0)];
  for (const file of COPIES) utimesSync(path.join(root, file), longAgo, longAgo);
  stampVersion(root);
  for (const file of COPIES) expect(statSync(path.join(root, file)).mtimeMs).toBe(0);
});

test.each([["1.2"], ["1.2.3-beta"], ["1.2.3.4"]])("a version that is not three numbers is refused: %s", (version) => {
  setVersion(version);
  expect(() => stampVersion(root)).toThrow("the version must be three numbers");
});

test("a file without a version is refused", () => {
  writeFileSync(path.join(root, COPIES[0] ?? ""), "<manifest/>");
  setVersion("2.0.0");
  expect(() => stampVersion(root)).toThrow("ControlManifest.Input.xml: no version was found to replace.");
});
