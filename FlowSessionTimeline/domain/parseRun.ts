import { parseChoice } from "./parseChoice";
import { parseReference, idOf } from "./parseReference";
import { parseText } from "./parseText";
import { parseTime } from "./parseTime";
import { problemBit, ProblemKind } from "./problem";
import { Role } from "./role";
import { Choice, Reference, Run } from "./run";
import { NO_STATUS, StatusTable } from "./status";
import { EpochMs } from "../base/brand";

/** One row as the host reads it. `value`: what getValue gives, of any shape; `text`: the formatted value, or "". */
export interface RawCells {
  readonly id: unknown;
  readonly value: (role: Role) => unknown;
  readonly text: (role: Role) => string;
}

export interface ParsedRow {
  readonly run: Run;
  /** Bits of problem.ts. */
  readonly problems: number;
}

/** Statuses are small non-negative numbers; what else a cell may hold is no status. */
const MAX_STATUS = 0x7fffffff;
const FINISHED: ReadonlySet<string> = new Set(["ok", "failed", "stopped"]);

/** Makes a run of a row, whatever its cells are, and says what is odd about it. Never throws. */
export function parseRun(cells: RawCells, statuses: StatusTable): ParsedRow {
  let problems = 0;
  const note = (kind: ProblemKind): void => {
    problems |= problemBit(kind);
  };
  const text = (role: Role): string => parseText(cells.value(role), cells.text(role));
  const choice = (role: Role): Choice => parseChoice(cells.value(role), cells.text(role));
  const reference = (role: Role): Reference => parseReference(cells.value(role), cells.text(role));
  const time = (role: Role): EpochMs | null => {
    const parsed = parseTime(cells.value(role));
    if (!parsed.ok) note("badDate");
    return parsed.ok ? parsed.value : null;
  };
  const status = choice("runStatus").value;
  const isStatus = Number.isInteger(status) && status >= 0 && status <= MAX_STATUS;
  const run: Run = {
    id: idOf(cells.id),
    startedOn: time("startedOn"),
    completedOn: time("completedOn"),
    createdOn: time("createdOn"),
    modifiedOn: time("modifiedOn"),
    parentId: idOf(cells.value("parentRun")),
    statusCode: isStatus ? status : NO_STATUS,
    name: text("runName"),
    machine: reference("machine"),
    machineGroup: reference("machineGroup"),
    flow: reference("flow"),
    owner: reference("owner"),
    runMode: choice("runMode"),
    trigger: choice("trigger"),
    errorCode: text("errorCode"),
    errorMessage: text("errorMessage"),
    innerError: text("innerError"),
    sessionUser: text("sessionUser"),
    sessionMode: choice("sessionMode"),
    subCategory: choice("subCategory"),
  };
  if (run.id === "") note("missingId");
  if (!isStatus) note("badStatus");
  else if (!statuses.knows(status)) note("unknownStatus");
  noteTimes(run, statuses, note);
  return { run, problems };
}

function noteTimes(run: Run, statuses: StatusTable, note: (kind: ProblemKind) => void): void {
  const { startedOn, completedOn, createdOn } = run;
  if (startedOn !== null && completedOn !== null && completedOn < startedOn) note("endBeforeStart");
  if (completedOn === null && FINISHED.has(statuses.get(run.statusCode).family)) note("finishedWithoutEnd");
  if (startedOn === null && completedOn === null && createdOn === null) note("noTime");
}
