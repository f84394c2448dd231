/**
 * What a window of a view must show, by a plain scan of the table. Written from the definition of the window alone; it shares no code
 * with the emulated database or with the loader, so that a mistake of theirs cannot hide here.
 */
import type { EmulatedRow } from "../../emulator";

/** A run as the table holds it; times in epoch ms, null where the cell is blank. */
export interface TrueRun {
  readonly id: string;
  readonly name: string;
  readonly status: number | null;
  readonly started: number | null;
  readonly ended: number | null;
  readonly created: number | null;
  /** When the row was written last, in epoch ms: the server sets it with each change. */
  readonly modified: number;
  readonly parent: string | null;
  readonly machine: string | null;
}

/** What decides whether a run lies in a window. */
export type RunTimesAndStatus = Pick<TrueRun, "status" | "started" | "ended" | "created">;

/** Paused, running, waiting, suspended. */
const OPEN: readonly (number | null)[] = [1, 2, 3, 6];

const lies = (time: number | null, from: number, to: number): boolean => time !== null && from <= time && time < to;

/** Whether a run belongs to [from, to), waits included. */
export function isInWindow({ status, started, ended, created }: RunTimesAndStatus, from: number, to: number): boolean {
  const isOpen = OPEN.includes(status);
  const ran = started !== null && started < to && (ended !== null ? ended >= from : isOpen);
  const endedWithoutStart = started === null && lies(ended, from, to);
  const queued = started === null && ended === null && isOpen && created !== null && created < to;
  const isMarker = !isOpen && ended === null && lies(started ?? created, from, to);
  const waited = created !== null && created < to && started !== null && started >= from;
  // A run that ends before it starts is drawn as a marker at its start.
  const isTurned = started !== null && ended !== null && ended < started && lies(started, from, to);
  return ran || endedWithoutStart || queued || isMarker || waited || isTurned;
}

/** A view's filter, once as FetchXML for the server and once as what it means. */
export interface TrueFilter {
  readonly xml: string;
  readonly fits: (run: TrueRun, table: TrueTable) => boolean;
}

/** The table as it truly is. */
export class TrueTable {
  private readonly runs = new Map<string, TrueRun>();

  public constructor(runs: readonly TrueRun[]) {
    for (const run of runs) this.put(run);
  }

  public get all(): readonly TrueRun[] {
    return [...this.runs.values()];
  }

  public get(id: string): TrueRun | undefined {
    return this.runs.get(id);
  }

  public put(run: TrueRun): void {
    this.runs.set(run.id, run);
  }

  public delete(id: string): void {
    this.runs.delete(id);
  }

  /** Runs of a view, in the order of ids. */
  public scan(fits: (run: TrueRun, table: TrueTable) => boolean): readonly TrueRun[] {
    return this.all.filter((run) => fits(run, this)).sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

const cellOf = (ms: number | null): string | null => (ms === null ? null : `${new Date(ms).toISOString().slice(0, 19)}Z`);
const lookupOf = (id: string | null, table: string, name: string) => (id === null ? null : { id, table, name });

/** The run as the emulated server is given it. */
export const rowOf = ({ id, name, status, started, ended, created, modified, parent, machine }: TrueRun): EmulatedRow => ({
  id,
  cells: {
    name, statuscode: status, startedon: cellOf(started), completedon: cellOf(ended), createdon: cellOf(created), modifiedon: cellOf(modified),
    parentdesktopflowrunid: lookupOf(parent, "flowsession", "Parent"), machineid: lookupOf(machine, "flowmachine", `VM ${machine?.slice(-1) ?? ""}`),
  },
});
