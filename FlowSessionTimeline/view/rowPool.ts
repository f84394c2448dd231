import { RowTable } from "../layout/rowTable";
import { RowContent, RowElement } from "./rowElement";

/** Rows are placed relative to an origin that moves in steps of this, so that CSS transforms stay exact with a million rows. */
const ORIGIN_STEP_PX = 100_000;
/** Elements that stay for rows just beyond the view, because to take one out and in again with each frame costs a layout. */
const SPARE_ROWS = 2;

/** What the pool shows; rows are indices in the table, -1 for none. */
export interface RowsInView {
  readonly first: number;
  readonly last: number;
  /** Stays in the DOM wherever it is, and the Tab key enters there; without it, in the first row. */
  readonly pinned: number;
}

/**
 * Has a handful of elements for the rows in view. The focused row is never recycled.
 * While rows scroll, the elements of those that left say at once what the new ones do, where they stand: aria-rowindex tells the order then.
 * `settle` puts them into the order and place of their rows; that costs a layout, so it is for when scrolling rests.
 */
export class RowPool {
  private readonly byRow = new Map<number, RowElement>();
  private readonly free: RowElement[] = [];
  /** The rows that have elements, beside the pinned one. */
  private from = 0;
  private to = -1;
  private tabStop: RowElement | undefined;

  /** @param container holds the rows and nothing else; it is clipped by its parent */
  public constructor(private readonly container: HTMLElement) {}

  /** The rows are others now: elements stay where they are and are written anew, but that of the row `from` goes with its run to the row `to`, or nowhere (-1). */
  public reassign(from: number, to: number): void {
    this.to = -1;
    const kept = this.byRow.get(from);
    if (kept === undefined || from === to) return;
    const other = this.byRow.get(to);
    this.byRow.delete(from);
    if (to < 0) return this.release(kept);
    this.adopt(kept, to);
    if (other !== undefined) this.adopt(other, from);
  }

  /** Whether all rows in view have elements. */
  public covers({ first, last }: RowsInView): boolean {
    return first >= this.from && last <= this.to;
  }

  /** Gives elements to the rows in view and the pinned one. */
  public sync(rows: RowTable, { first, last, pinned }: RowsInView, content: (row: number) => RowContent): void {
    const spare = Math.min(SPARE_ROWS, Math.max(0, this.to - this.from - (last - first)));
    this.from = first;
    this.to = Math.min(rows.count - 1, last + spare);
    // Not by entries: a list of two would be made for each in each frame.
    this.byRow.forEach((element, row) => {
      if ((row >= this.from && row <= this.to) || row === pinned) return;
      this.byRow.delete(row);
      this.release(element);
    });
    for (let row = this.from; row <= this.to; row++) this.show(row, content);
    if (pinned >= 0 && pinned < rows.count && (pinned < this.from || pinned > this.to)) this.show(pinned, content);
    for (const element of this.free) element.dom.remove();
    if (pinned >= 0) this.setTabStop(this.byRow.get(pinned));
  }

  /** Brings the elements into the order and place of their rows. The one with the focus stays where it is and the others move, because moving would end the focus. */
  public settle(rows: RowTable, { first, pinned }: RowsInView, scrollPx: number): void {
    const originPx = Math.floor(scrollPx / ORIGIN_STEP_PX) * ORIGIN_STEP_PX;
    const { activeElement } = this.container.ownerDocument;
    let next = this.container.firstElementChild;
    for (const element of [...this.byRow.values()].sort((a, b) => a.row - b.row)) {
      const { dom } = element;
      if (dom !== next && dom !== activeElement) this.container.insertBefore(dom, next);
      else next = dom.nextElementSibling;
      element.settle(rows.topPx[element.row] - originPx);
    }
    this.container.style.transform = `translateY(${originPx - scrollPx}px)`;
    this.setTabStop(this.byRow.get(pinned) ?? this.byRow.get(first));
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

  private show(row: number, content: (row: number) => RowContent): void {
    (this.byRow.get(row) ?? this.take(row)).write(content(row));
  }

  private setTabStop(element: RowElement | undefined): void {
    if (element === this.tabStop) return;
    this.tabStop?.setTabStop(false);
    this.tabStop = element;
    element?.setTabStop(true);
  }

  private take(row: number): RowElement {
    const element = this.free.pop() ?? new RowElement(this.container.ownerDocument);
    if (element.dom.parentNode !== this.container) this.container.append(element.dom);
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
