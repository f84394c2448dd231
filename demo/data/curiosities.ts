/** Runs that real tables hold and that a timeline must survive: each is here once at least, whatever the size. */
import type { EmulatedRow } from "../../emulator";
import { closing, dayWork, deskMachines, deskWork, hostedMachines, nightWork, type Flow, type Machine } from "./catalogue";
import { noMachine, runFailures } from "./errors";
import { RunMode, Status, Trigger } from "./flowsession";
import type { Random } from "./random";
import { referenceTo, rowOf, type Run } from "./run";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** The longest run of a real export lasted this long, in ms: nine days. */
export const outlierLength = 802_403 * second;

export function awkwardRows(random: Random, nowMs: number): EmulatedRow[] {
  const draft = new Draft(random, nowMs);
  return [...openRuns(draft), ...queuedRuns(draft), ...oneOfEachStatus(draft), ...ghosts(draft), ...brokenTimes(draft), ...triggers(draft)].map(rowOf)
    .concat(repeatedRows(draft));
}

/** Makes runs whose times are distances before now, in ms. */
class Draft {
  public constructor(private readonly random: Random, public readonly nowMs: number) {}
  public readonly flow = (): Flow => this.random.pick(dayWork).tree.flow;
  public readonly machineOf = (flow: Flow): Machine => this.random.pick(flow.group ? hostedMachines.filter(machine => machine.group?.id === flow.group?.id) : deskMachines);

  public make(ago: { readonly created: number; readonly started?: number; readonly completed?: number }, statuscode: number, more: Partial<Run> = {}): Run {
    const flow = more.flow ?? this.flow();
    const at = (distance: number | undefined): number | null => (distance === undefined ? null : this.nowMs - distance);
    const machine = ago.started === undefined ? null : this.machineOf(flow);
    return { id: this.random.guid(), flow, statuscode, created: this.nowMs - ago.created, started: at(ago.started), completed: at(ago.completed), machine, ...more };
  }
}

/** Running now: alone, as a tree three deep, paused, suspended, waiting in mid-run, and one that has been stuck since the morning. */
function openRuns(draft: Draft): Run[] {
  const run = (ago: number, statuscode: number, more: Partial<Run> = {}): Run => draft.make({ created: ago + 15 * second, started: ago }, statuscode, more);
  const root = run(26 * minute, Status.Running, { flow: closing.flow });
  const child = run(24 * minute, Status.Running, { flow: closing.calls[0]?.flow ?? closing.flow, parent: referenceTo(root), machine: root.machine });
  const grandchild = run(3 * minute, Status.Running, { flow: closing.calls[2]?.flow ?? closing.flow, parent: referenceTo(child), machine: root.machine });
  return [
    root, child, grandchild,
    run(4 * minute, Status.Running), run(11 * minute, Status.Running), run(45 * second, Status.Running),
    run(38 * minute, Status.Paused), run(70 * minute, Status.Suspended), run(17 * minute, Status.Waiting),
    run(9 * hour, Status.Running),
  ];
}

/** Asked for, not started yet. */
function queuedRuns(draft: Draft): Run[] {
  return [40 * second, 3 * minute, 8 * minute, 14 * minute, 31 * minute, 95 * minute].map(created => draft.make({ created }, Status.Waiting));
}

/** Every status, with the times that it usually has. */
function oneOfEachStatus(draft: Draft): Run[] {
  const closed = [Status.NotSpecified, Status.Succeeded, Status.Skipped, Status.Cancelled, Status.Failed, Status.Faulted, Status.TimedOut, Status.Aborted, Status.Ignored, Status.Deleted, Status.Terminated];
  const bad: readonly number[] = [Status.Failed, Status.Faulted, Status.TimedOut];
  return closed.map((statuscode, index) => {
    const started = 2 * hour + index * 23 * minute;
    const failure = bad.includes(statuscode) ? runFailures[index % runFailures.length] : undefined;
    return draft.make({ created: started + 40 * second, started, completed: started - 6 * minute }, statuscode, failure ? { failure } : {});
  });
}

/** Children of runs that are not in the data: two of one parent, one of another. */
function ghosts(draft: Draft): Run[] {
  const parentFlow = nightWork[3]?.flow ?? closing.flow;
  const parents = [0, 1].map(() => referenceTo(draft.make({ created: 7 * hour }, Status.Succeeded, { flow: parentFlow })));
  return [[0, 400], [0, 392], [1, 300]].flatMap(([which = 0, minutes = 0]) => {
    const parent = parents[which];
    const started = minutes * minute;
    return parent ? [draft.make({ created: started + 2 * second, started, completed: started - 5 * minute }, Status.Succeeded, { parent })] : [];
  });
}

function brokenTimes(draft: Draft): Run[] {
  const desk = deskWork[1];
  return [
    draft.make({ created: 14 * day + minute, started: 14 * day, completed: 14 * day - outlierLength }, Status.Succeeded, desk ? { flow: desk } : {}),
    draft.make({ created: 5 * hour, started: 5 * hour - 9 * second }, Status.Succeeded),
    draft.make({ created: 6 * hour, started: 6 * hour - 9 * second }, Status.Failed, { failure: noMachine }),
    draft.make({ created: 3 * hour }, Status.Failed, { failure: noMachine }),
    draft.make({ created: 4 * hour, started: 4 * hour - 20 * second, completed: 4 * hour + 40 * second }, Status.Succeeded),
    draft.make({ created: 4.5 * hour, started: 4.5 * hour - 5 * second, completed: 4.5 * hour - 5 * second }, Status.Succeeded),
    // The record was imported after the run: no wait follows from createdon.
    draft.make({ created: 7 * hour, started: 8 * hour, completed: 8 * hour - 90 * second }, Status.Succeeded),
    // Three hours in the queue, then no machine: what most failures look like.
    ...Array.from({ length: 14 }, (_, index) => draft.make({ created: (10 + index / 14) * hour, completed: (7 + index / 14) * hour }, Status.Failed, { failure: noMachine })),
  ];
}

/** Test runs, local ones, and triggers other than cloud flows. */
function triggers(draft: Draft): Run[] {
  const desk = deskWork[0];
  const local = desk ? { flow: desk, runmode: RunMode.Local, trigger: Trigger.Local } : {};
  return [
    draft.make({ created: 95 * minute, started: 95 * minute, completed: 93 * minute }, Status.Succeeded, { ...local, test: true }),
    draft.make({ created: 92 * minute, started: 92 * minute, completed: 91 * minute }, Status.Cancelled, { ...local, test: true }),
    draft.make({ created: 50 * minute, started: 48 * minute, completed: 41 * minute }, Status.Succeeded, { trigger: Trigger.RunDesktopFlowDataverseApi }),
    draft.make({ created: 66 * minute, started: 65 * minute, completed: 52 * minute }, Status.Succeeded, { trigger: Trigger.Cua }),
  ];
}

/** Ids that occur twice and thrice: a run as it was while it ran, and afterwards. */
function repeatedRows(draft: Draft): EmulatedRow[] {
  return [2, 2, 3].flatMap((times, index) => {
    const started = (12 + index) * hour;
    const last = draft.make({ created: started + 20 * second, started, completed: started - 4 * minute }, Status.Succeeded);
    const before: Run = { ...last, statuscode: Status.Running, completed: null };
    return [...Array.from({ length: times - 1 }, () => rowOf(before)), rowOf(last)];
  });
}
