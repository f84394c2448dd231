import { RowBlock } from "./rowBlock";
import { RunDraft } from "./runDraft";

/** Rows that were read together, to be taken into a store. */
export interface RowSource {
  readonly length: number;
  /** Goes to a row and writes its id; false if there is no such row. */
  seek(row: number, draft: RunDraft): boolean;
  /** True if all rows were fetched at one time, after those of every load before. */
  readonly isOneFetch: boolean;
  /**
   * True if the row certainly says what the draft holds, which is what is stored of its run, told by some of its cells. To be asked only
   * where the run's stamp is trusted (trustedStamps.ts).
   */
  repeats(draft: RunDraft): boolean;
  /**
   * Writes all else that the row says, in the numbers of the store's tables. What the draft holds before is what the row probably says:
   * a cell that says it needs no looking up. Neither ever throws.
   */
  read(draft: RunDraft): void;
}

/** Rows that can be read in two goes. */
export interface PartedRows extends RowSource {
  /** Reads what places the runs of the rows from one up to another, ROWS_PER_STEP at most: up to one that is not there, or whose id is no GUID. */
  readBlock(from: number, to: number, block: RowBlock): void;
  /** Writes what places one of them: its times but `modifiedOn`, its status, and what is odd about these. */
  placeOf(block: RowBlock, at: number, draft: RunDraft): void;
  /** Writes all else that a row says; as problems, those of what it reads. None of the three ever throws. */
  readRest(draft: RunDraft): void;
}
