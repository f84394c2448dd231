import type { EmulatedRow } from "../../emulator";

/** The page's clock starts here: `?now=`. */
export const NOW = "2026-03-10T12:00:00Z";
const NOW_MS = Date.parse(NOW);
const MINUTE = 60_000;
/** Distance between two starts, and how long each run lasts, ms. */
const EVERY = 28 * MINUTE;
const LENGTH = 14 * MINUTE;

const Status = { Running: 2, Waiting: 3, Succeeded: 4, Cancelled: 7, Failed: 8 } as const;
/** The message of every failed run. */
export const FAILURE = "The window of the invoice application was not found.";

/** Runs of one day: by default the tree shows the run with index i in row i + 1. */
export const COUNT = 48;
/** Three levels: OUTER has two children, of which INNER has one. */
export const OUTER = 10;
export const INNER = 12;
const PARENTS: Readonly<Record<number, number>> = { 11: OUTER, 12: OUTER, 13: INNER };
/** Failed runs, by index; the last of them never started. */
export const FAILED = [3, 17, 24, 38, 45] as const;
export const NEVER_STARTED = 45;
const CANCELLED = [5, 27];
/** Waits for a machine since it was requested. */
const QUEUED = COUNT - 2;
const RUNNING = COUNT - 1;

export const runId = (index: number): string => `00000000-0000-4000-8000-0000000000${String(index).padStart(2, "0")}`;
export const flowOf = (index: number): string => `Flow ${String(index).padStart(2, "0")}`;
/** Epoch ms. */
export const startOf = (index: number): number => NOW_MS - 23 * 60 * MINUTE + index * EVERY;

const isFailed = (index: number): boolean => FAILED.some((one) => one === index);

function statusOf(index: number): number {
  if (index === RUNNING) return Status.Running;
  if (index === QUEUED) return Status.Waiting;
  if (isFailed(index)) return Status.Failed;
  return CANCELLED.includes(index) ? Status.Cancelled : Status.Succeeded;
}

const lookup = (table: string, id: string, name: string): { id: string; table: string; name: string } => ({ id, table, name });
const iso = (ms: number): string => new Date(ms).toISOString().replace(".000Z", "Z");

function knownRun(index: number): EmulatedRow {
  const start = startOf(index);
  const isOpen = index === RUNNING || index === QUEUED;
  const parent = PARENTS[index];
  return {
    id: runId(index),
    cells: {
      createdon: iso(start),
      modifiedon: iso(start),
      startedon: index === QUEUED || index === NEVER_STARTED ? null : iso(start),
      completedon: isOpen ? null : iso(start + LENGTH),
      statuscode: statusOf(index),
      regardingobjectid: lookup("workflow", `10000000-0000-4000-8000-0000000000${String(index).padStart(2, "0")}`, flowOf(index)),
      machineid: lookup("flowmachine", `20000000-0000-4000-8000-00000000000${index % 3}`, `VM-${index % 3}`),
      parentdesktopflowrunid: parent === undefined ? null : lookup("flowsession", runId(parent), flowOf(parent)),
      ...(isFailed(index) ? { errorcode: "WindowNotFound", errormessage: FAILURE } : {}),
    },
  };
}

/** A day of runs of which everything is known; pass to `open`. */
export const knownRuns: readonly EmulatedRow[] = Array.from({ length: COUNT }, (_unused, index) => knownRun(index));

/** Runs without parents, one after the other over the first window: no two of them start within 2 px of each other. */
export const staircase: readonly EmulatedRow[] = Array.from({ length: 220 }, (_unused, index) => {
  const start = NOW_MS - 23 * 60 * MINUTE + index * 6 * MINUTE;
  const id = String(index).padStart(3, "0");
  return {
    id: `00000000-0000-4000-8000-000000000${id}`,
    cells: {
      createdon: iso(start),
      startedon: iso(start),
      completedon: iso(start + LENGTH),
      statuscode: index % 3 === 0 ? Status.Failed : Status.Succeeded,
      regardingobjectid: lookup("workflow", `10000000-0000-4000-8000-000000000${id}`, `Step ${id}`),
    },
  };
});
