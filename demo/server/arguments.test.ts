import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArguments, type ServeArguments } from "./arguments";

const SECRET = "eyJ0eXAi.secret-token.c2ln";
const org = "https://contoso.crm4.dynamics.com";

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "demo-arguments-"));
  for (const [file, text] of Object.entries({ "runs.csv": "", token: `${SECRET}\n`, bearer: `Bearer ${SECRET}`, empty: " \n", page: `${SECRET} and\nmore` })) fs.writeFileSync(path.join(folder, file), text);
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

function valid(args: readonly string[], environment: Readonly<Record<string, string>> = {}): ServeArguments {
  const parsed = parseArguments(args, folder, environment);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value;
}

it("without arguments uses port 8182 and generated data", () => {
  expect(parseArguments([], folder)).toEqual({ ok: true, value: { port: 8182, data: null, org: null } });
});

it("finds the file from the user's folder", () => {
  expect(valid(["--port", "9000", "--data", "runs.csv"])).toEqual({ port: 9000, data: path.join(folder, "runs.csv"), org: null });
  expect(parseArguments([`--data=${path.join(folder, "runs.csv")}`], "/")).toMatchObject({ ok: true });
});

it("takes the token from a file, else from the variable", () => {
  expect(valid(["--org", `${org}/`, "--token-file", "token"]).org).toMatchObject({ origin: org });
  expect(valid(["--org", org, "--token-file", "token"], { FST_ORG_TOKEN: "other" }).org?.token()).toBe(SECRET);
  expect(valid(["--org", org, "--token-file", "bearer"]).org?.token()).toBe(SECRET);
  expect(valid([`--org=${org}`], { FST_ORG_TOKEN: SECRET }).org?.token()).toBe(SECRET);
});

it("reads the file anew each time: a token lasts an hour, a look at the runs may last longer", () => {
  const file = path.join(folder, "renewed");
  fs.writeFileSync(file, "first");
  const parsed = valid(["--org", org, "--token-file", "renewed"]).org;
  fs.writeFileSync(file, "second");
  expect(parsed?.token()).toBe("second");
  fs.rmSync(file);
  expect(() => parsed?.token()).toThrow(/--token-file is not there/);
});

it("plain HTTP is for this machine alone", () => {
  expect(valid(["--org", "http://127.0.0.1:9001", "--token-file", "token"]).org?.origin).toBe("http://127.0.0.1:9001");
});

it.each([
  [["--data", "none.csv"], /There is no file .*none\.csv/],
  [["--data", "."], /is not a file/],
  [["--data"], /--data needs a value.*usage/],
  [["--port", "many"], /from 1 to 65535, not "many"/],
  [["--port", "70000"], /from 1 to 65535/],
  [["--open"], /Unknown option "--open".*usage/],
  [["--org", org], /needs a token.*--token-file FILE.*FST_ORG_TOKEN/],
  [["--org", org, "--token-file", "none"], /--token-file is not there/],
  [["--org", org, "--token-file", SECRET], /--token-file is not there/],
  [["--org", org, "--token-file", "."], /--token-file names is not a file/],
  [["--org", org, "--token-file", "empty"], /is empty/],
  [["--org", org, "--token-file", "page"], /a token is a single word/],
  [["--org", "contoso", "--token-file", "token"], /needs the address of an environment/],
  [["--org", "http://contoso.crm4.dynamics.com", "--token-file", "token"], /begins with https/],
  [["--org", `${org}/main.aspx?appid=1`, "--token-file", "token"], /without a path/],
  [["--org", `https://me:${SECRET}@contoso.crm4.dynamics.com`, "--token-file", "token"], /without user and password/],
  [["--org", org, "--data", "runs.csv", "--token-file", "token"], /--data or --org, not both/],
  [["--token-file", "token"], /--token-file belongs to --org/],
  [["--token", SECRET], /Unknown option "--token"/],
  [[`--token=${SECRET}`], /Unknown option "--token"/],
  [[SECRET], /a word without an option/],
])("says in a sentence what is wrong with %j, and repeats no token", (args, message) => {
  const parsed = parseArguments(args, folder);
  expect(parsed).toEqual({ ok: false, message: expect.stringMatching(message) });
  expect(JSON.stringify(parsed)).not.toContain("secret");
});
