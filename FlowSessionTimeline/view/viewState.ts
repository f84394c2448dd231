import { NO_FILTER, RunFilter } from "../domain/runFilter";
import { ALL_OPEN, Collapse } from "../layout/collapse";
import { LayoutKind, SortKey } from "../layout/rows";
import { TimeWindow } from "../layout/timeWindow";

export type ParentBars = "own" | "envelope";

/** Everything that the user can change about the picture; the records are not part of it. */
export interface ViewState {
  /** What is on screen now; moves with every frame of a gesture. Null until the first rows have come. */
  readonly window: TimeWindow | null;
  /** The window when the last gesture ended: rows are made for it. */
  readonly settledWindow: TimeWindow | null;
  /** px of rows that are scrolled away at the top. */
  readonly scrollPx: number;
  readonly layout: LayoutKind;
  readonly sort: SortKey;
  readonly descending: boolean;
  readonly filter: RunFilter;
  readonly collapsed: Collapse;
  /** Keys of tracks that show all their lanes, however many. */
  readonly tallTracks: ReadonlySet<string>;
  /** Whether the list keeps rows whose runs are outside the window. */
  readonly allRows: boolean;
  readonly selected: ReadonlySet<string>;
  /** Key of the row that has the keyboard's focus, "" before any had. */
  readonly focusedKey: string;
  /** Run under the pointer, or "". */
  readonly hoveredId: string;
  /** Run that the panel shows, or "". */
  readonly panelId: string;
  /** First of the merged runs that the walk along a track has come to, or "". */
  readonly mergedAt: string;
  /** Run since whose start times are told beside the clock's, or "". */
  readonly relativeTo: string;
  /** Whether a parent shows its own time alone or in the span of all below it. */
  readonly parentBars: ParentBars;
  /** New failures that the user has been to. */
  readonly visitedFailures: ReadonlySet<string>;
  readonly dialog: "none" | "help" | "notes";
  readonly labelColumnPx: number;
}

export const MIN_LABEL_COLUMN_PX = 160;

export const INITIAL_VIEW_STATE: ViewState = {
  window: null,
  settledWindow: null,
  scrollPx: 0,
  layout: "tree",
  sort: "start",
  descending: false,
  filter: NO_FILTER,
  collapsed: ALL_OPEN,
  tallTracks: new Set(),
  allRows: false,
  selected: new Set(),
  focusedKey: "",
  hoveredId: "",
  panelId: "",
  mergedAt: "",
  relativeTo: "",
  parentBars: "envelope",
  visitedFailures: new Set(),
  dialog: "none",
  labelColumnPx: 330,
};

/** Keys that move with every frame: their changes repaint canvas and rows and never render React. */
const FRAME_KEYS: ReadonlySet<keyof ViewState> = new Set(["window", "scrollPx", "hoveredId", "focusedKey"]);

/** Keys that no row's words depend on: what a window that has settled changes about rows comes with other rows. */
const WORDLESS_KEYS: ReadonlySet<keyof ViewState> = new Set([...FRAME_KEYS, "settledWindow", "visitedFailures"]);

/** frame: only the picture moved; shell: something that React shows changed too. */
export type ChangeKind = "frame" | "shell";

/** The one store of the view. */
export class ViewStore {
  private current: ViewState;
  private changes = 0;
  private readonly listeners = new Set<(kind: ChangeKind, before: ViewState) => void>();

  public constructor(initial: ViewState) {
    this.current = initial;
  }

  public get state(): ViewState {
    return this.current;
  }

  /** Grows with each change that the words of rows could depend on. */
  public get revision(): number {
    return this.changes;
  }

  /** Applies a change; values that are the same notify nobody. */
  public set(change: Partial<ViewState>): void {
    const before = this.current;
    let isChanged = false;
    let kind: ChangeKind = "frame";
    let isWordless = true;
    for (const key of Object.keys(change) as (keyof ViewState)[]) {
      if (Object.is(before[key], change[key])) continue;
      isChanged = true;
      if (!FRAME_KEYS.has(key)) kind = "shell";
      if (!WORDLESS_KEYS.has(key)) isWordless = false;
    }
    if (!isChanged) return;
    this.current = { ...before, ...change };
    if (!isWordless) this.changes++;
    for (const listener of [...this.listeners]) listener(kind, before);
  }

  public subscribe(listener: (kind: ChangeKind, before: ViewState) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
