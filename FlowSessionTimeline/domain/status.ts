/** The five families by which a status is coloured and filtered (design decision 7). */
export type StatusFamily = "open" | "ok" | "failed" | "stopped" | "other";

/** In the order of the legend: what needs attention first. */
export const STATUS_FAMILIES: readonly StatusFamily[] = ["failed", "open", "ok", "stopped", "other"];

const OPEN = STATUS_FAMILIES.indexOf("open");
const OTHER = STATUS_FAMILIES.indexOf("other");

export interface Status {
  /** The value of statuscode. */
  readonly code: number;
  /** Stable name; also the end of the resource key `Status_<name>`. */
  readonly name: string;
  readonly family: StatusFamily;
}

const status = (code: number, name: string, family: StatusFamily): Status => ({ code, name, family });

/** flowsession.statuscode, from the table's reference (choice flowsession_statuscode). */
export const FLOW_SESSION_STATUSES: readonly Status[] = [
  status(0, "NotSpecified", "other"),
  status(1, "Paused", "open"),
  status(2, "Running", "open"),
  status(3, "Waiting", "open"),
  status(4, "Succeeded", "ok"),
  status(5, "Skipped", "other"),
  status(6, "Suspended", "open"),
  status(7, "Cancelled", "stopped"),
  status(8, "Failed", "failed"),
  status(9, "Faulted", "failed"),
  status(10, "TimedOut", "failed"),
  status(11, "Aborted", "stopped"),
  status(12, "Ignored", "other"),
  status(13, "Deleted", "other"),
  status(14, "Terminated", "stopped"),
];

/** processsession.statuscode, from the table's reference. */
export const PROCESS_SESSION_STATUSES: readonly Status[] = [
  status(1, "NotStarted", "open"),
  status(2, "InProgress", "open"),
  status(3, "Paused", "open"),
  status(4, "Completed", "ok"),
  status(5, "Cancelled", "stopped"),
  status(6, "Failed", "failed"),
];

/** The code kept for a run whose status is missing or not a number; it has no entry in any table. */
export const NO_STATUS = -1;

/** Looks codes up; a code that the table does not know is "Unknown" in the family "other", never an error. */
export class StatusTable {
  private readonly byCode: ReadonlyMap<number, Status>;
  private readonly familyByCode: ReadonlyMap<number, number>;

  public constructor(public readonly all: readonly Status[]) {
    this.byCode = new Map(all.map((one) => [one.code, one]));
    this.familyByCode = new Map(all.map((one) => [one.code, STATUS_FAMILIES.indexOf(one.family)]));
  }

  public get(code: number): Status {
    return this.byCode.get(code) ?? status(code, "Unknown", "other");
  }

  /** The family of a code as an index in STATUS_FAMILIES. */
  public familyIndex(code: number): number {
    return this.familyByCode.get(code) ?? OTHER;
  }

  public isOpen(code: number): boolean {
    return this.familyByCode.get(code) === OPEN;
  }

  public knows(code: number): boolean {
    return this.byCode.has(code);
  }
}
