import { NameParts } from "../layout/nameLine";

/** What one row shows and says; the same object as long as it says the same, so that unchanged rows write nothing to the DOM. */
export interface RowContent extends NameParts {
  /** aria-label: the row in words. */
  readonly spoken: string;
  readonly selected: boolean;
  readonly rowIndex: number;
  readonly positionInSet: number;
  readonly setSize: number;
  readonly heightPx: number;
}

/**
 * One recycled row of the treegrid, for screen readers, the keyboard and the pointer: it is not painted. What it says is written at once; that
 * costs the browser neither style nor layout. Where it lies, and its cell's text, are written when scrolling rests (docs/decisions/0025).
 */
export class RowElement {
  public readonly dom: HTMLElement;
  /** Index in the row table; -1 while it waits for reuse. */
  public row = -1;
  private content: RowContent | undefined;
  private readonly cell: HTMLElement;
  /** As they were written last. */
  private topPx = NaN;
  private heightPx = NaN;
  private text = "";

  public constructor(document: Document) {
    this.dom = document.createElement("div");
    this.dom.className = "fst-row";
    this.dom.setAttribute("role", "row");
    this.dom.tabIndex = -1;
    this.cell = document.createElement("span");
    this.cell.setAttribute("role", "gridcell");
    this.dom.append(this.cell);
  }

  /** @param content the same object as before costs nothing */
  public write(content: RowContent): void {
    if (content !== this.content) this.writeContent(content);
    this.content = content;
  }

  public setTabStop(isTabStop: boolean): void {
    this.dom.tabIndex = isTabStop ? 0 : -1;
  }

  /** Puts the element where its row is drawn. @param topPx distance of the row's top from the pool's origin */
  public settle(topPx: number): void {
    if (topPx !== this.topPx) this.dom.style.transform = `translateY(${topPx}px)`;
    this.topPx = topPx;
    if (!this.content) return;
    const { heightPx, spoken } = this.content;
    if (heightPx !== this.heightPx) this.dom.style.height = `${heightPx}px`;
    if (spoken !== this.text) this.cell.textContent = spoken;
    this.heightPx = heightPx;
    this.text = spoken;
  }

  private writeContent(content: RowContent): void {
    const before = this.content;
    this.attribute("aria-label", content.spoken, before?.spoken);
    this.attribute("aria-level", content.level, before?.level);
    this.attribute("aria-expanded", content.expanded, before?.expanded);
    this.attribute("aria-selected", content.selected, before?.selected);
    this.attribute("aria-rowindex", content.rowIndex, before?.rowIndex);
    this.attribute("aria-posinset", content.positionInSet, before?.positionInSet);
    this.attribute("aria-setsize", content.setSize, before?.setSize);
    this.attribute("data-mark", content.mark, before?.mark);
    this.attribute("data-dimmed", content.dimmed ? "" : null, before && (before.dimmed ? "" : null));
  }

  /** @param value null for none, as it is at first */
  private attribute(name: string, value: string | number | boolean | null, before: string | number | boolean | null = null): void {
    if (value === before) return;
    if (value === null) this.dom.removeAttribute(name);
    else this.dom.setAttribute(name, String(value));
  }
}
