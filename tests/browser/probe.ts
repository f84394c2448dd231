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

/** What can be read on a canvas of names, device px from its top left corner. */
interface DrawnNames {
  readonly texts: { readonly text: string; readonly y: number; readonly isName: boolean }[];
  /** Lines of a device px, with which rows end. */
  readonly lines: { readonly y: number }[];
}

declare global {
  interface Window { fstProbe?: Probe; fstNames?: (canvas: HTMLCanvasElement) => DrawnNames }
}

/**
 * Runs in the page before anything else, so that no name is drawn unseen; may use nothing from outside itself. The page has to draw all itself then:
 * that a worker draws the same is for inWorker.test.ts to show. Names are drawn on the column's own
 * canvas, or on one that is no part of the page, within a clip, and copied from there.
 */
export function recordNames(): void {
  Reflect.deleteProperty(window, "OffscreenCanvas");
  const { fillRect, fillText, rect, clip, restore, drawImage } = CanvasRenderingContext2D.prototype;
  const canvases = new WeakMap<HTMLCanvasElement, DrawnNames>();
  const clips = new WeakMap<CanvasRenderingContext2D, { from: number; to: number; isOn: boolean }>();
  const drawnOn = (canvas: HTMLCanvasElement): DrawnNames => {
    const known = canvases.get(canvas) ?? { texts: [], lines: [] };
    canvases.set(canvas, known);
    return known;
  };
  const isNames = ({ canvas }: CanvasRenderingContext2D): boolean => canvas.className === "fst-names" || !canvas.isConnected;
  const isSeen = (context: CanvasRenderingContext2D, y: number): boolean => {
    const shown = clips.get(context);
    return !shown?.isOn || (y >= shown.from - 0.01 && y < shown.to - 0.01);
  };
  const clear = ({ texts, lines }: DrawnNames, from: number, to: number): void => {
    for (const list of [texts, lines]) for (let at = list.length - 1; at >= 0; at--) if ((list[at]?.y ?? 0) >= from && (list[at]?.y ?? 0) < to) list.splice(at, 1);
  };
  window.fstNames = drawnOn;
  CanvasRenderingContext2D.prototype.rect = function (x, y, width, height) {
    const scale = this.getTransform().d;
    clips.set(this, { from: y * scale, to: (y + height) * scale, isOn: false });
    rect.call(this, x, y, width, height);
  };
  CanvasRenderingContext2D.prototype.clip = function (...how: unknown[]) {
    const box = clips.get(this);
    if (box) box.isOn = true;
    (clip as (...all: unknown[]) => void).apply(this, how);
  };
  CanvasRenderingContext2D.prototype.restore = function () {
    clips.delete(this);
    restore.call(this);
  };
  CanvasRenderingContext2D.prototype.fillRect = function (x, y, width, height) {
    const scale = this.getTransform().d;
    if (isNames(this) && x === 0 && height * scale < 2) {
      if (isSeen(this, y * scale)) drawnOn(this.canvas).lines.push({ y: y * scale });
    } else if (isNames(this) && x === 0 && width * scale >= this.canvas.width - 1) {
      const shown = clips.get(this);
      clear(drawnOn(this.canvas), Math.max(y * scale, shown?.isOn ? shown.from : 0), Math.min((y + height) * scale, shown?.isOn ? shown.to : Infinity));
    }
    fillRect.call(this, x, y, width, height);
  };
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
    const at = y * this.getTransform().d;
    if (isNames(this) && isSeen(this, at)) drawnOn(this.canvas).texts.push({ text, y: at, isName: this.font.includes("14px") });
    fillText.call(this, text, x, y);
  };
  CanvasRenderingContext2D.prototype.drawImage = function (image: CanvasImageSource, ...at: number[]) {
    const [, from = 0, width = 0, height = 0, , to = 0] = at;
    if (this.canvas.className === "fst-names" && image instanceof HTMLCanvasElement && width === this.canvas.width) {
      const [source, shown] = [drawnOn(image), drawnOn(this.canvas)];
      clear(shown, to, to + height);
      shown.texts.push(...source.texts.filter(({ y }) => y >= from && y < from + height).map((one) => ({ ...one, y: one.y - from + to })));
      shown.lines.push(...source.lines.filter(({ y }) => y >= from && y < from + height).map(({ y }) => ({ y: y - from + to })));
    }
    (drawImage as (...all: unknown[]) => void).call(this, image, ...at);
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
    const canvas = element("canvas.fst-names") as HTMLCanvasElement;
    const { top: canvasTop, height } = canvas.getBoundingClientRect();
    const ratio = canvas.height / height;
    const drawn = window.fstNames?.(canvas) ?? { texts: [], lines: [] };
    // A canvas that has become lower holds no more of what was drawn further down.
    const isThere = ({ y }: { readonly y: number }): boolean => y < canvas.height;
    const texts = drawn.texts.filter(isThere).map((one) => ({ ...one, y: one.y / ratio })).sort((a, b) => a.y - b.y);
    const bottoms = drawn.lines.filter(isThere).map(({ y }) => (y + 1) / ratio).sort((a, b) => a - b);
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
