import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArguments } from "./arguments";

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "demo-arguments-"));
  fs.writeFileSync(path.join(folder, "runs.csv"), "");
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

it("without arguments uses port 8182 and generated data", () => {
  expect(parseArguments([], folder)).toEqual({ ok: true, value: { port: 8182, data: null } });
});

it("finds the file from the user's folder", () => {
  expect(parseArguments(["--port", "9000", "--data", "runs.csv"], folder)).toEqual({ ok: true, value: { port: 9000, data: path.join(folder, "runs.csv") } });
  expect(parseArguments([`--data=${path.join(folder, "runs.csv")}`], "/")).toMatchObject({ ok: true });
});

it.each([
  [["--data", "none.csv"], /There is no file .*none\.csv/],
  [["--data", "."], /is not a file/],
  [["--data"], /--data needs a value.*usage/],
  [["--port", "many"], /from 1 to 65535, not "many"/],
  [["--port", "70000"], /from 1 to 65535/],
  [["--open"], /Unknown option "--open".*usage/],
])("says in a sentence what is wrong with %j", (args, message) => {
  expect(parseArguments(args, folder)).toEqual({ ok: false, message: expect.stringMatching(message) });
});
