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
  readonly hovered: boolean;
  readonly tabStop: boolean;
}

/** One recycled row of the treegrid: four elements, the twisty and the mark are pseudo-elements. */
export class RowElement {
  public readonly dom: HTMLElement;
  /** Index in the row table; -1 while it waits for reuse. */
  public row = -1;
  private readonly name: HTMLElement;
  private readonly secondary: HTMLElement;
  private readonly trailing: HTMLElement;
  private readonly written = new Map<string, string>();

  public constructor(document: Document) {
    this.dom = document.createElement("div");
    this.dom.setAttribute("role", "row");
    const cell = (className: string): HTMLElement => {
      const element = document.createElement("span");
      element.setAttribute("role", "gridcell");
      element.className = className;
      // Names and durations keep their own direction in a right-to-left page.
      element.dir = "auto";
      this.dom.append(element);
      return element;
    };
    this.name = cell("fst-cell-name");
    this.secondary = cell("fst-cell-secondary");
    this.trailing = cell("fst-cell-trailing");
  }

  /** @param topPx distance of the row's top from the pool's origin */
  public place(topPx: number): void {
    this.once("top", String(topPx), () => {
      this.dom.style.transform = `translateY(${topPx}px)`;
    });
  }

  public write(content: RowContent): void {
    this.attribute("aria-label", content.spoken);
    this.attribute("aria-level", String(content.level));
    this.attribute("aria-expanded", content.expanded === null ? null : String(content.expanded));
    this.attribute("aria-selected", String(content.selected));
    this.attribute("aria-rowindex", String(content.rowIndex));
    this.attribute("aria-posinset", String(content.positionInSet));
    this.attribute("aria-setsize", String(content.setSize));
    this.attribute("tabindex", content.tabStop ? "0" : "-1");
    const states = [content.dimmed && "fst-dimmed", content.hovered && "fst-hovered", content.expanded !== null && "fst-branch"];
    this.attribute("class", ["fst-row", `fst-mark-${content.mark}`, ...states].filter(Boolean).join(" "));
    this.text("name", this.name, content.label);
    this.text("secondary", this.secondary, content.secondary);
    this.text("trailing", this.trailing, content.trailing);
    this.once("height", String(content.heightPx), () => {
      this.dom.style.height = `${content.heightPx}px`;
    });
    this.once("level", String(content.level), () => this.dom.style.setProperty("--fst-level", String(content.level - 1)));
  }

  private attribute(name: string, value: string | null): void {
    this.once(name, value ?? "\u0000", () => (value === null ? this.dom.removeAttribute(name) : this.dom.setAttribute(name, value)));
  }

  private text(key: string, element: HTMLElement, value: string): void {
    this.once(key, value, () => {
      element.textContent = value;
    });
  }

  private once(key: string, value: string, write: () => void): void {
    if (this.written.get(key) === value) return;
    this.written.set(key, value);
    write();
  }
}
