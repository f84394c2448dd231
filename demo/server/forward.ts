/** Forwards the page's questions to a real Dataverse, read only. The token is added here and goes nowhere else. */
import type http from "node:http";
import { addressOf, API } from "../org/questions";
import { allowed } from "./allowed";
import type { Org } from "./orgArguments";

/** Dataverse itself gives up after two minutes. */
const TIMEOUT_MS = 120_000;

interface Answer { readonly status: number; readonly body: string; readonly retryAfter?: string | null }

/** @param target what stands behind the route. @param timeoutMs until Dataverse has answered in full. */
export async function forward(request: http.IncomingMessage, response: http.ServerResponse, target: string, org: Org, timeoutMs = TIMEOUT_MS): Promise<void> {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  const { status, body, retryAfter } = await answerTo(request, target, org, gone.signal, timeoutMs);
  if (response.destroyed) return;
  response.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", ...(retryAfter ? { "Retry-After": retryAfter } : {}),
  }).end(body);
}

async function answerTo(request: http.IncomingMessage, target: string, org: Org, gone: AbortSignal, timeoutMs: number): Promise<Answer> {
  if (request.method !== "GET") return refusal(405, "Only GET is forwarded: the demo writes nothing.");
  if (!isOwnPage(request)) return refusal(403, "Only the demo's own page may ask.");
  const verdict = allowed(target);
  if (!verdict.ok) return refusal(403, `Not forwarded: ${verdict.message}`);
  let token: string;
  try {
    token = org.token();
  } catch (error) {
    return refusal(401, error instanceof Error ? error.message : "There is no token.");
  }
  const answer = await ask(new URL(`${API}${addressOf(verdict.question)}`, org.origin), token, gone, timeoutMs);
  // An error may repeat what it was asked with.
  return { ...answer, body: answer.body.split(token).join("…") };
}

/**
 * Any page that is open in this browser can send requests here, and a name that points to this machine can be anybody's: the page's own
 * are those to this very address that the browser says come from it. What does not say so is no page of ours.
 */
export function isOwnPage({ headers, socket }: Pick<http.IncomingMessage, "headers"> & { readonly socket: { readonly localPort?: number | undefined } }): boolean {
  const { host = "", origin } = headers;
  const isOwnHost = [`127.0.0.1:${socket.localPort ?? ""}`, `localhost:${socket.localPort ?? ""}`].includes(host);
  return isOwnHost && headers["sec-fetch-site"] === "same-origin" && (origin === undefined || origin === `http://${host}`);
}

async function ask(address: URL, token: string, gone: AbortSignal, timeoutMs: number): Promise<Answer> {
  const late = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(address, {
      headers: { Authorization: `Bearer ${token}`, Accept: "application/json", "OData-Version": "4.0", "OData-MaxVersion": "4.0", Prefer: 'odata.include-annotations="*"' },
      // Somewhere else the token would not be safe.
      redirect: "manual", signal: AbortSignal.any([gone, late]),
    });
    const text = await response.text();
    if (response.ok) return { status: 200, body: text };
    return errorAnswer(response, text);
  } catch (error) {
    return late.aborted ? refusal(504, `${address.host} has not answered in time.`) : refusal(502, `${address.host} could not be reached${codeOf(error)}.`);
  }
}

/** Of an error only its code and its words are handed on: the rest may be a page of a gateway. */
function errorAnswer({ status, headers }: Response, text: string): Answer {
  if (status === 401) return refusal(401, "Dataverse does not accept the token: it has expired, or it is for something else. Write a fresh one into the file.");
  if (status < 400) return refusal(502, "Dataverse answered with another address: is it the environment's own?");
  const { code, message } = errorIn(text);
  return { status, body: errorBody(code, message || `Dataverse answered with the status ${status}.`), retryAfter: headers.get("Retry-After") };
}

function errorIn(text: string): { readonly code: string; readonly message: string } {
  try {
    const { error } = JSON.parse(text) as { readonly error?: { readonly code?: unknown; readonly message?: unknown } };
    return { code: typeof error?.code === "string" ? error.code : "", message: typeof error?.message === "string" ? error.message : "" };
  } catch {
    return { code: "", message: "" };
  }
}

const refusal = (status: number, message: string): Answer => ({ status, body: errorBody("", message) });
const errorBody = (code: string, message: string): string => JSON.stringify({ error: { code, message } });

/** What the system calls a failed connection, such as ENOTFOUND; its text could hold anything. */
function codeOf(error: unknown): string {
  const member = (value: unknown, name: string): unknown => (typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined);
  const code = member(member(error, "cause"), "code");
  return typeof code === "string" && /^[A-Z0-9_]{1,40}$/.test(code) ? ` (${code})` : "";
}
