import { STATUS_FAMILIES } from "../domain/status";
import { columnMs, columnsOf } from "../layout/binColumns";
import { densityGrid } from "../layout/density";
import { MinimapBins } from "../layout/minimapBins";
import { TimeScale } from "../layout/timeScale";
import { ChartDom } from "./chartDom";
import { spokenDuration } from "./durationText";
import { FAMILY_NAMES } from "./familyNames";
import { caveats } from "./minimapWords";
import { ShownOverview } from "./shownOverview";
import { Timeline } from "./timeline";

/** What is drawn in place of rows: the scale of the picture, and counts, null while there are none. */
export interface ShownDensity {
  readonly scale: TimeScale;
  readonly bins: MinimapBins | null;
  readonly overview: ShownOverview | undefined;
}

/**
 * The words of a window with more runs than can be listed: a sentence over the columns, and beside them one row that says what they hold,
 * which has the keyboard's focus as any row does.
 */
export class DensityView {
  private readonly group: HTMLElement;
  private readonly row: HTMLElement;
  private readonly cell: HTMLElement;
  private written = "";

  public constructor(private readonly timeline: Timeline, private readonly dom: ChartDom) {
    const make = (className: string, attributes: Readonly<Record<string, string>>): HTMLElement => {
      const element = dom.grid.ownerDocument.createElement("div");
      element.className = className;
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      return element;
    };
    this.group = make("fst-density", { role: "rowgroup" });
    this.row = make("fst-density-row", { role: "row", tabindex: "0", "aria-rowindex": "1", "aria-level": "1" });
    this.cell = make("fst-density-cell", { role: "gridcell", dir: "auto" });
    this.row.append(this.cell);
    this.group.append(this.row);
  }

  /** Shows the words of what is drawn, or takes them away. The row has the focus if the grid had it; call it before the rows are written. */
  public show(density: ShownDensity | null): void {
    const { grid, note } = this.dom;
    if (!density) {
      if (!this.group.isConnected) return;
      this.group.remove();
      note.textContent = this.written = "";
      return;
    }
    this.write(density);
    if (this.group.isConnected) return;
    const hadFocus = grid.contains(grid.ownerDocument.activeElement);
    grid.append(this.group);
    if (hadFocus) this.row.focus({ preventScroll: true });
  }

  private write(density: ShownDensity): void {
    const lines = this.linesOf(density);
    const sentence = this.sentenceOf(density);
    const text = [sentence, ...lines].join("\n");
    if (text === this.written) return;
    this.written = text;
    this.dom.note.textContent = sentence;
    this.row.setAttribute("aria-label", [...lines, sentence].join(". "));
    this.cell.replaceChildren(...lines.map((line, i) => {
      const element = this.cell.ownerDocument.createElement("div");
      element.className = i === 0 ? "fst-density-title" : "fst-faint";
      element.textContent = line;
      return element;
    }));
  }

  private sentenceOf({ scale, bins, overview }: ShownDensity): string {
    const { strings } = this.timeline.ports;
    if (!bins) return strings.text("Density_Note");
    const column = spokenDuration(columnMs(densityGrid(bins, scale)), strings);
    const sentences = `${strings.text("Density_Note")} ${strings.text("Density_Column", column)}`;
    return [sentences, ...(overview ? caveats(overview, this.timeline) : [])].join(" · ");
  }

  /** How many runs there are, and of which families. */
  private linesOf({ scale, bins }: ShownDensity): readonly string[] {
    const { ports: { strings, source }, surroundings: { formats } } = this.timeline;
    const expected = source.state().server?.expected ?? null;
    const title = expected === null ? strings.text("Density_Many") : strings.count("Status_InWindow", expected);
    if (!bins) return [title];
    const columns = columnsOf(densityGrid(bins, scale));
    const families = STATUS_FAMILIES.map((family, i) => ({ name: strings.text(FAMILY_NAMES[family]), runs: columns.reduce((sum, { byFamily }) => sum + byFamily[i], 0) }));
    return [title, strings.text("Density_Holds"), ...families.filter(({ runs }) => runs > 0).map(({ name, runs }) => strings.text("Density_Family", name, formats.integer(runs)))];
  }
}
