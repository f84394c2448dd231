/** What one row shows; plain values, so that unchanged ones write nothing to the DOM. */
export interface RowContent {
  readonly label: string;
  /** aria-label: the row in words. */
  readonly spoken: string;
  readonly secondary: string;
  readonly trailing: string;
  readonly level: number;
  readonly expanded: boolean | null;
  readonly selected: boolean;
  readonly dimmed: boolean;
  /** CSS class of the status mark: a family, "ghost" or "track". */
  readonly mark: string;
  readonly rowIndex: number;
  readonly positionInSet: number;
  readonly setSize: number;
  readonly heightPx: number;
}

/** Before the mark of a root, px: the twisty stands there. Each level takes so much more. */
const INDENT_START_PX = 26;
export const INDENT_PX = 16;

/** A text's first letter is of a script that runs right to left. */
const RIGHT_TO_LEFT = /^\P{L}*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]/u;

/** Names and durations keep their own direction whatever the page's is. Not dir="auto": browsers work that out anew at each change. */
const directionOf = (text: string): string => (RIGHT_TO_LEFT.test(text) ? "rtl" : "ltr");

/** One recycled row of the treegrid: four elements, the twisty and the mark are pseudo-elements. */
export class RowElement {
  public readonly dom: HTMLElement;
  /** Index in the row table; -1 while it waits for reuse. */
  public row = -1;
  private content: RowContent | undefined;
  private readonly name: Text;
  private readonly secondary: Text;
  private readonly trailing: Text;
  private readonly written = new Map<string, string>();

  public constructor(document: Document) {
    this.dom = document.createElement("div");
    this.dom.setAttribute("role", "row");
    const cell = (className: string): Text => {
      const element = document.createElement("span");
      element.setAttribute("role", "gridcell");
      element.className = className;
      const text = document.createTextNode("");
      element.append(text);
      this.dom.append(element);
      return text;
    };
    this.name = cell("fst-cell-name");
    this.secondary = cell("fst-cell-secondary");
    this.trailing = cell("fst-cell-trailing");
  }

  /** @param topPx distance of the row's top from the pool's origin */
  public place(topPx: number): void {
    this.once("top", String(topPx), (value) => (this.dom.style.transform = `translateY(${value}px)`));
  }

  /** @param content the same object as before costs nothing */
  public write(content: RowContent, isHovered: boolean, isTabStop: boolean): void {
    if (content !== this.content) this.writeContent(content);
    this.content = content;
    this.once("hovered", String(isHovered), () => this.dom.classList.toggle("fst-hovered", isHovered));
    this.setTabStop(isTabStop);
  }

  public setTabStop(isTabStop: boolean): void {
    this.attribute("tabindex", isTabStop ? "0" : "-1");
  }

  private writeContent(content: RowContent): void {
    this.attribute("aria-label", content.spoken);
    this.attribute("aria-level", String(content.level));
    this.attribute("aria-expanded", content.expanded === null ? null : String(content.expanded));
    this.attribute("aria-selected", String(content.selected));
    this.attribute("aria-rowindex", String(content.rowIndex));
    this.attribute("aria-posinset", String(content.positionInSet));
    this.attribute("aria-setsize", String(content.setSize));
    const states = [content.dimmed && "fst-dimmed", content.expanded !== null && "fst-branch"];
    this.once("class", ["fst-row", `fst-mark-${content.mark}`, ...states].filter(Boolean).join(" "), (value) => {
      this.dom.className = value;
      this.written.delete("hovered");
    });
    this.text("name", this.name, content.label);
    this.text("secondary", this.secondary, content.secondary);
    this.text("trailing", this.trailing, content.trailing);
    this.once("height", String(content.heightPx), (value) => (this.dom.style.height = `${value}px`));
    this.once("indent", String(INDENT_START_PX + (content.level - 1) * INDENT_PX), (value) => (this.dom.style.paddingInlineStart = `${value}px`));
  }

  private attribute(name: string, value: string | null): void {
    this.once(name, value ?? "\u0000", () => (value === null ? this.dom.removeAttribute(name) : this.dom.setAttribute(name, value)));
  }

  private text(key: string, node: Text, value: string): void {
    this.once(key, value, () => {
      node.data = value;
      this.once(`${key} dir`, directionOf(value), (direction) => node.parentElement?.setAttribute("dir", direction));
    });
  }

  private once(key: string, value: string, write: (value: string) => void): void {
    if (this.written.get(key) === value) return;
    this.written.set(key, value);
    write(value);
  }
}
