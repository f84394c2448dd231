/** `--port N`, `--data FILE.csv`, and `--org URL` with `--token-file FILE`. */
import fs from "node:fs";
import path from "node:path";
import { parseOrg, type Org } from "./orgArguments";

export interface ServeArguments {
  readonly port: number;
  /** Absolute path of a CSV. */
  readonly data: string | null;
  /** A real Dataverse in place of an emulated one. */
  readonly org: Org | null;
}
export type ParsedArguments = { readonly ok: true; readonly value: ServeArguments } | { readonly ok: false; readonly message: string };

const usage = "usage: npm start -- [--port N] [--data FILE.csv | --org URL --token-file FILE]";
const options = ["--port", "--data", "--org", "--token-file"] as const;
type Given = Partial<Record<(typeof options)[number], string>>;

/**
 * @param folder what a relative file name is relative to.
 * @param environment variables of the process.
 */
export function parseArguments(args: readonly string[], folder: string, environment: Readonly<Record<string, string | undefined>> = {}): ParsedArguments {
  const given: Given = {};
  for (let index = 0; index < args.length; index++) {
    const [written = "", inline] = (args[index] ?? "").split(/=(.*)/s);
    const option = options.find(name => name === written);
    // A word without an option is not repeated: it may be a token.
    if (!option) return wrong(`${written.startsWith("--") ? `Unknown option "${written}".` : "There is a word without an option."} ${usage}`);
    const value = inline ?? args[++index];
    if (value === undefined || value === "") return wrong(`${option} needs a value. ${usage}`);
    given[option] = value;
  }
  return valuesOf(given, folder, environment);
}

const wrong = (message: string): ParsedArguments => ({ ok: false, message });

function valuesOf(given: Given, folder: string, environment: Readonly<Record<string, string | undefined>>): ParsedArguments {
  const { "--port": port = "8182", "--data": file, "--org": url, "--token-file": tokenFile = null } = given;
  if (!/^\d+$/.test(port) || Number(port) < 1 || Number(port) > 65_535) return wrong(`The port must be a number from 1 to 65535, not "${port}".`);
  if (file !== undefined && url !== undefined) return wrong(`Give --data or --org, not both: a file and an environment are different runs. ${usage}`);
  if (tokenFile !== null && url === undefined) return wrong(`--token-file belongs to --org URL: there is no environment to use the token for. ${usage}`);
  const data = file === undefined ? null : path.resolve(folder, file);
  const message = data === null ? null : unreadable(data);
  if (message !== null) return wrong(message);
  if (url === undefined) return { ok: true, value: { port: Number(port), data, org: null } };
  const org = parseOrg(url, tokenFile, folder, environment);
  return org.ok ? { ok: true, value: { port: Number(port), data, org: org.value } } : org;
}

/** Why the file cannot be shown; null: it can. */
function unreadable(file: string): string | null {
  const what = fs.statSync(file, { throwIfNoEntry: false });
  if (!what) return `There is no file ${file}. Give --data the path of a CSV file.`;
  if (!what.isFile()) return `${file} is not a file. Give --data the path of a CSV file.`;
  try {
    fs.accessSync(file, fs.constants.R_OK);
    return null;
  } catch {
    return `The file ${file} may not be read by this user.`;
  }
}
