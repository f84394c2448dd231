import { RunDraft } from "./runDraft";

/** Rows that were read together, to be taken into a store. */
export interface RowSource {
  readonly length: number;
  /** Writes a row into the draft, in the numbers of the store's tables; false if there is no such row. Never throws. */
  read(row: number, draft: RunDraft): boolean;
}
