/** What a trace of the browser says about the page's main thread. All figures are CPU time, so that other processes disturb them little. */

/** As much of a trace event as is read here; times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly pid: number;
  readonly tid: number;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

export interface Traced {
  /** CPU ms of each task, longest first, without what the emulated host does in it before it calls the control; no more than the first hundred. */
  readonly tasks: readonly number[];
  /** CPU ms between each mark "step" and the next mark of any name. */
  readonly steps: readonly number[];
  /** The same of marks "fit". */
  readonly fits: readonly number[];
}

const KEPT_TASKS = 100;
export const CATEGORIES = ["blink.user_timing", "disabled-by-default-devtools.timeline"];
const MARKS = new Set(["step", "fit", "rest"]);
/** The emulated host begins to fetch rows; it calls the control. */
const FETCH = "host";
const CALL = "control";

/** The page's marks tell which thread is meant. */
export function readTrace(events: readonly TraceEvent[]): Traced {
  const stamps = events.filter((event) => event.cat.includes("user_timing")).sort((a, b) => a.ts - b.ts);
  const marks = stamps.filter((stamp) => MARKS.has(stamp.name));
  const [first] = marks;
  if (!first) return { tasks: [], steps: [], fits: [] };
  const instantsOf = (name: string): readonly number[] => stamps.filter((stamp) => stamp.name === name).map(({ ts }) => ts);
  const [fetches, calls] = [instantsOf(FETCH), instantsOf(CALL)];
  const tasks = events.filter((event) => event.name === "RunTask" && event.ph === "X" && event.pid === first.pid && event.tid === first.tid).sort((a, b) => a.ts - b.ts);
  const between = busyBetween(marks.map((mark) => mark.ts), tasks);
  const ofMarks = (name: string): readonly number[] => between.filter((_, at) => marks[at]?.name === name);
  return {
    tasks: tasks.filter((task) => task.ts + (task.dur ?? 0) > first.ts).map((task) => ownOf(task, fetches, calls) / 1000).sort((a, b) => b - a).slice(0, KEPT_TASKS),
    steps: ofMarks("step"), fits: ofMarks("fit"),
  };
}

const cpuOf = (task: TraceEvent): number => task.tdur ?? task.dur ?? 0;

/** What a task does from the first call in it, after the host's fetch, in microseconds of CPU shared out by wall time. Without either all of it; without a call nothing. */
function ownOf(task: TraceEvent, fetches: readonly number[], calls: readonly number[]): number {
  const { ts, dur = 0 } = task;
  const fetch = fetches.find((at) => at >= ts && at < ts + dur);
  const call = calls.find((at) => at >= (fetch ?? ts) && at < ts + dur);
  if (call === undefined) return fetch === undefined ? cpuOf(task) : 0;
  return (cpuOf(task) * (ts + dur - call)) / dur;
}

/** CPU ms between each instant and the next; a task that lies across one is shared out by wall time. */
function busyBetween(instants: readonly number[], tasks: readonly TraceEvent[]): readonly number[] {
  const busy = instants.slice(1).map(() => 0);
  let first = 0;
  for (const task of tasks) {
    const { ts, dur = 0 } = task;
    const share = dur > 0 ? cpuOf(task) / dur : 0;
    while (first < busy.length && (instants[first + 1] ?? 0) <= ts) first++;
    for (let at = first; at < busy.length && (instants[at] ?? 0) < ts + dur; at++) {
      const from = Math.max(ts, instants[at] ?? 0);
      const to = Math.min(ts + dur, instants[at + 1] ?? 0);
      if (to > from) busy[at] = (busy[at] ?? 0) + ((to - from) / 1000) * share;
    }
  }
  return busy;
}
