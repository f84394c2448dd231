/** Faults of the network and the server, on demand: for the next requests or for all that fit, until they are taken away. */
import { HttpCode, httpError, privilegeError } from "./httpErrors";
import type { ServerError } from "./contract";
import type { RequestKind } from "./requests";

export type Fault =
  /** 429: asked too often. */
  | { readonly kind: "busy"; readonly retryAfterSeconds: number }
  | { readonly kind: "down"; readonly status: 500 | 503 }
  /** 401: the session has ended. */
  | { readonly kind: "signedOut" }
  | { readonly kind: "forbidden" }
  /** The answer comes, but only after so many ms. */
  | { readonly kind: "slow"; readonly afterMs: number }
  /** At most so many rows and a cookie, though more were asked for. */
  | { readonly kind: "truncated"; readonly rows: number }
  /** Any error that a test makes up. */
  | { readonly kind: "error"; readonly error: ServerError };

/** What a predicate is asked about; `text` as in the ledger. */
export interface AskedRequest { readonly kind: RequestKind; readonly table: string; readonly text: string }
export type FaultTest = (request: AskedRequest) => boolean;

interface Rule { readonly fault: Fault; readonly fits: FaultTest; left: number }

export class Faults {
  /** No request reaches the server; those under way fail when their answer would come. */
  offline = false;
  private rules: Rule[] = [];

  /** The next `count` requests that fit. Rules are tried in the order in which they were made. */
  next(fault: Fault, count = 1, fits: FaultTest = () => true): void {
    this.rules.push({ fault, fits, left: count });
  }

  /** Every request that fits. @returns how to end it. */
  always(fault: Fault, fits: FaultTest = () => true): () => void {
    const rule: Rule = { fault, fits, left: Infinity };
    this.rules.push(rule);
    return () => { this.rules = this.rules.filter(other => other !== rule); };
  }

  clear(): void {
    this.rules = [];
    this.offline = false;
  }

  /** The fault of a request that is about to leave; a rule for the next ones is used up by it. */
  take(request: AskedRequest): Fault | undefined {
    const rule = this.rules.find(({ fits }) => fits(request));
    if (!rule) return undefined;
    rule.left--;
    if (rule.left <= 0) this.rules = this.rules.filter(other => other !== rule);
    return rule.fault;
  }
}

/** What the host hands on for a fault; undefined where the question is answered all the same. */
export function errorOf(fault: Fault, table: string, userId: string): ServerError | undefined {
  switch (fault.kind) {
    case "busy": return httpError(429, HttpCode.tooManyRequests, "Number of requests exceeded the limit of 6000 over time window of 300 seconds.", { "Retry-After": String(fault.retryAfterSeconds) });
    case "down": return fault.status === 500
      ? httpError(500, HttpCode.unexpected, "An unexpected error occurred.")
      : httpError(503, HttpCode.unexpected, "The service is unavailable.");
    case "signedOut": return httpError(401, HttpCode.unauthorised, "HTTP Error 401 - Unauthorized: Access is denied");
    case "forbidden": return privilegeError(table, "Read", userId);
    case "error": return fault.error;
    default: return undefined;
  }
}
