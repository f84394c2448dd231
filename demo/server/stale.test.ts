import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { isStale } from "./stale";

let folder: string;
const write = (file: string, seconds: number): void => {
  fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  fs.writeFileSync(path.join(folder, file), "");
  fs.utimesSync(path.join(folder, file), seconds, seconds);
};
const stale = (): boolean => isStale(path.join(folder, "source"), path.join(folder, "bundle.js"));

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "demo-stale-"));
  write("source/view/deep/a.ts", 100);
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

it("a bundle that is missing, or older than a source, is stale", () => {
  expect(stale()).toBe(true);
  write("bundle.js", 200);
  expect(stale()).toBe(false);
  write("source/strings/a.resx", 300);
  expect(stale()).toBe(true);
});

it("generated files and tests do not make it stale", () => {
  write("bundle.js", 200);
  write("source/generated/ManifestTypes.d.ts", 300);
  write("source/view/a.test.tsx", 300);
  expect(stale()).toBe(false);
});
