/** The page's way to a real Dataverse: GET requests to the local server, which adds the token. */
import { httpError, isServerError, offlineError } from "../../emulator/server/httpErrors";
import type { ServerError } from "../../emulator";
import { addressOf, ORG_ROUTE, type OrgQuestion } from "./questions";

/** What is used of `fetch`. */
export type Send = (address: string) => Promise<Pick<Response, "ok" | "status" | "headers" | "text">>;

/** A JSON object of which nothing is known yet. */
export type Json = Readonly<Record<string, unknown>>;
export interface OrgAnswer { readonly json: Json; /** Of the answer in UTF-8. */ readonly bytes: number }

export class OrgClient {
  public constructor(private readonly send: Send) {}

  /** @throws (rejects with) a plain ServerError, as the host hands it to a control. */
  public async get(question: OrgQuestion): Promise<OrgAnswer> {
    const answer = await this.send(ORG_ROUTE + addressOf(question)).catch((): never => { throw offlineError(); });
    const text = await answer.text();
    const json = parsed(text);
    if (!answer.ok) throw errorOf(answer, json);
    if (!json) throw httpError(502, 0, "Dataverse answered something else than a JSON object.");
    return { json, bytes: new TextEncoder().encode(text).length };
  }

  /**
   * The records of a list that the page can do without: none where this user may not read it, or this environment does not know it.
   * @throws (rejects with) a plain ServerError for any other fault.
   */
  public async extras(question: OrgQuestion): Promise<readonly Json[]> {
    return this.list(question).catch((error: unknown) => {
      if (isServerError(error) && [400, 403, 404].includes(error.httpStatus ?? 0)) return [];
      throw error;
    });
  }

  /** The records of a list. @throws (rejects with) a plain ServerError. */
  public async list(question: OrgQuestion): Promise<readonly Json[]> { return recordsIn((await this.get(question)).json.value); }
}

function parsed(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : null;
  } catch {
    return null;
  }
}

function errorOf({ status, headers }: Pick<Response, "status" | "headers">, json: Json | null): ServerError {
  const { code, message } = isJson(json?.error) ? json.error : {};
  const retryAfter = headers.get("Retry-After");
  // Codes are written as eight hexadecimal digits and handed on as signed numbers.
  const errorCode = typeof code === "string" && /^0x[0-9a-f]{8}$/i.test(code) ? Number(code) | 0 : 0;
  return httpError(status, errorCode, typeof message === "string" ? message : `The server answered with the status ${status}.`, retryAfter === null ? {} : { "Retry-After": retryAfter });
}

export const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

/** The objects of a list; none of anything else. */
export const recordsIn = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : []);

export const textIn = (value: unknown): string => (typeof value === "string" ? value : "");
