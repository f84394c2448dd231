import { EpochMs } from "../base/brand";
import { clamp } from "../base/geometry";
import { RunForest } from "../domain/runForest";
import { NO_STATUS } from "../domain/status";
import { LANE_PX, laneTopPx } from "../layout/measures";
import { trackOfRow } from "../layout/rowTable";
import { LayoutKind } from "../layout/rows";
import { TimeWindow } from "../layout/timeWindow";
import { Clock } from "../base/clock";
import { anchorOf, scrollFor } from "./anchor";
import { firstLayout, presetWindow } from "./firstView";
import { FrameScheduler } from "./frameScheduler";
import { Habits } from "./habits";
import { NowTicker } from "./nowTicker";
import { Derived, Pipeline, Wish } from "./pipeline";
import { Ports, SourceState, Surroundings } from "./ports";
import { rowKey, rowOfKey } from "./rowKey";
import { nextFocus } from "./rowSuccessor";
import { INITIAL_VIEW_STATE, ViewState, ViewStore } from "./viewState";

/** After this pause a gesture counts as ended and the rows follow the window, in ms. */
const SETTLE_MS = 140;

const WISH_KEYS = ["settledWindow", "layout", "sort", "descending", "filter", "collapsed", "tallTracks", "allRows"] as const;

/** Paints one frame; false if there is nothing to paint on yet. */
export interface Painter {
  paint(now: EpochMs): void;
  /** Height of the rows' viewport in px. */
  readonly rowsHeightPx: number;
  /** Width of the plot in px; 0 before it is laid out. */
  readonly plotWidthPx: number;
}

/** The heart of the view: joins records, wishes and frames. Knows neither React nor the DOM. */
export class Timeline {
  public readonly view: ViewStore;
  public derived: Derived | undefined;
  private readonly pipeline: Pipeline;
  private readonly scheduler: FrameScheduler;
  private readonly ticker: NowTicker;
  private readonly shellListeners = new Set<() => void>();
  private readonly passListeners = new Set<() => void>();
  private readonly endings: (() => void)[] = [];
  private painter: Painter | undefined;
  private sourceKey = "";
  /** The store's version of which rows are there or under way. */
  private askedVersion = -1;
  private readonly habits: Habits;
  private cancelSettle: (() => void) | undefined;
  private pendingReveal = "";
  /** Row of the focused key in the current rows: remembered, because the run may vanish from the store before the rows do. */
  private focusedRow = -1;

  public constructor(public readonly ports: Ports, public readonly clock: Clock, public surroundings: Surroundings) {
    this.habits = new Habits(ports, clock);
    const { layout = INITIAL_VIEW_STATE.layout, labelColumnPx, parentBars } = this.habits;
    this.view = new ViewStore({ ...INITIAL_VIEW_STATE, layout, labelColumnPx, parentBars });
    this.pipeline = new Pipeline(
      ports.source.store,
      { now: () => clock.monotonic(), defer: (callback) => clock.timeout(callback, 0) },
      (code) => this.statusLabel(code),
      (derived) => this.adopt(derived)
    );
    this.scheduler = new FrameScheduler(clock, () => this.paint());
    this.ticker = new NowTicker(clock, () => this.scheduler.invalidate());
    this.endings.push(this.view.subscribe((kind, before) => this.viewChanged(kind === "shell", before)));
    this.endings.push(ports.source.subscribe(() => this.sourceChanged()));
    this.sourceChanged();
  }

  /** Ends everything that could still happen. */
  public dispose(): void {
    for (const end of this.endings.splice(0)) end();
    this.cancelSettle?.();
    this.habits.dispose();
    this.pipeline.stop();
    this.scheduler.dispose();
    this.ticker.dispose();
    this.shellListeners.clear();
    this.painter = undefined;
  }

  /** Tells React that something it shows has changed. */
  public onShell(listener: () => void): () => void {
    this.shellListeners.add(listener);
    return () => this.shellListeners.delete(listener);
  }

  public attach(painter: Painter): () => void {
    this.painter = painter;
    this.invalidate();
    return () => {
      this.painter = undefined;
    };
  }

  public invalidate(): void {
    this.scheduler.invalidate();
  }

  /** Called after each pass of the host, whatever it brings. @returns how to stop */
  public onPass(listener: () => void): () => void {
    this.passListeners.add(listener);
    return () => this.passListeners.delete(listener);
  }

  public setSurroundings(next: Surroundings): void {
    for (const listener of this.passListeners) listener();
    if (next === this.surroundings) return;
    this.surroundings = next;
    this.invalidate();
  }

  public statusLabel(code: number): string {
    const { strings, source } = this.ports;
    if (code === NO_STATUS) return strings.text("Status_Missing");
    const status = source.store.statuses.get(code);
    return status.name === "Unknown" ? strings.text("Status_Unknown", String(code)) : strings.text(`Status_${status.name}` as "Status_Failed");
  }

  /** The user chooses a layout, for this view, the next one and the next visit. */
  public chooseLayout(layout: LayoutKind): void {
    this.habits.chooseLayout(layout);
    this.view.set({ layout });
  }

  /** Moves the window. With `settle` the rows follow at once, else when the gesture has paused. */
  public setWindow(window: TimeWindow, settle: boolean): void {
    this.cancelSettle?.();
    this.cancelSettle = undefined;
    this.view.set(settle ? { window, settledWindow: window } : { window });
    if (!settle) this.cancelSettle = this.clock.timeout(() => this.settle(), SETTLE_MS);
  }

  public setScroll(scrollPx: number): void {
    const rows = this.derived?.rows;
    const height = this.painter?.rowsHeightPx ?? 0;
    const ratio = typeof devicePixelRatio === "number" ? devicePixelRatio : 1;
    const limited = clamp(scrollPx, 0, Math.max(0, (rows?.heightPx ?? 0) - height));
    this.view.set({ scrollPx: Math.round(limited * ratio) / ratio });
  }

  /** Whether rows can scroll further in a direction (-1 up, 1 down). */
  public canScroll(direction: number): boolean {
    const rest = (this.derived?.rows.heightPx ?? 0) - (this.painter?.rowsHeightPx ?? 0);
    return direction < 0 ? this.view.state.scrollPx > 0 : this.view.state.scrollPx < rest - 0.5;
  }

  /** Scrolls just far enough that the row is in view. */
  public revealRow(row: number): void {
    const rows = this.derived?.rows;
    if (!rows || row < 0) return;
    const top = rows.topPx[row] ?? 0;
    this.reveal(top, rows.topPx[row + 1] ?? top);
  }

  /** The same for one lane of a row of lanes; a lane that is not drawn is not there to be seen. */
  public revealLane(row: number, lane: number): void {
    const rows = this.derived?.rows;
    const track = rows && trackOfRow(rows, row);
    if (!rows || !track || lane < 0 || lane >= track.shownLanes) return;
    const top = (rows.topPx[row] ?? 0) + laneTopPx(lane);
    this.reveal(top, top + LANE_PX);
  }

  private reveal(top: number, bottom: number): void {
    const height = this.painter?.rowsHeightPx ?? 0;
    const scroll = this.view.state.scrollPx;
    if (top < scroll) this.setScroll(top);
    else if (bottom > scroll + height) this.setScroll(Math.min(top, bottom - height));
  }

  /** Brings a run's row into view as soon as the rows are ready: at once, or when the pipeline has ended. */
  public revealRun(id: string): void {
    this.pendingReveal = id;
    if (!this.pipeline.busy) this.finishReveal();
  }

  /** How much time a px of the plot is; NaN before there is a picture. */
  public get msPerPx(): number {
    const { window } = this.view.state;
    const width = this.painter?.plotWidthPx ?? 0;
    return window && width > 0 ? (window.toMs - window.fromMs) / width : NaN;
  }

  public keyOfRow(row: number): string {
    return this.derived ? rowKey(this.derived.rows, row, this.ports.source.store, this.derived.forest) : "";
  }

  public rowOf(key: string): number {
    return this.derived ? rowOfKey(this.derived.rows, key, this.derived.forest) : -1;
  }

  private settle(): void {
    this.cancelSettle = undefined;
    this.view.set({ settledWindow: this.view.state.window });
  }

  private sourceChanged(): void {
    const { source } = this.ports;
    const state = source.state();
    if (state.key !== this.sourceKey) this.reset(state.key);
    if (this.view.state.window === null) this.prepareFirstView(state);
    else if (this.askedVersion !== source.store.version) this.recompute();
    this.notifyShell();
  }

  /** Other runs: the picture starts anew, the user's habits (layout, column width) stay. */
  private reset(key: string): void {
    this.sourceKey = key;
    this.pipeline.stop();
    this.derived = undefined;
    this.askedVersion = -1;
    const { layout, sort, descending, labelColumnPx, parentBars } = this.view.state;
    this.view.set({ ...INITIAL_VIEW_STATE, layout, sort, descending, labelColumnPx, parentBars });
  }

  private prepareFirstView(state: SourceState): void {
    const { store } = this.ports.source;
    if (state.phase === "ready" && store.size > 0) this.pipeline.prepare((forest) => this.chooseFirstView(forest));
  }

  private chooseFirstView(forest: RunForest): void {
    const { store } = this.ports.source;
    const now = this.clock.now();
    const window = presetWindow(store, this.surroundings.firstWindow, now);
    const layout = this.habits.layout ?? firstLayout(this.surroundings.firstLayout, store, forest, window, now);
    this.view.set({ window, settledWindow: window, layout });
  }

  private viewChanged(shell: boolean, before: ViewState): void {
    const state = this.view.state;
    if (WISH_KEYS.some((key) => state[key] !== before[key])) this.recompute();
    if (state.selected !== before.selected) this.ports.selection.select([...state.selected]);
    if (state.labelColumnPx !== before.labelColumnPx) this.habits.chooseLabelColumn(state.labelColumnPx);
    if (state.parentBars !== before.parentBars) this.habits.chooseParentBars(state.parentBars);
    if (state.focusedKey !== before.focusedKey) this.focusedRow = this.rowOf(state.focusedKey);
    if (shell) this.notifyShell();
    this.invalidate();
  }

  private recompute(): void {
    const { layout, sort, descending, filter, collapsed, tallTracks, allRows, settledWindow } = this.view.state;
    if (settledWindow === null) return;
    const wish: Wish = { layout, sort, descending, filter, collapsed, tallTracks, zone: this.surroundings.formats.zone, window: settledWindow, allRows };
    this.askedVersion = this.ports.source.store.version;
    this.pipeline.run(wish, this.clock.now());
  }

  /** Takes over new rows without moving what the user looks at: the focused or chosen run, else the topmost row, keeps its place on screen. */
  private adopt(derived: Derived): void {
    const before = this.derived;
    const { scrollPx, focusedKey, selected, panelId } = this.view.state;
    const { store } = this.ports.source;
    const anchor = before && before.rows !== derived.rows ? anchorOf(before, store, [focusedKey, panelId, ...(selected.size === 1 ? selected : [])], scrollPx, this.painter?.rowsHeightPx ?? 0) : null;
    this.derived = derived;
    const anchored = anchor ? scrollFor(derived, store, anchor) : NaN;
    this.setScroll(Number.isNaN(anchored) ? scrollPx : anchored);
    const alive = [...selected].filter((id) => store.slotOf(id) >= 0);
    this.view.set({
      selected: alive.length === selected.size ? selected : new Set(alive),
      panelId: panelId !== "" && store.slotOf(panelId) < 0 ? "" : panelId,
      focusedKey: before && focusedKey !== "" && this.rowOf(focusedKey) < 0 ? nextFocus(before, derived, this.focusedRow, store) : focusedKey,
    });
    this.focusedRow = this.rowOf(this.view.state.focusedKey);
    this.finishReveal();
    this.notifyShell();
    this.invalidate();
  }

  private finishReveal(): void {
    if (this.pendingReveal === "" || !this.derived) return;
    const row = this.rowOf(this.pendingReveal);
    this.pendingReveal = "";
    if (row < 0) return;
    this.view.set({ focusedKey: this.keyOfRow(row) });
    this.revealRow(row);
  }

  private notifyShell(): void {
    // What one of them renders may take another down, which must not be told any more.
    for (const listener of [...this.shellListeners]) if (this.shellListeners.has(listener)) listener();
  }

  private paint(): void {
    const now = this.clock.now();
    this.painter?.paint(now);
    const window = this.view.state.window;
    if (window && now >= window.fromMs && now < window.toMs && this.painter) this.ticker.start();
    else this.ticker.stop();
  }
}
