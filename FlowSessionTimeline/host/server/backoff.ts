import { Fault, FaultKind } from "./contract";

/** The first wait and the longest, in ms; a kind that is not here waits for the user: asking again would bring the same. */
const WAITS: Readonly<Partial<Record<FaultKind, readonly [first: number, longest: number]>>> = {
  busy: [5_000, 300_000],
  down: [2_000, 120_000],
  offline: [2_000, 30_000],
  unknown: [5_000, 120_000],
};

/** A server that asks for a very long wait is asked again after this at the latest, in ms: service protection counts five minutes. */
const LONGEST_ASKED = 600_000;
/** By how much a wait may be longer than its length: many tabs must not ask in step. */
const JITTER = 0.25;

/**
 * How long to wait before asking again, in ms; null: until the user asks. Doubles with each attempt; what the server asks for comes first.
 * @param attempts failed requests in a row before this one
 * @param random from 0 to less than 1
 */
export function backoffMs({ kind, retryAfterMs }: Fault, attempts: number, random: () => number = Math.random): number | null {
  const waits = WAITS[kind];
  if (waits === undefined) return null;
  const [first, longest] = waits;
  const length = retryAfterMs > 0 ? Math.min(retryAfterMs, LONGEST_ASKED) : Math.min(longest, first * 2 ** attempts);
  return Math.round(length * (1 + JITTER * random()));
}
