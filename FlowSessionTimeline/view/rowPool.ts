import { RowTable } from "../layout/rowTable";
import { RowContent, RowElement } from "./rowElement";

/** Rows are placed relative to an origin that moves in steps of this, so that CSS transforms stay exact with a million rows. */
const ORIGIN_STEP_PX = 100_000;

/**
 * Rows beyond the view that are written together with those that scroll into it. To write any row costs the browser as much as to write
 * several: in the frames until these have come into view, all rows only move.
 */
export const ROWS_AHEAD = 12;

/** What the pool shows; rows are indices in the table, -1 for none. */
export interface RowsInView {
  readonly first: number;
  readonly last: number;
  /** Stays in the DOM wherever it is. */
  readonly pinned: number;
  readonly hovered: number;
  /** Where the Tab key enters. */
  readonly tabStop: number;
  readonly scrollPx: number;
}

const originOf = (scrollPx: number): number => Math.floor(scrollPx / ORIGIN_STEP_PX) * ORIGIN_STEP_PX;

/**
 * Renders the rows in view into a fixed handful of elements. The focused row is never recycled.
 * While rows scroll, the elements of those that left are written anew where they stand: aria-rowindex says the order then. `arrange` brings the
 * elements into the order of the rows, as screen readers walk them; moving them costs a layout, so it is for when scrolling rests.
 */
export class RowPool {
  private readonly byRow = new Map<number, RowElement>();
  private readonly free: RowElement[] = [];
  private arranged = true;
  /** The rows that have elements, beside the pinned one. */
  private from = 0;
  private to = -1;
  private tabStop = -1;
  private originPx = 0;

  /** @param container holds the rows and nothing else; it is clipped by its parent */
  public constructor(private readonly container: HTMLElement) {}

  /** False if the elements may stand in another order than the rows. */
  public get isArranged(): boolean {
    return this.arranged;
  }

  /** The rows are others now: elements stay where they are and are written anew, but that of the row `from` goes with its run to the row `to`, or nowhere (-1). */
  public reassign(from: number, to: number): void {
    this.to = -1;
    const kept = this.byRow.get(from);
    if (kept === undefined || from === to) return;
    const other = this.byRow.get(to);
    this.byRow.delete(from);
    this.arranged = false;
    if (to < 0) return this.release(kept);
    this.adopt(kept, to);
    if (other !== undefined) this.adopt(other, from);
  }

  /** Moves all rows to the scroll offset, if nothing else is to be done. @returns false if rows that are now in view have no element */
  public move({ first, last, tabStop, scrollPx }: RowsInView): boolean {
    if (first < this.from || last > this.to || originOf(scrollPx) !== this.originPx) return false;
    if (tabStop !== this.tabStop) {
      this.byRow.get(this.tabStop)?.setTabStop(false);
      this.byRow.get(tabStop)?.setTabStop(true);
      this.tabStop = tabStop;
    }
    this.container.style.transform = `translateY(${this.originPx - scrollPx}px)`;
    return true;
  }

  /** Shows the rows in view and the pinned one, and moves all to the scroll offset. */
  public sync(rows: RowTable, view: RowsInView, content: (row: number) => RowContent): void {
    const { pinned, scrollPx } = view;
    const { from, to } = this.reach(rows, view);
    for (const [row, element] of this.byRow) {
      if ((row >= from && row <= to) || row === pinned) continue;
      this.byRow.delete(row);
      this.release(element);
    }
    const shown: number[] = [];
    for (let row = from; row <= to; row++) shown.push(row);
    if (pinned >= 0 && pinned < rows.count && (pinned < from || pinned > to)) shown.push(pinned);
    // All texts are made before the first is written: measuring one after that would have the browser lay the rows out at once.
    const contents = shown.map(content);
    const originPx = (this.originPx = originOf(scrollPx));
    this.tabStop = view.tabStop;
    shown.forEach((row, i) => {
      const element = this.byRow.get(row) ?? this.take(row);
      element.write(contents[i], row === view.hovered, row === view.tabStop);
      element.place(rows.topPx[row] - originPx);
    });
    for (const element of this.free) element.dom.remove();
    this.container.style.transform = `translateY(${originPx - scrollPx}px)`;
  }

  /** The rows that get elements: those that have them while all in view do, else those in view and some on the side to which they scroll. */
  private reach(rows: RowTable, { first, last }: RowsInView): this {
    const isDown = last > this.to;
    if (!isDown && first >= this.from) return this;
    const isNear = first <= this.to && last >= this.from;
    this.from = isNear && !isDown ? Math.max(0, first - ROWS_AHEAD) : first;
    this.to = isNear && isDown ? Math.min(rows.count - 1, last + ROWS_AHEAD) : last;
    return this;
  }

  /** Brings the elements into the order of their rows. The one with the focus stays where it is and the others move, because moving would end the focus. */
  public arrange(): void {
    if (this.arranged) return;
    this.arranged = true;
    const { activeElement } = this.container.ownerDocument;
    let next = this.container.firstElementChild;
    for (const { dom } of [...this.byRow.values()].sort((a, b) => a.row - b.row)) {
      if (dom !== next && dom !== activeElement) this.container.insertBefore(dom, next);
      else next = dom.nextElementSibling;
    }
  }

  public elementOf(row: number): HTMLElement | undefined {
    return this.byRow.get(row)?.dom;
  }

  /** The row that an element inside the pool belongs to, or -1. */
  public rowOf(target: EventTarget | null): number {
    const dom = target instanceof Element ? target.closest("[role=row]") : null;
    for (const [row, element] of this.byRow) if (element.dom === dom) return row;
    return -1;
  }

  private take(row: number): RowElement {
    const element = this.free.pop() ?? new RowElement(this.container.ownerDocument);
    if (element.dom.parentNode !== this.container) this.container.append(element.dom);
    this.arranged = false;
    this.adopt(element, row);
    return element;
  }

  private adopt(element: RowElement, row: number): void {
    element.row = row;
    this.byRow.set(row, element);
  }

  private release(element: RowElement): void {
    element.row = -1;
    // The focus must not pass to whatever the element shows next.
    if (element.dom === this.container.ownerDocument.activeElement) element.dom.remove();
    this.free.push(element);
  }
}
