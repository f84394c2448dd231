import { EpochMs, SECOND } from "../base/brand";
import { RowTable } from "../layout/rowTable";
import { isLive } from "../layout/runTimes";
import { ChartDom } from "./chartDom";
import { Derived } from "./pipeline";
import { Remembered } from "./remembered";
import { NameRoom, rowContent } from "./rowContent";
import { RowContent } from "./rowElement";
import { RowPool, RowsInView } from "./rowPool";
import { isWindowComplete } from "./statusFacts";
import { Timeline } from "./timeline";

/** After so long without a new row the elements are brought into the order of the rows, ms. */
const REST_MS = 200;

/** Writes the rows of a frame: the names beside the picture, and what screen readers and the keyboard walk. */
export class RowPainter {
  private readonly pool: RowPool;
  private readonly contents = new Remembered<RowContent>();
  private shown: RowTable | undefined;
  private pinned = -1;
  /** Which rows stand out, and in which second: what changes about rows without other words. */
  private marks = "";
  private focusWanted = false;
  /** When rows were last written out of order, monotonic ms. */
  private paintedAt = 0;
  private cancelRest: (() => void) | undefined;

  /** @param measure width of a text in the picture's font, px */
  public constructor(private readonly timeline: Timeline, private readonly dom: ChartDom, private readonly measure: (text: string) => number) {
    this.pool = new RowPool(dom.rows);
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

  /** @param heightPx of the rows' viewport; @param widthPx of the label column */
  public paint(derived: Derived, heightPx: number, widthPx: number, now: EpochMs): void {
    const { rows } = derived;
    const { scrollPx, focusedKey } = this.timeline.view.state;
    const first = rows.count === 0 ? 0 : rows.rowAt(scrollPx);
    const last = rows.count === 0 ? -1 : rows.rowAt(scrollPx + heightPx - 1);
    const focused = this.timeline.rowOf(focusedKey);
    const isRebuilt = this.reassign(derived, focused);
    const room: NameRoom = { widthPx, measure: this.measure };
    const isSame = this.contents.rest(rows, derived.forest, this.timeline.ports.source.store.version, this.timeline.surroundings, this.timeline.view.revision, isWindowComplete(this.timeline), widthPx);
    const content = (row: number): RowContent => this.contents.of(row, this.secondOf(rows, row, now), () => rowContent(this.timeline, derived, row, now, room));
    const view: RowsInView = { first, last, pinned: focused, hovered: this.hoveredRow(rows), tabStop: focused >= 0 ? focused : first, scrollPx };
    const isStill = this.isStill(view, now);
    if (!isSame || !isStill || !this.pool.move(view)) this.pool.sync(rows, view, content);
    if (isRebuilt) this.pool.arrange();
    else this.arrangeAtRest();
    if (!this.focusWanted) return;
    this.focusWanted = false;
    this.pool.elementOf(focused)?.focus({ preventScroll: true });
  }

  /** True if rows have only scrolled since the last frame: what they say and which of them stand out is the same. */
  private isStill({ pinned, hovered }: RowsInView, now: EpochMs): boolean {
    const marks = [pinned, hovered, Math.floor(now / SECOND)].join();
    const isStill = marks === this.marks;
    this.pinned = pinned;
    this.marks = marks;
    return isStill;
  }

  /** When rows were rebuilt, elements are dealt anew, but the focused one stays with its run. */
  private reassign({ rows, wish }: Derived, focused: number): boolean {
    if (this.shown === rows) return false;
    this.shown = rows;
    this.pool.reassign(this.pinned, focused);
    // One row speaks for those that are too many.
    this.dom.grid.setAttribute("aria-rowcount", String(wish.asDensity ? 1 : rows.count));
    return true;
  }

  private arrangeAtRest(): void {
    if (this.pool.isArranged) return;
    this.paintedAt = this.timeline.clock.monotonic();
    this.cancelRest ??= this.timeline.clock.timeout(this.arrangeIfResting, REST_MS);
  }

  /** One timer for many frames: to end and start one in each costs more than to look again. */
  private readonly arrangeIfResting = (): void => {
    const leftMs = this.paintedAt + REST_MS - this.timeline.clock.monotonic();
    this.cancelRest = leftMs > 0 ? this.timeline.clock.timeout(this.arrangeIfResting, leftMs) : undefined;
    if (leftMs <= 0) this.pool.arrange();
  };

  /** The row of the run under the pointer; the lanes of a track are no run. */
  private hoveredRow(rows: RowTable): number {
    const { hoveredId } = this.timeline.view.state;
    const row = hoveredId === "" ? -1 : this.timeline.rowOf(hoveredId);
    return row >= 0 && rows.kind(row) === "run" ? row : -1;
  }

  /** Rows of several runs may hold one that is under way. */
  private secondOf(rows: RowTable, row: number, now: EpochMs): number {
    const isSettled = rows.kind(row) === "run" && !isLive(this.timeline.ports.source.store, rows.node[row]);
    return isSettled ? -1 : Math.floor(now / SECOND);
  }
}
