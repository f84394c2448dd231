import { EpochMs, SECOND } from "../base/brand";
import { nameLine, NameRoom } from "../layout/nameLine";
import { RowTable } from "../layout/rowTable";
import { isLive } from "../layout/runTimes";
import { TextMeasure } from "../render/textMeasure";
import { ChangedRuns } from "./changedRuns";
import { ChartDom } from "./chartDom";
import { ColumnLook, NamePainter, ShownRow } from "./namePainter";
import { Pictures } from "./pictures";
import { Derived } from "./pipeline";
import { Remembered } from "./remembered";
import { rowContent } from "./rowContent";
import { RowPool, RowsInView } from "./rowPool";
import { isWindowComplete } from "./statusFacts";
import { Timeline } from "./timeline";

/** After so long without another row or offset the elements are brought where their rows are, ms. */
const REST_MS = 200;

/** Shows the rows of a frame: their names beside the picture, and what screen readers and the keyboard walk. */
export class RowPainter {
  public readonly names: NamePainter;
  private readonly pool: RowPool;
  private readonly changes: ChangedRuns;
  private readonly shownRows = new Remembered<ShownRow>();
  private shown: RowTable | undefined;
  private view: RowsInView = { first: 0, last: -1, pinned: -1 };
  private second = NaN;
  private focusWanted = false;
  /** The offset at which elements lie where their rows are; NaN while they do not. */
  private settledPx = NaN;
  /** When rows were last written or moved, monotonic ms. */
  private paintedAt = 0;
  private cancelRest: (() => void) | undefined;

  public constructor(private readonly timeline: Timeline, private readonly dom: ChartDom, pictures: Pictures, private readonly measure: TextMeasure) {
    this.changes = new ChangedRuns(timeline.ports.source.store);
    this.pool = new RowPool(dom.rows);
    this.names = new NamePainter(pictures);
  }

  public dispose(): void {
    this.cancelRest?.();
    this.cancelRest = undefined;
  }

  public rowOf(target: EventTarget | null): number {
    return this.pool.rowOf(target);
  }

  /** With the next frame the keyboard's focus moves to the row that the view state names. */
  public wantFocus(): void {
    this.focusWanted = true;
  }

  public paint(derived: Derived, look: ColumnLook, now: EpochMs): void {
    const { rows } = derived;
    const { scrollPx, focusedKey } = this.timeline.view.state;
    const first = rows.count === 0 ? 0 : rows.rowAt(scrollPx);
    const last = rows.count === 0 ? -1 : rows.rowAt(scrollPx + look.heightPx - 1);
    const focused = this.timeline.rowOf(focusedKey);
    const isRebuilt = this.reassign(derived, focused);
    const isChanged = this.changes.sinceLast();
    // What a row says of several runs may be another thing after any change.
    if (isChanged) this.shownRows.forget((row) => rows.kind(row) !== "run" || isChanged(rows.node[row]));
    const basis = [rows, this.timeline.surroundings, this.timeline.view.revision, isWindowComplete(this.timeline), look.widthPx];
    const isSteady = this.isSteady(focused, now);
    const isSame = this.shownRows.rest(...basis) && isSteady && isChanged === null;
    const row = this.rowsOf(derived, look.widthPx, now);
    // Before anything is written to elements: a canvas of the page that is given a font has the styles of all brought up to date.
    this.names.paint(rows, { first, last, hovered: this.hoveredRow(rows), ringed: this.ringedRow(focused) }, scrollPx, look, row, [...basis, this.timeline.ports.source.store.version, this.second]);
    this.view = { first, last, pinned: focused };
    const isSettled = scrollPx === this.settledPx;
    const isWritten = !isSame || !this.pool.covers(this.view);
    if (isWritten) this.pool.sync(rows, this.view, (index) => row(index).content);
    if (isRebuilt || (isSettled && isWritten)) this.settle();
    else if (!isSettled) this.settleAtRest();
    if (!this.focusWanted) return;
    this.focusWanted = false;
    this.pool.elementOf(focused)?.focus({ preventScroll: true });
  }

  /** Each row's words and line, made once while they are the same. */
  private rowsOf(derived: Derived, widthPx: number, now: EpochMs): (row: number) => ShownRow {
    const room: NameRoom = { widthPx, measure: (text, face) => this.measure.width(text, face) };
    const make = (row: number): ShownRow => {
      const content = rowContent(this.timeline, derived, row, now);
      return { content, line: nameLine(content, room) };
    };
    return (row) => this.shownRows.of(row, this.secondOf(derived.rows, row, now), () => make(row));
  }

  /** The same row has the focus, in the same second. */
  private isSteady(pinned: number, now: EpochMs): boolean {
    const second = Math.floor(now / SECOND);
    const isSteady = pinned === this.view.pinned && second === this.second;
    this.second = second;
    return isSteady;
  }

  /** When rows were rebuilt, elements are dealt anew, but the focused one stays with its run. */
  private reassign({ rows, wish }: Derived, focused: number): boolean {
    if (this.shown === rows) return false;
    this.shown = rows;
    this.pool.reassign(this.view.pinned, focused);
    // One row speaks for those that are too many.
    this.dom.grid.setAttribute("aria-rowcount", String(wish.asDensity ? 1 : rows.count));
    return true;
  }

  private settleAtRest(): void {
    this.settledPx = NaN;
    this.paintedAt = this.timeline.clock.monotonic();
    this.cancelRest ??= this.timeline.clock.timeout(this.settleIfResting, REST_MS);
  }

  /** One timer for many frames: to end and start one in each costs more than to look again. */
  private readonly settleIfResting = (): void => {
    const leftMs = this.paintedAt + REST_MS - this.timeline.clock.monotonic();
    this.cancelRest = leftMs > 0 ? this.timeline.clock.timeout(this.settleIfResting, leftMs) : undefined;
    if (leftMs <= 0) this.settle();
  };

  private settle(): void {
    if (!this.shown) return;
    this.settledPx = this.timeline.view.state.scrollPx;
    this.pool.settle(this.shown, this.view, this.settledPx);
  }

  /** The row under the pointer; the lanes of a track are no row to point at. */
  private hoveredRow(rows: RowTable): number {
    const row = this.timeline.rowOf(this.timeline.view.state.hoveredId);
    return row >= 0 && rows.kind(row) !== "lanes" ? row : -1;
  }

  /** The row with the keyboard's focus, where the browser would show it. */
  private ringedRow(focused: number): number {
    return this.pool.elementOf(focused)?.matches(":focus-visible") ? focused : -1;
  }

  /** Rows of several runs may hold one that is under way. */
  private secondOf(rows: RowTable, row: number, now: EpochMs): number {
    const isSettled = rows.kind(row) === "run" && !isLive(this.timeline.ports.source.store, rows.node[row]);
    return isSettled ? -1 : Math.floor(now / SECOND);
  }
}
