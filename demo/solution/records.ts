/** Records around generated runs: machines, groups, artifacts, log entries and process sessions. */
import type { EmulatedRow, LookupCell } from "../../emulator";
import { generateRuns } from "../data/generator";
import { guidOf } from "../data/random";

const MINUTE = 60_000;

/** Rows by table. @param nowMs nothing is after it */
export function generateRecords(size: number, nowMs: number): ReadonlyMap<string, readonly EmulatedRow[]> {
  const runs = generateRuns({ size, nowMs });
  const at = (minutesAgo: number): string => new Date(nowMs - minutesAgo * MINUTE).toISOString();
  const [artifacts, logs] = [runs.flatMap(artifactsOf), runs.flatMap(logOf)];
  return new Map<string, readonly EmulatedRow[]>([
    ["flowsession", runs],
    ["flowmachine", named(runs, "machineid", { statuscode: 1, hostingtype: 0, sessioncapacity: 1, agentversion: "2.61.0", lastheartbeatdate: at(2), createdon: at(600_000) })],
    ["flowmachinegroup", named(runs, "machinegroupid", { statuscode: 1, createdon: at(600_000) })],
    ["workflow", named(runs, "regardingobjectid", {})],
    ["systemuser", named(runs, "ownerid", {})],
    ["flowsessionbinary", artifacts], ["flowlog", logs], ["processsession", sessions(at)],
  ]);
}

const isLookup = (cell: unknown): cell is LookupCell => typeof cell === "object" && cell !== null && "table" in cell;

/** The records that a column of the runs points to, once each. */
function named(runs: readonly EmulatedRow[], column: string, cells: EmulatedRow["cells"]): EmulatedRow[] {
  const found = new Map(runs.map(run => run.cells[column]).filter(isLookup).map(cell => [cell.id, cell]));
  return [...found.values()].map(({ id, name }) => ({ id, cells: { name, ...cells } }));
}

const runOf = ({ id, cells }: EmulatedRow): LookupCell => ({ id, table: "flowsession", name: String(cells.name ?? id) });

/** A failed run leaves a picture of the screen. */
function artifactsOf(run: EmulatedRow): EmulatedRow[] {
  if (run.cells.statuscode !== 8) return [];
  const file = { name: "Screenshot.png", type: "Screenshot", mimetype: "image/png", createdon: run.cells.completedon ?? run.cells.createdon ?? null };
  return [{ id: guidOf(`flowsessionbinary/${run.id}`), cells: { ...file, flowsessionid: runOf(run) } }];
}

/** Logs V2 hold the runs that a cloud flow started: here, every tenth of them. */
function logOf(run: EmulatedRow, index: number): EmulatedRow[] {
  if (index % 10 !== 0 || run.cells.triggertype !== 0) return [];
  return ["Launch application", "Read from table", "Close application"].map((name, step) => ({
    id: guidOf(`flowlog/${run.id}/${step}`), cells: { name, level: 100000002, type: 100000001, duration: 800 * (step + 1), createdon: run.cells.createdon ?? null, parentobjectid: runOf(run) },
  }));
}

/** Sessions with every status, two of them linked to one before. */
function sessions(at: (minutesAgo: number) => string): EmulatedRow[] {
  const link = (name: string): LookupCell => ({ id: guidOf(`processsession/${name}`), table: "processsession", name });
  const session = (name: string, statuscode: number, cells: EmulatedRow["cells"]): EmulatedRow => ({ id: link(name).id, cells: { name, statuscode, createdon: at(200), processid: { id: guidOf("workflow/Call script"), table: "workflow", name: "Call script" }, ...cells } });
  return [
    session("Call script 1", 4, { startedon: at(190), completedon: at(150), nextlinkedsessionid: link("Call script 2") }),
    session("Call script 2", 5, { startedon: at(150), canceledon: at(120), previouslinkedsessionid: link("Call script 1") }),
    session("Call script 3", 6, { executedon: at(120), completedon: at(110), previouslinkedsessionid: link("Call script 2"), errorcode: -2147220970 }),
    session("Call script 4", 2, { startedon: at(40) }),
    session("Call script 5", 3, { startedon: at(90) }),
    session("Call script 6", 1, { createdon: at(5) }),
  ];
}
