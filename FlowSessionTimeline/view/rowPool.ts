import { RowTable } from "../layout/rowTable";
import { RowContent, RowElement } from "./rowElement";

/** Rows are placed relative to an origin that moves in steps of this, so that CSS transforms stay exact with a million rows. */
const ORIGIN_STEP_PX = 100_000;

/** Renders the rows in view into a fixed handful of elements. The focused row is never recycled. */
export class RowPool {
  private readonly byRow = new Map<number, RowElement>();
  private readonly free: RowElement[] = [];

  /** @param container holds the rows and nothing else; it is clipped by its parent */
  public constructor(private readonly container: HTMLElement) {}

  /** Forgets which element shows which row, because the rows are others now; the element of `keepRow` stays as `newRow`. */
  public reassign(keepRow: number, newRow: number): void {
    const kept = this.byRow.get(keepRow);
    for (const element of this.byRow.values()) if (element !== kept) this.release(element);
    this.byRow.clear();
    if (kept && newRow >= 0) this.adopt(kept, newRow);
    else if (kept) this.release(kept);
  }

  /**
   * Shows rows [first, last] and the pinned one, in the order of the table, and moves all to the scroll offset.
   * @param pinned row that stays in the DOM wherever it is, or -1
   */
  public sync(rows: RowTable, first: number, last: number, pinned: number, scrollPx: number, content: (row: number) => RowContent): void {
    const origin = Math.floor(scrollPx / ORIGIN_STEP_PX) * ORIGIN_STEP_PX;
    for (const [row, element] of this.byRow) {
      if ((row < first || row > last) && row !== pinned) {
        this.byRow.delete(row);
        this.release(element);
      }
    }
    if (pinned >= 0 && pinned < first && pinned < rows.count) this.show(rows, pinned, origin, content, this.container.firstElementChild);
    let next = this.skipPinned(pinned, first);
    for (let row = first; row <= last; row++) next = this.show(rows, row, origin, content, next).nextElementSibling;
    if (pinned > last && pinned < rows.count) this.show(rows, pinned, origin, content, next);
    this.container.style.transform = `translateY(${origin - scrollPx}px)`;
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

  private skipPinned(pinned: number, first: number): Element | null {
    const head = this.container.firstElementChild;
    return pinned >= 0 && pinned < first && head !== null && head === this.byRow.get(pinned)?.dom ? head.nextElementSibling : head;
  }

  private show(rows: RowTable, row: number, originPx: number, content: (row: number) => RowContent, before: Element | null): HTMLElement {
    let element = this.byRow.get(row);
    if (!element) {
      element = this.free.pop() ?? new RowElement(this.container.ownerDocument);
      this.adopt(element, row);
    }
    if (element.dom !== before && (element.dom.parentNode !== this.container || !element.dom.contains(document.activeElement))) {
      this.container.insertBefore(element.dom, before);
    }
    element.write(content(row));
    element.place((rows.topPx[row] ?? 0) - originPx);
    return element.dom;
  }

  private adopt(element: RowElement, row: number): void {
    element.row = row;
    this.byRow.set(row, element);
  }

  private release(element: RowElement): void {
    element.row = -1;
    element.dom.remove();
    this.free.push(element);
  }
}
