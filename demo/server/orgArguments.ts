/** `--org URL` with its token: which Dataverse the demo shows, and what it is asked with. */
import fs from "node:fs";
import path from "node:path";

/** The variable that holds the token where no file is named. */
export const TOKEN_VARIABLE = "FST_ORG_TOKEN";

/** A real Dataverse. */
export interface Org {
  /** Without a path, such as `https://contoso.crm4.dynamics.com`. */
  readonly origin: string;
  /** Read with each request, so that a file with a fresh token counts at once. @throws Error with a sentence that does not hold the token. */
  token(): string;
}

export type ParsedOrg = { readonly ok: true; readonly value: Org } | { readonly ok: false; readonly message: string };

const example = "such as https://contoso.crm4.dynamics.com";

/**
 * @param url as the user wrote it. @param tokenFile relative to `folder`; null: the variable counts.
 * No message repeats the address, the name of the file or what it holds: any of them may have been taken for the token's own place.
 */
export function parseOrg(url: string, tokenFile: string | null, folder: string, environment: Readonly<Record<string, string | undefined>>): ParsedOrg {
  const origin = originOf(url);
  if (!origin.ok) return origin;
  const variable = environment[TOKEN_VARIABLE] ?? "";
  if (tokenFile === null && variable === "") return wrong(`--org needs a token: write one into a file and give --token-file FILE, or set the variable ${TOKEN_VARIABLE}.`);
  const source = tokenFile === null ? `The variable ${TOKEN_VARIABLE}` : "The file of --token-file";
  const token = tokenFile === null ? () => plainToken(variable, source) : () => plainToken(readToken(path.resolve(folder, tokenFile)), source);
  try {
    token();
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
  return { ok: true, value: { origin: origin.value, token } };
}

const wrong = (message: string): { readonly ok: false; readonly message: string } => ({ ok: false, message });

/** Plain HTTP would show the token to the network; a server on this machine is not reached through it. */
function originOf(text: string): { readonly ok: true; readonly value: string } | { readonly ok: false; readonly message: string } {
  if (!URL.canParse(text)) return wrong(`--org needs the address of an environment, ${example}.`);
  const { protocol, hostname, origin, username, password, pathname, search, hash } = new URL(text);
  if (username !== "" || password !== "") return wrong(`--org takes an address without user and password, ${example}.`);
  if (protocol !== "https:" && !(protocol === "http:" && hostname === "127.0.0.1")) return wrong(`--org needs an address that begins with https://, ${example}: over anything else others could read the token.`);
  if (pathname !== "/" || search !== "" || hash !== "") return wrong(`--org takes the address of the environment alone, ${example}, without a path.`);
  return { ok: true, value: origin };
}

/** @throws Error */
function readToken(file: string): string {
  const what = fs.statSync(file, { throwIfNoEntry: false });
  if (!what) throw new Error("The file of --token-file is not there: give the path of a file that holds a token.");
  if (!what.isFile()) throw new Error("What --token-file names is not a file: give the path of a file that holds a token.");
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    throw new Error("The file of --token-file may not be read by this user.");
  }
}

/** @param source named in messages. @throws Error for what cannot stand in a header. */
function plainToken(text: string, source: string): string {
  const token = text.trim().replace(/^Bearer\s+/i, "");
  if (token === "") throw new Error(`${source} is empty: it must hold an access token.`);
  if (!/^[\x21-\x7e]+$/.test(token)) throw new Error(`${source} holds something else than one access token: a token is a single word.`);
  return token;
}
