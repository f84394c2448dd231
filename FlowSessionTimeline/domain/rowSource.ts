import { PackedId } from "./packedId";
import { RunDraft } from "./runDraft";

/** Rows read between two looks at the clock. */
export const ROWS_PER_STEP = 256;

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
  /** Writes what places the row's run: its times but `modifiedOn`, its status, what is odd about these; and, into an object of its own, the id of its parent. */
  place(draft: RunDraft, parent: PackedId): void;
  /** Writes all else; as problems, those of what it reads. Neither ever throws. */
  readRest(draft: RunDraft): void;
}
