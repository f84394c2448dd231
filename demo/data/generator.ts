/** Believable desktop flow runs for the demo, tests and benchmarks: the same for the same seed, size and now. */
import type { EmulatedRow } from "../../emulator";
import { deskWork } from "./catalogue";
import { awkwardRows } from "./curiosities";
import { Player } from "./player";
import { createRandom } from "./random";
import { rowOf, type Run } from "./run";
import { daysOf, planRequests, workingInstant } from "./schedule";

export interface GeneratorOptions {
  /** Rows, exactly (repeated ids count each time). From 200 on, everything awkward is among them. */
  readonly size: number;
  /** Epoch ms: open and queued runs are near it, nothing is after it. */
  readonly nowMs: number;
  readonly seed?: number;
}

/** Rows of flowsession in the order of createdon. @throws RangeError if the size is not a whole number of at least 0. */
export function generateRuns({ size, nowMs, seed = 1 }: GeneratorOptions): EmulatedRow[] {
  if (!Number.isInteger(size) || size < 0) throw new RangeError(`The size must be a whole number of at least 0, not ${size}.`);
  const random = createRandom(seed);
  const awkward = awkwardRows(random, nowMs).slice(0, size);
  const days = daysOf(size);
  const bulk = size - awkward.length;
  const runs: Run[] = [];
  const player = new Player(random, nowMs, runs);
  for (const request of planRequests(random, nowMs, bulk, days)) player.play(request);
  // Runs that were never called (a parent failed or is still open) are made up for at people's desks.
  const missing = Array.from({ length: bulk - runs.length }, () => workingInstant(random, nowMs - days * 86_400_000, nowMs)).sort((a, b) => a - b);
  for (const created of missing) player.play({ tree: { flow: random.pick(deskWork), calls: [] }, created });
  return [...awkward, ...runs.map(rowOf)].sort(byCreation);
}

function byCreation(a: EmulatedRow, b: EmulatedRow): number {
  const [left, right] = [String(a.cells.createdon), String(b.cells.createdon)];
  return left < right ? -1 : left > right ? 1 : 0;
}
