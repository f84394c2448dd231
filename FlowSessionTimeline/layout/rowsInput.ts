import { EpochMs } from "../base/brand";
import { RunForest } from "../domain/runForest";
import { RunStore } from "../domain/runStore";
import type { Collapse } from "./collapse";
import { UserZone } from "../domain/userZone";
import { TimeWindow } from "./timeWindow";
import { RunBlocks } from "./runBlocks";
import type { TrackSet } from "./trackSet";

export type LayoutKind = "tree" | "machine" | "machineGroup" | "flow" | "status" | "runMode" | "trigger" | "owner" | "errorCode" | "day";
export type SortKey = "start" | "duration" | "wait" | "name";

export interface RowsInput {
  readonly store: RunStore;
  readonly forest: RunForest;
  readonly blocks: RunBlocks;
  readonly layout: LayoutKind;
  /** 1 per slot that the filter lets through; null: all. */
  readonly matches: Uint8Array | null;
  /** Only runs that share time with it (and their ancestors) get a row; null: all rows. */
  readonly window: TimeWindow | null;
  /** Where open runs end. */
  readonly nowMs: EpochMs;
  readonly collapsed: Collapse;
  /** Keys of tracks that show all their lanes, however many. */
  readonly tallTracks: ReadonlySet<string>;
  /** Says which day an instant belongs to. */
  readonly zone: UserZone;
  /** The tracks of the rows before: taken over while they hold. */
  readonly trackSet: TrackSet | null;
  readonly sort: SortKey;
  readonly descending: boolean;
}
