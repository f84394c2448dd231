import { EpochMs } from "../../base/brand";

/** One record of a Web API answer: lookups as `_x_value`, annotations beside the values, blank cells left out. */
export type Entity = Readonly<Record<string, unknown>>;

/** One page of an answer. */
export interface Page {
  readonly entities: readonly Entity[];
  /** What the next page is asked with, taken apart and decoded; null after the last one. */
  readonly cookie: string | null;
}

/**
 * What a failed request means to the user and to the next one.
 * busy: asked too often (429); down: 5xx and timeouts; offline; signedOut: 401; forbidden: 403; tooMany: an aggregate over more rows
 * than the server counts; invalid: the server does not take the question; unknown: anything else.
 */
export type FaultKind = "busy" | "down" | "offline" | "signedOut" | "forbidden" | "tooMany" | "invalid" | "unknown";

export interface Fault {
  readonly kind: FaultKind;
  /** The server's own words, "" if it has none. */
  readonly message: string;
  /** How long the server asks us to wait, in ms; 0 where it does not say. */
  readonly retryAfterMs: number;
}

/** [fromMs, toMs) in epoch ms: the time of which runs are read. */
export interface TimeRange {
  readonly fromMs: EpochMs;
  readonly toMs: EpochMs;
}
