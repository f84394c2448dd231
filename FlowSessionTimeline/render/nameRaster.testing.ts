/** For tests: canvases that know what can be seen in each line of device pixels, clips and copies included. */
import { devicePx } from "../base/devicePx";

type Operation = "fillRect" | "strokeRect" | "fillText" | "drawImage";

export class NameRaster {
  public fillStyle = "";
  public strokeStyle = "";
  public font = "";
  public textAlign = "";
  public textBaseline = "";
  public direction = "";
  public lineWidth = 1;
  /** Line by line, from the last thing that covers all of it on. */
  public lines: string[] = [];
  /** Texts drawn, clipped or not. */
  public texts = 0;
  public readonly canvas: { width: number; height: number; style: Record<string, string>; readonly raster: NameRaster; readonly ownerDocument: unknown; readonly getContext: () => NameRaster; readonly getBoundingClientRect: () => { left: number; top: number } };
  private ratio = 1;
  private box: readonly [number, number] = [0, 0];
  private clipped: readonly [number, number] = [-Infinity, Infinity];

  /** @param made is told of each canvas that is made */
  public constructor(made: (raster: NameRaster) => void = () => undefined) {
    const createElement = (): unknown => {
      const raster = new NameRaster();
      made(raster);
      return raster.canvas;
    };
    this.canvas = { width: 0, height: 0, style: {}, raster: this, ownerDocument: { createElement }, getContext: () => this, getBoundingClientRect: () => ({ left: 0, top: 0 }) };
  }

  public get context(): CanvasRenderingContext2D {
    return this as unknown as CanvasRenderingContext2D;
  }

  public setTransform(scale: number): void { this.ratio = scale; }
  public scale(): void { /* For signs alone. */ }
  public translate(): void { /* As scale. */ }
  public setLineDash(): void { /* As scale. */ }
  public fill(): void { /* As scale. */ }
  public stroke(): void { /* As scale. */ }
  public beginPath(): void { /* A rect follows. */ }
  public rect(_x: number, y: number, _width: number, height: number): void { this.box = [y * this.ratio, (y + height) * this.ratio]; }
  public save(): void { /* Only the clip is set in between. */ }
  public restore(): void { this.clipped = [-Infinity, Infinity]; }
  public clip(): void { this.clipped = this.box; }

  public fillRect(x: number, y: number, width: number, height: number): void {
    const isWhole = x === 0 && Math.round(width * this.ratio) >= this.canvas.width;
    this.put("fillRect", y * this.ratio, (y + height) * this.ratio, `${x} ${width} ${this.fillStyle}`, isWhole);
  }

  public strokeRect(x: number, y: number, width: number, height: number): void {
    const edge = this.lineWidth / 2;
    this.put("strokeRect", (y - edge) * this.ratio, (y + height + edge) * this.ratio, `${x} ${width} ${this.strokeStyle}`);
  }

  public fillText(text: string, x: number, y: number): void {
    this.texts++;
    this.put("fillText", (y - 8) * this.ratio, (y + 8) * this.ratio, [text, x, this.font, this.fillStyle, this.textAlign, this.textBaseline, this.direction].join(" "));
  }

  public drawImage(source: { readonly raster: NameRaster }, ...at: number[]): void {
    const [sx = NaN, sy = NaN, sw = NaN, sh = NaN, dx = NaN, dy = NaN] = at;
    if (sw === this.canvas.width) for (let line = 0; line < sh; line++) this.lines[dy + line] = source.raster.lines[sy + line] ?? "";
    else this.put("drawImage", dy * this.ratio, (dy + sw / this.ratio) * this.ratio, `sign ${sx} at ${dx}`);
  }

  /** What is drawn over the lines between two edges in device px, as far as it is not clipped away. */
  private put(operation: Operation, from: number, to: number, what: string, isWhole = false): void {
    const [first, last] = [devicePx(from, 1), devicePx(to, 1)];
    for (let line = Math.max(0, first, Math.round(this.clipped[0])); line < Math.min(this.canvas.height, last, Math.round(this.clipped[1])); line++) {
      this.lines[line] = `${isWhole ? "" : this.lines[line] ?? ""}|${operation} ${isWhole ? "" : line - first} ${what}`;
    }
  }
}
