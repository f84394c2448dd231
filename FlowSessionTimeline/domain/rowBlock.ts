import { PackedId } from "./packedId";
import { ID_WORDS } from "./recordId";

/** Rows read between two looks at the clock. */
export const ROWS_PER_STEP = 256;

/** What places the runs of some rows, column by column, by the place of a row among them. Times are epoch ms, NaN for none. */
export class RowBlock {
  /** How many rows there are. */
  public count = 0;
  /** Ids, which are GUIDs, in four words each. */
  public readonly ids = new Uint32Array(ROWS_PER_STEP * ID_WORDS);
  public readonly startedOn = new Float64Array(ROWS_PER_STEP);
  public readonly completedOn = new Float64Array(ROWS_PER_STEP);
  public readonly createdOn = new Float64Array(ROWS_PER_STEP);
  public readonly statusCode = new Int32Array(ROWS_PER_STEP);
  /** What is odd about single cells, as bits (problem.ts). */
  public readonly problems = new Int32Array(ROWS_PER_STEP);
  /** How many rows name a parent, which they are in their order, and whom they name. */
  public children = 0;
  public readonly child = new Int32Array(ROWS_PER_STEP);
  public readonly parentId = Array.from({ length: ROWS_PER_STEP }, () => new PackedId());
}
