/** For tests: a 2D context that records what is drawn, where, in CSS px, and throws on numbers that are none. */
export interface Drawn {
  readonly op: "fillRect" | "fill" | "stroke" | "fillText" | "strokeRect" | "drawImage";
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly fill: unknown;
  readonly stroke: unknown;
  readonly alpha: number;
  readonly clipped: boolean;
  readonly text: string;
}

type State = Pick<CanvasRenderingContext2D, "fillStyle" | "strokeStyle" | "globalAlpha" | "lineWidth" | "font"> & { clip: boolean };

export class RecordingContext {
  public readonly drawn: Drawn[] = [];
  public readonly patterns: DOMMatrix2DInit[] = [];
  public depth = 0;
  public fillStyle: unknown = "";
  public strokeStyle: unknown = "";
  public globalAlpha = 1;
  public lineWidth = 1;
  public font = "";
  public lineCap = "butt";
  public lineJoin = "miter";
  public textBaseline = "";
  public textAlign = "";
  public direction = "";
  public transform: readonly number[] = [];
  public dashes: number[][] = [];
  public readonly canvas: { width: number; height: number; style: Record<string, string>; ownerDocument: { createElement: (name: string) => unknown } };
  private xs: number[] = [];
  private ys: number[] = [];
  private readonly saved: State[] = [];
  private isClipped = false;

  public constructor() {
    this.canvas = { width: 0, height: 0, style: {}, ownerDocument: { createElement: () => ({ width: 0, height: 0, getContext: () => new RecordingContext() }) } };
  }

  /** The recorder as what the renderer is given. */
  public get context(): CanvasRenderingContext2D {
    return this as unknown as CanvasRenderingContext2D;
  }

  public setTransform(...numbers: number[]): void { this.transform = checked(numbers); }
  public resetTransform(): void { this.transform = [1, 0, 0, 1, 0, 0]; }
  public save(): void {
    this.depth++;
    const { fillStyle, strokeStyle, globalAlpha, lineWidth, font } = this;
    this.saved.push({ fillStyle, strokeStyle, globalAlpha, lineWidth, font, clip: this.isClipped } as State);
  }
  public restore(): void {
    this.depth--;
    const { clip, ...state } = this.saved.pop() as State;
    Object.assign(this, state);
    this.isClipped = clip;
  }
  public clip(): void { this.isClipped = true; }
  public beginPath(): void { this.xs = []; this.ys = []; }
  public closePath(): void { /* Draws nothing by itself. */ }
  public moveTo(x: number, y: number): void { this.point(x, y); }
  public lineTo(x: number, y: number): void { this.point(x, y); }
  public quadraticCurveTo(cx: number, cy: number, x: number, y: number): void { this.point(cx, cy); this.point(x, y); }
  public rect(x: number, y: number, width: number, height: number): void { this.box(x, y, width, height); }
  public roundRect(x: number, y: number, width: number, height: number, radii: number | number[]): void {
    for (const radius of checked([radii].flat())) if (radius < 0) throw new RangeError("negative radius");
    this.box(x, y, width, height);
  }
  public arc(x: number, y: number, radius: number): void { this.box(x - radius, y - radius, 2 * radius, 2 * radius); }
  public fill(): void { this.record("fill", this.xs, this.ys); }
  public stroke(): void { this.record("stroke", this.xs, this.ys); }
  public fillRect(x: number, y: number, width: number, height: number): void { this.record("fillRect", [x, x + width], [y, y + height]); }
  public fillText(text: string, x: number, y: number): void {
    const width = text.length * 6.5;
    const left = this.textAlign === "right" ? x - width : x;
    this.record("fillText", [left, left + width], [y - 6, y + 6], text);
  }
  public strokeRect(x: number, y: number, width: number, height: number): void { this.record("strokeRect", [x, x + width], [y, y + height]); }
  /** `text` says which part of the image it is, px; "" for the whole. */
  public drawImage(image: { readonly width: number; readonly height: number }, ...at: number[]): void {
    const [x = NaN, y = NaN, width = image.width, height = image.height] = at.slice(-4 * Number(at.length > 2));
    this.record("drawImage", [x, x + width], [y, y + height], at.length > 2 ? at.slice(0, 2).join() : "");
  }
  public scale(): void { /* For images that are drawn once. */ }
  public translate(): void { /* As scale. */ }
  public measureText(text: string): { width: number } { return { width: text.length * (this.font.includes("600") ? 7 : 6.5) }; }
  public setLineDash(dash: number[]): void { this.dashes.push(dash); }
  public createLinearGradient(...numbers: number[]): { stops: unknown[]; addColorStop: (offset: number, color: string) => void } {
    checked(numbers);
    const stops: unknown[] = [];
    return { stops, addColorStop: (offset, color) => stops.push([offset, color]) };
  }
  public createPattern(): { setTransform: (matrix: DOMMatrix2DInit) => void } {
    return { setTransform: (matrix) => void this.patterns.push(matrix) };
  }

  private point(x: number, y: number): void {
    checked([x, y]);
    this.xs.push(x);
    this.ys.push(y);
  }
  private box(x: number, y: number, width: number, height: number): void {
    this.point(x, y);
    this.point(x + width, y + height);
  }
  private record(op: Drawn["op"], xs: readonly number[], ys: readonly number[], text = ""): void {
    checked([...xs, ...ys]);
    const box = { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
    this.drawn.push({ op, ...box, fill: this.fillStyle, stroke: this.strokeStyle, alpha: this.globalAlpha, clipped: this.isClipped, text });
  }
}

function checked(numbers: readonly number[]): readonly number[] {
  if (!numbers.every(Number.isFinite)) throw new RangeError(`not a place on a canvas: ${numbers.join(" ")}`);
  return numbers;
}
