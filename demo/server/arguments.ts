/** `--port N` and `--data FILE.csv`. */
import fs from "node:fs";
import path from "node:path";

export interface ServeArguments { readonly port: number; /** Absolute path of a CSV. */ readonly data: string | null }
export type ParsedArguments = { readonly ok: true; readonly value: ServeArguments } | { readonly ok: false; readonly message: string };

const usage = "usage: npm start -- [--port N] [--data FILE.csv]";

/** @param folder what a relative file name is relative to. */
export function parseArguments(args: readonly string[], folder: string): ParsedArguments {
  let port = 8182;
  let data: string | null = null;
  for (let index = 0; index < args.length; index++) {
    const [option = "", inline] = (args[index] ?? "").split(/=(.*)/s);
    const value = inline ?? args[++index];
    if (option !== "--port" && option !== "--data") return { ok: false, message: `Unknown option "${option}". ${usage}` };
    if (value === undefined || value === "") return { ok: false, message: `${option} needs a value. ${usage}` };
    if (option === "--data") data = path.resolve(folder, value);
    else if (/^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535) port = Number(value);
    else return { ok: false, message: `The port must be a number from 1 to 65535, not "${value}".` };
  }
  const message = data === null ? null : unreadable(data);
  return message === null ? { ok: true, value: { port, data } } : { ok: false, message };
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
