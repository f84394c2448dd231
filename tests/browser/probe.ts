/** Reads the picture inside the page: the names as they are drawn, the row that says each, and the bar beside it. Everything is in CSS px of the viewport. */

export interface BarOnScreen {
  /** "ok", "failed", "open", "stopped", "other": whose colour the pixels have. */
  readonly family: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface RowOnScreen {
  /** aria-rowindex, from 1. */
  readonly index: number;
  readonly level: number;
  readonly expanded: string | null;
  readonly selected: boolean;
  /** What a screen reader says. */
  readonly name: string;
  /** The name that is drawn, cut as it is drawn. */
  readonly label: string;
  readonly top: number;
  readonly bottom: number;
  /** What has a family's colour at the row's middle; null if nothing has. */
  readonly bar: BarOnScreen | null;
}

export interface Probe {
  /** Rows that are at least half in view, from top to bottom. @throws if the treegrid's rows say other names than are drawn */
  rows(): RowOnScreen[];
  /** Compares every painted frame with `known` (by aria-rowindex: left edge and family of the bar) until `stop`. */
  startSampling(known: Readonly<Record<number, BarOnScreen>>): void;
  stopSampling(): FrameReport;
}

export interface FrameReport {
  readonly frames: number;
  /** Frames in which the rows stood elsewhere than in the frame before. */
  readonly moved: number;
  /** Rows that were compared with their bars, in all frames together. */
  readonly compared: number;
  /** The largest distance between the middle of a row and the middle of its bar, px. */
  readonly worstPx: number;
  /** Rows beside which their own bar was not found, told in words; the first ten. */
  readonly lost: readonly string[];
}

/** What was drawn last on the canvas of names, px from its top left corner. */
interface DrawnNames {
  readonly texts: { readonly text: string; readonly y: number; readonly isName: boolean }[];
  /** Where rows end: the lines between them. */
  readonly bottoms: number[];
}

declare global {
  interface Window { fstProbe?: Probe; fstNames?: DrawnNames }
}

/** Runs in the page before anything else, so that no name is drawn unseen; may use nothing from outside itself. */
export function recordNames(): void {
  const { fillRect, fillText } = CanvasRenderingContext2D.prototype;
  const drawn: DrawnNames = (window.fstNames = { texts: [], bottoms: [] });
  const isNames = (context: CanvasRenderingContext2D): boolean => context.canvas.className === "fst-names";
  CanvasRenderingContext2D.prototype.fillRect = function (x, y, width, height) {
    if (isNames(this)) {
      const isWhole = x === 0 && y === 0 && height * this.getTransform().d >= this.canvas.height - 1;
      if (isWhole) drawn.texts.length = drawn.bottoms.length = 0;
      else if (height < 2) drawn.bottoms.push(y + height);
    }
    fillRect.call(this, x, y, width, height);
  };
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
    if (isNames(this)) drawn.texts.push({ text, y, isName: this.font.includes("14px") });
    fillText.call(this, text, x, y);
  };
}

/** Runs in the page and so may use nothing from outside itself. */
export function installProbe(): void {
  const FAMILIES = ["ok", "failed", "open", "stopped", "other"];

  const element = (selector: string): HTMLElement => {
    const found = document.querySelector<HTMLElement>(`.fst-root ${selector}`);
    if (!found) throw new Error(`The control has no ${selector}.`);
    return found;
  };

  const rgb = (variable: string): number => parseInt(getComputedStyle(element(".fst-main")).getPropertyValue(variable).trim().slice(1), 16);

  interface Picture {
    readonly box: DOMRect;
    readonly ratio: number;
    /** Index in FAMILIES of the pixel at canvas px, or -1. */
    familyAt(x: number, y: number): number;
    readonly width: number;
    readonly height: number;
  }

  const picture = (): Picture => {
    const canvas = element("canvas.fst-canvas") as HTMLCanvasElement;
    const context = canvas.getContext("2d");
    if (!context) throw new Error("The canvas has no 2D context.");
    const { width, height } = canvas;
    const { data } = context.getImageData(0, 0, width, height);
    const colors = FAMILIES.map((family) => rgb(`--fst-${family}`));
    const familyAt = (x: number, y: number): number => {
      if (x < 0 || y < 0 || x >= width || y >= height) return -1;
      const at = (y * width + x) * 4;
      return colors.indexOf(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
    };
    const box = canvas.getBoundingClientRect();
    return { box, ratio: width / box.width, familyAt, width, height };
  };

  /** The column with the tallest stretch of the family's colour through y: where no sign lies on the bar. */
  const extentAt = ({ familyAt }: Picture, family: number, fromX: number, toX: number, y: number): { top: number; bottom: number } => {
    let best = { top: y, bottom: y };
    for (let x = fromX; x <= toX; x++) {
      if (familyAt(x, y) !== family) continue;
      let top = y;
      let bottom = y;
      while (familyAt(x, top - 1) === family) top--;
      while (familyAt(x, bottom) === family) bottom++;
      if (bottom - top > best.bottom - best.top) best = { top, bottom };
    }
    return best;
  };

  const barAt = (shown: Picture, clientY: number): BarOnScreen | null => {
    const { box, ratio, familyAt, width } = shown;
    const y = Math.floor((clientY - box.top) * ratio);
    let family = -1;
    let first = -1;
    let last = -1;
    for (let x = 0; x < width; x++) {
      const here = familyAt(x, y);
      if (here < 0 || (family >= 0 && here !== family)) continue;
      if (first < 0) first = x;
      family = here;
      last = x;
    }
    if (family < 0) return null;
    const { top, bottom } = extentAt(shown, family, first, Math.min(last, first + 24), y);
    return { family: FAMILIES[family] ?? "", left: box.left + first / ratio, right: box.left + (last + 1) / ratio, top: box.top + top / ratio, bottom: box.top + bottom / ratio };
  };

  /** The drawn rows from top to bottom, in px of the viewport. */
  const drawnRows = (): { readonly label: string; readonly top: number; readonly bottom: number }[] => {
    const { top: canvasTop } = element("canvas.fst-names").getBoundingClientRect();
    const { texts, bottoms } = window.fstNames ?? { texts: [], bottoms: [] };
    return bottoms.map((bottom, at) => {
      const above = bottoms[at - 1] ?? -Infinity;
      const inside = texts.filter(({ y }) => y > above && y < bottom);
      const top = at > 0 ? above : (inside[0]?.y ?? bottom - 15) - 15;
      return { label: inside.find(({ isName }) => isName)?.text ?? "", top: canvasTop + top, bottom: canvasTop + bottom };
    });
  };

  /** The rows of the treegrid that say what is drawn, one after the other. */
  const rowsOf = (labels: readonly string[]): readonly HTMLElement[] => {
    const all = [...element(".fst-rows").querySelectorAll<HTMLElement>("[role=row]")].sort((a, b) => Number(a.getAttribute("aria-rowindex")) - Number(b.getAttribute("aria-rowindex")));
    const says = (row: HTMLElement | undefined, label: string): boolean => row?.getAttribute("aria-label")?.startsWith(label.replace("…", "")) ?? false;
    for (let at = 0; at + labels.length <= all.length; at++) if (labels.every((label, n) => says(all[at + n], label))) return all.slice(at, at + labels.length);
    throw new Error(`Drawn is ${labels.join(", ")}, but the rows say ${all.map((row) => row.getAttribute("aria-label")).join("; ")}`);
  };

  const rows = (): RowOnScreen[] => {
    const shown = picture();
    const { top: gridTop, bottom: gridBottom } = element(".fst-grid").getBoundingClientRect();
    const drawn = drawnRows();
    const elements = rowsOf(drawn.map(({ label }) => label));
    const found = drawn.map(({ label, top, bottom }, at) => ({
      index: Number(elements[at]?.getAttribute("aria-rowindex")),
      level: Number(elements[at]?.getAttribute("aria-level")),
      expanded: elements[at]?.getAttribute("aria-expanded") ?? null,
      selected: elements[at]?.getAttribute("aria-selected") === "true",
      name: elements[at]?.getAttribute("aria-label") ?? "",
      label,
      top,
      bottom,
      bar: barAt(shown, (top + bottom) / 2),
    }));
    return found.filter(({ top, bottom }) => (top + bottom) / 2 >= gridTop && (top + bottom) / 2 <= gridBottom);
  };

  let stop = (): FrameReport => ({ frames: 0, moved: 0, compared: 0, worstPx: 0, lost: [] });

  const startSampling = (known: Readonly<Record<number, BarOnScreen>>): void => {
    let frames = 0;
    let moved = 0;
    let compared = 0;
    let worstPx = 0;
    let before = "";
    const lost: string[] = [];
    const compare = (): void => {
      let now: RowOnScreen[] = [];
      try {
        now = rows();
      } catch (error) {
        lost.push(String(error));
      }
      const { top: gridTop, bottom: gridBottom } = element(".fst-grid").getBoundingClientRect();
      const places = now.map(({ index, top }) => `${index}@${top}`).join();
      if (frames++ > 0 && places !== before) moved++;
      before = places;
      for (const { index, top, bottom, bar } of now) {
        const expected = known[index];
        // A row that is cut by the edge has a cut bar: its middle says nothing.
        if (!expected || top < gridTop || bottom > gridBottom) continue;
        compared++;
        if (!bar || bar.family !== expected.family || Math.abs(bar.left - expected.left) > 1) {
          lost.push(`row ${index} at ${top}: ${JSON.stringify(bar)} instead of ${JSON.stringify(expected)}`);
          continue;
        }
        worstPx = Math.max(worstPx, Math.abs((bar.top + bar.bottom) / 2 - (top + bottom) / 2));
      }
    };
    // A resize observer is called after all animation frames of the same frame and before it is painted: what it sees is what the user sees.
    const pulse = document.createElement("i");
    pulse.style.cssText = "position: fixed; visibility: hidden; height: 1px;";
    document.body.append(pulse);
    const observer = new ResizeObserver(compare);
    observer.observe(pulse);
    let frame = 0;
    const next = (): void => {
      pulse.style.width = pulse.style.width === "1px" ? "2px" : "1px";
      frame = requestAnimationFrame(next);
    };
    next();
    stop = () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      pulse.remove();
      return { frames, moved, compared, worstPx, lost: lost.slice(0, 10) };
    };
  };

  window.fstProbe = { rows, startSampling, stopSampling: () => stop() };
}
