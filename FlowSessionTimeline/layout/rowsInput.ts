import { EpochMs } from "../base/brand";
import { RunForest } from "../domain/runForest";
import { RunStore } from "../domain/runStore";
import type { Collapse } from "./collapse";
import { TimeWindow } from "./timeWindow";

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
  readonly collapsed: Collapse;
  readonly sort: SortKey;
  readonly descending: boolean;
}
