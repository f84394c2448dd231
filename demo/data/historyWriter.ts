/** Writes runs straight into the columns of a server's table: two million rows never exist as objects. */
import type { LookupCell, ServerTable } from "../../emulator";
import type { Flow } from "./catalogue";
import type { Failure } from "./errors";
import { fleet } from "./fleet";
import { RunMode, stateOf, Trigger } from "./flowsession";
import { guidOf, type Random } from "./random";

/** Times in epoch ms, NaN for none; `machine` is a place in the fleet, -1 for none; `parent` a row, -1 for none. */
export interface HistoryRun {
  readonly flow: Flow;
  readonly statuscode: number;
  readonly created: number;
  readonly started: number;
  readonly completed: number;
  readonly machine: number;
  readonly parent: number;
  readonly failure: Failure | null;
}

type Value = string | number | LookupCell | null;
/** Cells that go together: for each column the code of its value. */
type Stamp = readonly { readonly column: ReturnType<ServerTable["coded"]>; readonly code: number }[];

export class HistoryWriter {
  private row: number;
  private readonly end: number;
  private readonly times: { readonly [K in "createdon" | "startedon" | "completedon" | "modifiedon"]: ReturnType<ServerTable["numbers"]> };
  /** A few dozen values are written millions of times: their codes are looked up once. */
  private readonly stamps = new Map<unknown, Stamp>();

  /** @param rows that will be written; the table grows by them at once. */
  public constructor(private readonly table: ServerTable, private readonly random: Random, rows: number) {
    this.row = table.addRows(rows);
    this.end = this.row + rows;
    const times = (name: string): ReturnType<ServerTable["numbers"]> => table.numbers(name);
    this.times = { createdon: times("createdon"), startedon: times("startedon"), completedon: times("completedon"), modifiedon: times("modifiedon") };
  }

  public get left(): number { return this.end - this.row; }

  /** @returns its row. @throws RangeError if all rows are written. */
  public write({ created, started, completed, flow, statuscode, failure, parent, machine }: HistoryRun): number {
    if (this.left <= 0) throw new RangeError("all rows of the history are written");
    const row = this.row++;
    this.writeId(row);
    this.times.createdon.setNumber(row, created);
    this.times.startedon.setNumber(row, started);
    this.times.completedon.setNumber(row, completed);
    this.times.modifiedon.setNumber(row, Math.max(created, started || 0, completed || 0));
    this.stamp(row, statuscode, () => ({ statuscode, statecode: stateOf(statuscode) }));
    this.stamp(row, flow, () => cellsOf(flow));
    if (machine >= 0) this.stamp(row, fleet[machine], () => machineCells(machine));
    this.stamp(row, parent < 0 ? flow.flow.name : "child", () => (parent < 0
      ? { triggertype: Trigger.ApiFlow, parentworkflowid: guidOf(`cloud flow/${flow.flow.name}`) }
      : { triggertype: Trigger.DesktopFlow }));
    if (parent >= 0) this.writeParent(row, parent);
    this.writeFailure(row, failure);
    return row;
  }

  /** A parent's end is known only after its children's. */
  public finish(row: number, statuscode: number, completed: number, failure: Failure | null): void {
    this.times.completedon.setNumber(row, completed);
    this.times.modifiedon.setNumber(row, completed);
    this.stamp(row, statuscode, () => ({ statuscode, statecode: stateOf(statuscode) }));
    this.writeFailure(row, failure);
  }

  private writeFailure(row: number, failure: Failure | null): void {
    if (failure) this.stamp(row, failure, () => ({ errorcode: failure.code, errormessage: failure.message, errorinnererror: failure.inner }));
  }

  /** @param key the same for the same cells. */
  private stamp(row: number, key: unknown, cells: () => Readonly<Record<string, Value>>): void {
    let stamp = this.stamps.get(key);
    if (!stamp) {
      const { table } = this;
      stamp = Object.entries(cells()).flatMap(([name, value]) => {
        if (value === null || !(name in table.definition.columns)) return [];
        const column = table.coded(name);
        return [{ column, code: column.codeOf(value) }];
      });
      this.stamps.set(key, stamp);
    }
    for (const { column, code } of stamp) column.setCode(row, code);
  }

  /** A GUID of version 4. */
  private writeId(row: number): void {
    const word = (): number => Math.floor(this.random.unit() * 2 ** 32);
    this.table.ids.setWords(row, word(), ((word() & 0xffff0fff) | 0x4000) >>> 0, ((word() & 0x3fffffff) | 0x80000000) >>> 0, word());
  }

  private writeParent(row: number, parent: number): void {
    if (!("parentdesktopflowrunid" in this.table.definition.columns)) return;
    const column = this.table.references("parentdesktopflowrunid");
    const flow = this.table.coded("regardingobjectid").get(parent);
    const name = typeof flow === "object" && flow !== null ? flow.name : "";
    column.setWords(row, ...this.table.ids.wordsAt(parent), column.names.codeOf(name));
  }
}

function cellsOf({ flow, group, owner, version }: Flow): Readonly<Record<string, Value>> {
  return {
    regardingobjectid: flow, machinegroupid: group, ownerid: owner, createdby: owner, processversion: version,
    runmode: group ? RunMode.Unattended : RunMode.Attended,
  };
}

function machineCells(place: number): Readonly<Record<string, Value>> {
  const machine = fleet[place];
  const team = machine?.group.name.split(" ")[0]?.toLowerCase() ?? "";
  return { machineid: machine?.machine ?? null, sessionusername: `NORTHWIND\\svc-rpa-${team}` };
}
