import { devicePx } from "../base/devicePx";
import { clamp } from "../base/geometry";
import { RunForest } from "../domain/runForest";
import { LayoutKind } from "../layout/rows";
import { TimeWindow } from "../layout/timeWindow";
import { Clock } from "../base/clock";
import { Listeners } from "../base/listeners";
import { keptChoice, keptScroll } from "./adopted";
import { Demands } from "./demand";
import { firstLayout, presetWindow } from "./firstView";
import { FirstWait } from "./firstWait";
import { FrameScheduler } from "./frameScheduler";
import { Habits } from "./habits";
import { NowTicker } from "./nowTicker";
import { Painter } from "./painter";
import { Derived, Pipeline, Wish } from "./pipeline";
import { Ports, SourceState, Surroundings } from "./ports";
import { rowKey, rowOfKey } from "./rowKey";
import { nextFocus } from "./rowSuccessor";
import { ShellNews } from "./shellNews";
import { statusLabel } from "./statusLabel";
import { laneStretch, rowStretch, scrollToShow, Stretch } from "./stretch";
import { INITIAL_VIEW_STATE, ViewState, ViewStore } from "./viewState";

/** After this pause a gesture counts as ended and the rows follow the window, in ms. */
const SETTLE_MS = 140;

/** None of them moves with every frame. */
const WISH_KEYS = ["settledWindow", "layout", "sort", "descending", "filter", "collapsed", "tallTracks", "allRows"] as const;

/** The heart of the view: joins records, wishes and frames. Knows neither React nor the DOM. */
export class Timeline {
  public readonly view: ViewStore;
  public readonly news: ShellNews;
  public derived: Derived | undefined;
  public readonly firstWait: FirstWait;
  private readonly pipeline: Pipeline;
  private readonly scheduler: FrameScheduler;
  private readonly ticker: NowTicker;
  private readonly passListeners = new Listeners();
  private readonly endings: (() => void)[] = [];
  private painter: Painter | undefined;
  private sourceKey = "";
  /** The store's version of which rows are there or under way. */
  private askedVersion = -1;
  /** Whether densities stand for the rows that were asked for last. */
  private askedDensity = false;
  private readonly habits: Habits;
  private cancelSettle: (() => void) | undefined;
  private pendingReveal: { readonly id: string; readonly withFocus: boolean } | undefined;
  /** Row of the focused key in the current rows: remembered, because the run may vanish from the store before the rows do. */
  private focusedRow = -1;

  public constructor(public readonly ports: Ports, public readonly clock: Clock, public surroundings: Surroundings) {
    this.news = new ShellNews(clock);
    this.habits = new Habits(ports, clock);
    const { layout = INITIAL_VIEW_STATE.layout, labelColumnPx, parentBars } = this.habits;
    this.view = new ViewStore({ ...INITIAL_VIEW_STATE, layout, labelColumnPx, parentBars });
    this.pipeline = new Pipeline(
      ports.source.store,
      { now: () => clock.monotonic(), defer: (callback) => clock.timeout(callback, 0) },
      (code) => this.statusLabel(code),
      (derived) => this.adopt(derived)
    );
    this.scheduler = new FrameScheduler(clock, () => this.paint(), () => this.passListeners.tell());
    this.ticker = new NowTicker(clock, () => this.scheduler.invalidate());
    const demands = new Demands(ports.source, this.view, clock);
    this.firstWait = new FirstWait(ports, clock, () => this.sourceChanged());
    this.endings.push(() => demands.dispose(), () => this.firstWait.stop());
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
    this.news.dispose();
    this.passListeners.clear();
    this.painter = undefined;
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

  /** Called in the frame after a pass of the host, whatever it brings, when the frame's picture is drawn. @returns how to stop */
  public onPass(listener: () => void): () => void {
    return this.passListeners.add(listener);
  }

  public setSurroundings(next: Surroundings): void {
    this.scheduler.passed();
    const { formats, isRtl } = this.surroundings;
    this.surroundings = next;
    // A size or a palette that is another has the picture drawn by itself; the width that a host grants late is mostly what there is.
    if (next.formats !== formats || next.isRtl !== isRtl) this.invalidate();
  }

  public statusLabel(code: number): string {
    return statusLabel(this.ports, code);
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
    this.view.set({ scrollPx: devicePx(limited, ratio) / ratio });
  }

  /** Scrolls as the bar says, and paints at once: the browser sends its events within a frame, before what was asked for it. */
  public scrolled(scrollPx: number): void {
    this.scheduler.within(() => this.setScroll(scrollPx));
  }

  /** Whether rows can scroll further in a direction (-1 up, 1 down). */
  public canScroll(direction: number): boolean {
    const rest = (this.derived?.rows.heightPx ?? 0) - (this.painter?.rowsHeightPx ?? 0);
    return direction < 0 ? this.view.state.scrollPx > 0 : this.view.state.scrollPx < rest - 0.5;
  }

  /** Scrolls just far enough that the row is in view. */
  public revealRow(row: number): void {
    if (this.derived) this.reveal(rowStretch(this.derived.rows, row));
  }

  /** The same for one lane of a row of lanes. */
  public revealLane(row: number, lane: number): void {
    if (this.derived) this.reveal(laneStretch(this.derived.rows, row, lane));
  }

  private reveal(stretch: Stretch | null): void {
    const { scrollPx } = this.view.state;
    const wanted = stretch ? scrollToShow(stretch, scrollPx, this.painter?.rowsHeightPx ?? 0) : scrollPx;
    if (wanted !== scrollPx) this.setScroll(wanted);
  }

  /** Brings a run's row into view as soon as the rows are ready: at once, or when the pipeline has ended. @param withFocus moves the keyboard's focus there too */
  public revealRun(id: string, withFocus = false): void {
    this.pendingReveal = { id, withFocus };
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
    if (this.view.state.window === null) this.prepareFirstView();
    else if (this.askedVersion !== source.store.version || this.askedDensity !== isBeyond(state)) this.recompute();
    this.tellShell();
  }

  /** Other runs: the picture starts anew, the user's habits (layout, column width) stay. */
  private reset(key: string): void {
    this.sourceKey = key;
    this.firstWait.reset();
    this.pipeline.stop();
    this.derived = undefined;
    this.askedVersion = -1;
    const { layout, sort, descending, labelColumnPx, parentBars } = this.view.state;
    this.view.set({ ...INITIAL_VIEW_STATE, layout, sort, descending, labelColumnPx, parentBars });
  }

  private prepareFirstView(): void {
    if (this.firstWait.isReady(this.surroundings.firstWindow)) this.pipeline.prepare((forest) => this.chooseFirstView(forest));
  }

  private chooseFirstView(forest: RunForest): void {
    const { source: { store }, overview } = this.ports;
    const now = this.clock.now();
    const window = presetWindow(store, this.surroundings.firstWindow, now, overview?.bins());
    const { hasMore, limit, server } = this.ports.source.state();
    const isPart = server ? server.phase !== "complete" : hasMore && limit === null;
    const layout = this.habits.layout ?? firstLayout(this.surroundings.firstLayout, store, forest, window, now, isPart);
    this.view.set({ window, settledWindow: window, layout });
  }

  private viewChanged(shell: boolean, before: ViewState): void {
    const state = this.view.state;
    if (state.selected !== before.selected) this.ports.selection.select([...state.selected]);
    if (state.labelColumnPx !== before.labelColumnPx) this.habits.chooseLabelColumn(state.labelColumnPx);
    if (state.parentBars !== before.parentBars) this.habits.chooseParentBars(state.parentBars);
    if (state.focusedKey !== before.focusedKey) this.focusedRow = this.rowOf(state.focusedKey);
    const { count } = this.news;
    if (shell && WISH_KEYS.some((key) => state[key] !== before[key])) this.recompute();
    // Rows that were made at once have told it already.
    if (shell && count === this.news.count) this.tellShell();
    this.invalidate();
  }

  private recompute(): void {
    const { layout, sort, descending, filter, collapsed, tallTracks, allRows, settledWindow } = this.view.state;
    if (settledWindow === null) return;
    const { source } = this.ports;
    this.askedVersion = source.store.version;
    this.askedDensity = isBeyond(source.state());
    const { zone } = this.surroundings.formats;
    const wish: Wish = { layout, sort, descending, filter, collapsed, tallTracks, zone, window: settledWindow, allRows, asDensity: this.askedDensity };
    this.pipeline.run(wish, this.clock.now());
  }

  /** Takes over new rows without moving what the user looks at. */
  private adopt(derived: Derived): void {
    const before = this.derived;
    const { state } = this.view;
    const { focusedKey } = state;
    const { store } = this.ports.source;
    const scrollPx = keptScroll(before, derived, state, store, this.painter?.rowsHeightPx ?? 0);
    this.derived = derived;
    this.setScroll(scrollPx);
    const isGone = before && !derived.wish.asDensity && focusedKey !== "" && this.rowOf(focusedKey) < 0;
    this.view.set({ ...keptChoice(state, store), focusedKey: isGone ? nextFocus(before, derived, this.focusedRow, store) : focusedKey });
    this.focusedRow = this.rowOf(this.view.state.focusedKey);
    this.finishReveal();
    this.news.tell(before === undefined);
    this.invalidate();
  }

  private finishReveal(): void {
    if (!this.pendingReveal || !this.derived) return;
    const { id, withFocus } = this.pendingReveal;
    const row = this.rowOf(id);
    this.pendingReveal = undefined;
    if (row < 0) return;
    this.view.set({ focusedKey: this.keyOfRow(row) });
    this.revealRow(row);
    if (!withFocus) return;
    this.painter?.wantFocus();
    this.invalidate();
  }

  private tellShell(): void {
    this.news.tell(this.derived === undefined);
  }

  private paint(): void {
    const now = this.clock.now();
    this.painter?.paint(now);
    if (this.derived) this.ports.source.pictured?.();
    const window = this.view.state.window;
    if (window && now >= window.fromMs && now < window.toMs && this.painter) this.ticker.start();
    else this.ticker.stop();
  }
}

/** Whether the window holds more runs than can be listed. */
const isBeyond = ({ server }: SourceState): boolean => server?.phase === "beyond";
