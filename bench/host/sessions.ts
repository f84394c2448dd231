import type { EmulatedRow } from "../../emulator";
import { RunMode, Status, Trigger } from "../../demo/data/flowsession";
import { BenchRow, StatusName } from "../page/contract";
import { asReceived } from "../page/dataset";

/** The comparison's statuses as those of desktop flow runs. */
export const STATUS_CODES: Readonly<Record<StatusName, number>> = {
  Queued: Status.Waiting, Waiting: Status.Waiting, Running: Status.Running, Pausing: Status.Suspended, Paused: Status.Paused, Cancelling: Status.Aborted,
  Cancelled: Status.Cancelled, Succeeded: Status.Succeeded, SucceededWithWarnings: Status.Succeeded, Failed: Status.Failed, TimedOut: Status.TimedOut,
  Skipped: Status.Skipped, Retrying: Status.Running, Blocked: Status.Faulted, Unknown: Status.NotSpecified,
};

const FAILED: ReadonlySet<number> = new Set([Status.Failed, Status.Faulted, Status.TimedOut]);
const MACHINES = 40;
const GROUPS = 4;

/** An id that follows from a table and a number, so that a machine is the same one for all of its runs. */
const idOf = (table: number, n: number): string => `${String(table).padStart(8, "0")}-0000-4000-a000-${String(n).padStart(12, "0")}`;
const instant = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** The runs as rows of flowsession: a hundred flows, forty machines, few names and errors, as in real tables. */
export function sessionsOf(rows: readonly BenchRow[]): EmulatedRow[] {
  const names = new Map(rows.map((row) => [row.id, row.name]));
  const flows = new Map<string, number>();
  return rows.map((row): EmulatedRow => {
    // The number at the end of the name is the run's; what stands before it is what ran.
    const [flow = "", number = "0"] = row.name.split(" #");
    const flowIndex = flows.get(flow) ?? flows.set(flow, flows.size).size - 1;
    const machine = Number(number) % MACHINES;
    const statuscode = STATUS_CODES[row.status];
    const isFailed = FAILED.has(statuscode);
    return asReceived<EmulatedRow>({
      id: row.id,
      cells: {
        name: flow, statuscode, startedon: instant(row.startedon), createdon: instant(row.startedon), completedon: row.completedon === null ? null : instant(row.completedon),
        modifiedon: instant(row.completedon ?? row.startedon),
        regardingobjectid: { id: idOf(1, flowIndex), table: "workflow", name: flow },
        machineid: { id: idOf(2, machine), table: "flowmachine", name: `VM-${String(machine).padStart(2, "0")}` },
        machinegroupid: { id: idOf(3, machine % GROUPS), table: "flowmachinegroup", name: `Robots ${machine % GROUPS}` },
        ownerid: { id: idOf(4, flowIndex % 6), table: "systemuser", name: `Owner ${flowIndex % 6}` },
        parentdesktopflowrunid: row.parentId === null ? null : { id: row.parentId, table: "flowsession", name: names.get(row.parentId) ?? "" },
        runmode: RunMode.Unattended, triggertype: row.parentId === null ? Trigger.ApiFlow : Trigger.DesktopFlow, subcategory: 0, sessionusername: "svc-rpa",
        errorcode: isFailed ? `ERR-${flowIndex % 12}` : null, errormessage: isFailed ? `Element ${flowIndex % 12} was not found` : null, errorinnererror: null,
      },
    });
  });
}
