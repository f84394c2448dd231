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
  private readonly written = new Map<string, string>();

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
    this.once("top", String(topPx), (value) => (this.dom.style.transform = `translateY(${value}px)`));
    if (!this.content) return;
    this.once("height", String(this.content.heightPx), (value) => (this.dom.style.height = `${value}px`));
    this.once("text", this.content.spoken, (value) => (this.cell.textContent = value));
  }

  private writeContent(content: RowContent): void {
    this.attribute("aria-label", content.spoken);
    this.attribute("aria-level", String(content.level));
    this.attribute("aria-expanded", content.expanded === null ? null : String(content.expanded));
    this.attribute("aria-selected", String(content.selected));
    this.attribute("aria-rowindex", String(content.rowIndex));
    this.attribute("aria-posinset", String(content.positionInSet));
    this.attribute("aria-setsize", String(content.setSize));
    this.attribute("data-mark", content.mark);
    this.attribute("data-dimmed", content.dimmed ? "" : null);
  }

  private attribute(name: string, value: string | null): void {
    this.once(name, value ?? "\u0000", () => (value === null ? this.dom.removeAttribute(name) : this.dom.setAttribute(name, value)));
  }

  private once(key: string, value: string, write: (value: string) => void): void {
    if (this.written.get(key) === value) return;
    this.written.set(key, value);
    write(value);
  }
}
