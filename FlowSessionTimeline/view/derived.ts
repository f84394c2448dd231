import { RunForest } from "../domain/runForest";
import { RunFilter } from "../domain/runFilter";
import { UserZone } from "../domain/userZone";
import { Collapse } from "../layout/collapse";
import { LayoutKind, SortKey } from "../layout/rows";
import { RowTable } from "../layout/rowTable";
import { TimeWindow } from "../layout/timeWindow";
import { FamilyCounts } from "./familyCounts";

/** What the rows depend on, beside the records. */
export interface Wish {
  readonly layout: LayoutKind;
  readonly sort: SortKey;
  readonly descending: boolean;
  readonly filter: RunFilter;
  readonly collapsed: Collapse;
  /** Keys of tracks that show all their lanes. */
  readonly tallTracks: ReadonlySet<string>;
  readonly zone: UserZone;
  readonly window: TimeWindow;
  /** Whether runs outside the window have rows too. */
  readonly allRows: boolean;
  /** Whether the window holds more runs than can be listed: none has a row then, densities stand for them. */
  readonly asDensity: boolean;
}

/** Whether the same records have the same rows: where all have one, the window decides about none. */
export const hasSameRows = (one: Wish, other: Wish): boolean =>
  (Object.keys(one) as (keyof Wish)[]).every((key) => Object.is(one[key], other[key]) || (key === "window" && one.allRows && other.allRows));

/** Everything derived from the records in one consistent state. */
export interface Derived {
  readonly forest: RunForest;
  /** 1 per slot that the filter lets through; null if nothing is filtered. */
  readonly matches: Uint8Array | null;
  readonly rows: RowTable;
  /** Of all runs, whatever the filter. */
  readonly counts: FamilyCounts;
  readonly storeVersion: number;
  readonly wish: Wish;
}
