import { EpochMs } from "../base/brand";
import { Work } from "../base/work";
import { RunForest } from "../domain/runForest";
import { RunStore } from "../domain/runStore";
import { RowTable } from "./rowTable";
import { TimeWindow } from "./timeWindow";
import { buildTrackRows } from "./trackRows";
import { buildTreeRows } from "./treeRows";

export type LayoutKind = "tree" | "machine" | "machineGroup" | "flow" | "status" | "owner";
export type SortKey = "start" | "duration" | "wait" | "name";

export interface RowsInput {
  readonly store: RunStore;
  readonly forest: RunForest;
  readonly layout: LayoutKind;
  /** 1 per slot that the filter lets through; null: all. */
  readonly matches: Uint8Array | null;
  /** Only runs that share time with it (and their ancestors) get a row; null: all rows. */
  readonly window: TimeWindow | null;
  /** Where open runs end. */
  readonly nowMs: EpochMs;
  /** Ids of runs and ghosts, keys of tracks. */
  readonly collapsed: ReadonlySet<string>;
  readonly sort: SortKey;
  readonly descending: boolean;
}

/** The rows of a layout: a pure function of its input. Its cost is that of the runs, once per gesture or change, in slices. */
export function* buildRows(input: RowsInput): Work<RowTable> {
  return input.layout === "tree" ? yield* buildTreeRows(input) : yield* buildTrackRows(input, input.layout);
}
