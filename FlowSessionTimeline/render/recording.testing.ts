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
  public imageSmoothingEnabled = true;
  public readonly canvas: { width: number; height: number; style: Record<string, string>; ownerDocument: { createElement: (name: string) => unknown }; getContext: () => RecordingContext; getBoundingClientRect: () => { left: number; top: number } };
  private image = new Uint8ClampedArray(0);
  private xs: number[] = [];
  private ys: number[] = [];
  private readonly saved: State[] = [];
  private isClipped = false;

  public constructor() {
    this.canvas = { width: 0, height: 0, style: {}, ownerDocument: { createElement: () => new RecordingContext().canvas }, getContext: () => this, getBoundingClientRect: () => ({ left: 0, top: 0 }) };
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
  /** `text` says which part of the image it is, px; "" for the whole. Of an image that was written pixel by pixel, its pixels are recorded instead. */
  public drawImage(image: { readonly width: number; readonly height: number; readonly getContext?: () => RecordingContext }, ...at: number[]): void {
    const pen = image.getContext?.();
    if (pen && pen.image.length > 0) return this.drawPixels(pen.image, at);
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
  public createImageData(width: number, height: number): { width: number; height: number; data: Uint8ClampedArray } {
    return { width, height, data: new Uint8ClampedArray(4 * width * height) };
  }
  /** Only whole rows of images as wide as the canvas. */
  public putImageData({ data }: { data: Uint8ClampedArray }, _x: number, _y: number, _left: number, top: number, width: number, height: number): void {
    if (this.image.length !== data.length) this.image = new Uint8ClampedArray(data.length);
    this.image.set(data.subarray(4 * top * width, 4 * (top + height) * width), 4 * top * width);
  }
  /** Records each stretch of one colour in a row as a rectangle. @param image as wide as it is drawn from */
  private drawPixels(image: Uint8ClampedArray, [, sy = NaN, sw = NaN, sh = NaN, dx = NaN, dy = NaN, dw = NaN, dh = NaN]: readonly number[]): void {
    if (this.imageSmoothingEnabled) throw new Error("edges would be blurred");
    const pixels = new Uint32Array(image.buffer);
    for (let row = 0; row < sh; row++) {
      const first = (sy + row) * sw;
      for (let from = 0, to = 0; from < sw; from = to) {
        for (to = from + 1; to < sw && pixels[first + to] === pixels[first + from]; ) to++;
        const [red, green, blue, alpha] = image.subarray(4 * (first + from));
        if (alpha === 0) continue;
        const color = `#${[red, green, blue].map((value) => value.toString(16).padStart(2, "0")).join("")}`;
        Object.assign(this, { fillStyle: color, globalAlpha: alpha / 255 });
        this.fillRect(dx + (from * dw) / sw, dy + (row * dh) / sh, ((to - from) * dw) / sw, dh / sh);
      }
    }
    this.globalAlpha = 1;
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
