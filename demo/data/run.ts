/** One run, as the generator thinks of it, and the row of flowsession that it leaves. */
import type { Cell, EmulatedRow, LookupCell } from "../../emulator";
import type { Flow, Machine } from "./catalogue";
import type { Failure } from "./errors";
import { RunMode, stateOf, Trigger } from "./flowsession";
import { guidOf } from "./random";

/** Instants are epoch milliseconds; null: the column is blank. */
export interface Run {
  readonly id: string;
  readonly flow: Flow;
  readonly statuscode: number;
  readonly created: number;
  readonly started: number | null;
  readonly completed: number | null;
  readonly machine: Machine | null;
  readonly parent?: LookupCell;
  readonly name?: string;
  readonly trigger?: number;
  readonly runmode?: number;
  readonly failure?: Failure;
  readonly test?: boolean;
}

/** Dataverse keeps whole seconds. */
const instant = (ms: number | null): string | null => (ms === null ? null : `${new Date(ms).toISOString().slice(0, 19)}Z`);

/** A reference to the run, as its children keep it. */
export function referenceTo(run: Pick<Run, "id" | "flow" | "name">): LookupCell {
  return { id: run.id, table: "flowsession", name: run.name ?? run.flow.flow.name };
}

export function rowOf(run: Run): EmulatedRow {
  const attended = run.flow.group === null;
  const cells: Record<string, Cell> = {
    name: run.name ?? null,
    createdon: instant(run.created),
    startedon: instant(run.started),
    completedon: instant(run.completed),
    modifiedon: instant(Math.max(run.created, run.started ?? 0, run.completed ?? 0)),
    statuscode: run.statuscode,
    statecode: stateOf(run.statuscode),
    runmode: run.runmode ?? (attended ? RunMode.Attended : RunMode.Unattended),
    runsessionmode: 1,
    subcategory: run.test ? 1 : 0,
    triggertype: run.trigger ?? (run.parent ? Trigger.DesktopFlow : Trigger.ApiFlow),
    regardingobjectid: run.flow.flow,
    machineid: run.machine?.machine ?? null,
    machinegroupid: run.flow.group,
    parentdesktopflowrunid: run.parent ?? null,
    ownerid: run.flow.owner,
    createdby: run.flow.owner,
    processversion: run.flow.version,
    sessionusername: run.started === null ? null : run.machine?.user ?? null,
    parentworkflowid: run.parent ? null : guidOf(`cloud flow/${run.flow.flow.name}`),
    correlationid: guidOf(`correlation/${run.id}`),
    errorcode: run.failure?.code ?? null,
    errormessage: run.failure?.message ?? null,
    errorinnererror: run.failure?.inner ?? null,
    ...durations(run),
  };
  return { id: run.id, cells };
}

/** The unit of these columns is undocumented; here it is the millisecond, and the duration leaves the waiting out. */
function durations({ created, started, completed }: Run): Record<string, number> {
  if (started === null || completed === null || completed < started) return {};
  const seconds = (ms: number): number => Math.floor(ms / 1000) * 1000;
  const execution = seconds(completed) - seconds(started);
  return { runduration: execution, runexecutionduration: execution, runwaitduration: Math.max(0, seconds(started) - seconds(created)) };
}
