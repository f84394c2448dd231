import { EpochMs } from "../base/brand";

/** A lookup or plain text that groups runs: its key is the id where there is one, else the text. */
export interface Reference {
  /** Lower-case GUID without braces, or "" where only the text is known. */
  readonly id: string;
  /** Text as the host formats it; "" if the cell is empty. */
  readonly name: string;
  /** Logical name of the table that the id belongs to; "" if unknown. */
  readonly table: string;
}

export const NO_REFERENCE: Reference = { id: "", name: "", table: "" };

/** A choice value with its label as the host formats it. */
export interface Choice {
  /** NaN if the cell is empty or no number. */
  readonly value: number;
  readonly label: string;
}

export const NO_CHOICE: Choice = { value: NaN, label: "" };

/** One row of the bound table, normalised: total, read-only, without null but for times. */
export interface Run {
  /** The record's id, lower-case without braces if it is a GUID. */
  readonly id: string;
  readonly startedOn: EpochMs | null;
  readonly completedOn: EpochMs | null;
  readonly createdOn: EpochMs | null;
  readonly modifiedOn: EpochMs | null;
  /** "" for a root run. */
  readonly parentId: string;
  /** statuscode, or NO_STATUS. */
  readonly statusCode: number;
  readonly name: string;
  readonly machine: Reference;
  readonly machineGroup: Reference;
  readonly flow: Reference;
  readonly owner: Reference;
  readonly runMode: Choice;
  readonly trigger: Choice;
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly innerError: string;
  readonly sessionUser: string;
  readonly sessionMode: Choice;
  readonly subCategory: Choice;
}
