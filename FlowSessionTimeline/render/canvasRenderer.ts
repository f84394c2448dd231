import { Items } from "../layout/items";
import { Labels } from "../layout/labels";
import { AXIS_PX, BAR_RADIUS_PX } from "../layout/measures";
import { PAINTS } from "../layout/paint";
import { MARKS, Scene } from "../layout/scene";
import { BOLD_FONT, FONT } from "./fonts";
import { hatchTile } from "./hatch";
import { drawMark } from "./marks";
import { Palette } from "./palette";
import { Renderer } from "./renderer";

/** How strongly a parent's envelope is tinted. */
const ENVELOPE_ALPHA = 0.22;

type DrawItem = (x: number, y: number, width: number, height: number) => void;

/** Draws scenes on one canvas, layer by layer, and inside a layer paint by paint: changing a fill costs more than filling. */
export class CanvasRenderer implements Renderer {
  private ratio = 1;
  private hatches: { readonly palette: Palette; readonly ratio: number; readonly tiles: Map<number, CanvasPattern | null> } | undefined;

  public constructor(private readonly context: CanvasRenderingContext2D) {}

  public resize(widthPx: number, heightPx: number, devicePixelRatio: number): void {
    const { canvas } = this.context;
    this.ratio = devicePixelRatio;
    canvas.width = Math.max(1, Math.round(widthPx * devicePixelRatio));
    canvas.height = Math.max(1, Math.round(heightPx * devicePixelRatio));
    canvas.style.width = `${widthPx}px`;
    canvas.style.height = `${heightPx}px`;
  }

  public draw(scene: Scene, palette: Palette): void {
    const { context } = this;
    const { layers } = scene;
    context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    context.fillStyle = palette.background;
    context.fillRect(0, 0, scene.widthPx, scene.heightPx);
    context.save();
    context.beginPath();
    context.rect(0, AXIS_PX, scene.widthPx, scene.heightPx - AXIS_PX);
    context.clip();
    for (const layer of ["nights", "rows", "rowLines", "grid"] as const) this.flat(layers[layer], palette);
    context.globalAlpha = ENVELOPE_ALPHA;
    this.rounded(layers.envelopes, palette);
    context.globalAlpha = 1;
    this.outlined(layers.ghosts, palette, [4, 3]);
    for (const layer of ["connectors", "strips"] as const) this.flat(layers[layer], palette);
    for (const layer of ["stripWaits", "waits"] as const) this.hatched(layers[layer], palette, scene.hatchPhasePx);
    this.rounded(layers.bars, palette);
    this.fades(layers.fades, palette);
    this.hatched(layers.queued, palette, scene.hatchPhasePx);
    this.outlined(layers.queued, palette, []);
    for (const layer of ["merged", "mergedFailures"] as const) this.flat(layers[layer], palette);
    this.byPaint(layers.markers, palette, (x, y, width, height) => this.diamond(x, y, width, height, palette.background));
    this.byPaint(layers.badges, palette, (x, y, width, height) => this.disc(x, y, width, height));
    this.marks(layers.marks, palette);
    this.outlined(layers.outlines, palette, []);
    this.byPaint(layers.offscreen, palette, (x, y, width, height) => this.chevron(x, y, width, height));
    this.labels(scene.labels, palette);
    this.flat(layers.now, palette);
    context.restore();
    this.axis(scene, palette);
  }

  private axis(scene: Scene, palette: Palette): void {
    const { context } = this;
    context.fillStyle = palette.color.axis;
    context.fillRect(0, 0, scene.widthPx, AXIS_PX);
    this.flat(scene.axisLines, palette);
    this.labels(scene.axisLabels, palette);
  }

  /** Calls `draw` for each item, with the fill set once per paint. */
  private byPaint(items: Items, palette: Palette, draw: DrawItem): void {
    let done = 0;
    for (let paint = 0; done < items.count && paint < PAINTS.length; paint++) {
      let isSet = false;
      for (let i = 0; i < items.count; i++) {
        if (items.paint[i] !== paint) continue;
        if (!isSet) {
          isSet = true;
          this.context.fillStyle = this.context.strokeStyle = palette.color[PAINTS[paint] ?? "text"];
        }
        done++;
        draw(items.x[i] ?? 0, items.y[i] ?? 0, items.width[i] ?? 0, items.height[i] ?? 0);
      }
    }
  }

  private flat(items: Items, palette: Palette): void {
    this.byPaint(items, palette, (x, y, width, height) => this.context.fillRect(x, y, width, height));
  }

  private rounded(items: Items, palette: Palette): void {
    const { context } = this;
    this.byPaint(items, palette, (x, y, width, height) => {
      if (width <= 2 * BAR_RADIUS_PX) return context.fillRect(x, y, width, height);
      context.beginPath();
      context.roundRect(x, y, width, height, Math.min(BAR_RADIUS_PX, height / 2));
      context.fill();
    });
  }

  private outlined(items: Items, palette: Palette, dash: number[]): void {
    const { context } = this;
    context.setLineDash(dash);
    context.lineWidth = 1.25;
    this.byPaint(items, palette, (x, y, width, height) => {
      context.beginPath();
      context.roundRect(x + 0.5, y + 0.5, Math.max(0, width - 1), Math.max(0, height - 1), BAR_RADIUS_PX);
      context.stroke();
    });
    context.setLineDash([]);
  }

  private hatched(items: Items, palette: Palette, phasePx: number): void {
    const { context } = this;
    for (let i = 0; i < items.count; i++) {
      const tile = this.hatch(items.paint[i] ?? 0, palette);
      if (!tile) continue;
      // Patterns live in device px whatever the transform: draw there, shifted so that the lines stay with their time.
      tile.setTransform(new DOMMatrix([1 / this.ratio, 0, 0, 1 / this.ratio, phasePx, items.y[i] ?? 0]));
      context.fillStyle = tile;
      context.fillRect(items.x[i] ?? 0, items.y[i] ?? 0, items.width[i] ?? 0, items.height[i] ?? 0);
    }
  }

  private hatch(paint: number, palette: Palette): CanvasPattern | null {
    if (this.hatches?.palette !== palette || this.hatches.ratio !== this.ratio) this.hatches = { palette, ratio: this.ratio, tiles: new Map() };
    const { tiles } = this.hatches;
    const known = tiles.get(paint);
    if (known !== undefined) return known;
    const tile = hatchTile(this.context, palette.color[PAINTS[paint] ?? "waiting"], this.ratio);
    tiles.set(paint, tile);
    return tile;
  }

  private fades(items: Items, palette: Palette): void {
    const { context } = this;
    for (let i = 0; i < items.count; i++) {
      const x = items.x[i] ?? 0;
      const width = items.width[i] ?? 0;
      const gradient = context.createLinearGradient(x, 0, x + width, 0);
      const color = palette.color[PAINTS[items.paint[i] ?? 0] ?? "open"];
      gradient.addColorStop(0, color);
      gradient.addColorStop(1, palette.kind === "highContrast" ? color : `${color}20`);
      context.fillStyle = gradient;
      context.fillRect(x, items.y[i] ?? 0, width, items.height[i] ?? 0);
    }
  }

  private diamond(x: number, y: number, width: number, height: number, ground: string): void {
    const { context } = this;
    context.beginPath();
    context.moveTo(x + width / 2, y);
    context.lineTo(x + width, y + height / 2);
    context.lineTo(x + width / 2, y + height);
    context.lineTo(x, y + height / 2);
    context.closePath();
    context.fill();
    const stroke = context.strokeStyle;
    context.strokeStyle = ground;
    context.lineWidth = 1;
    context.stroke();
    context.strokeStyle = stroke;
  }

  private disc(x: number, y: number, width: number, height: number): void {
    const { context } = this;
    context.beginPath();
    context.arc(x + width / 2, y + height / 2, Math.min(width, height) / 2, 0, Math.PI * 2);
    context.fill();
  }

  /** @param width negative points left */
  private chevron(x: number, y: number, width: number, height: number): void {
    const { context } = this;
    context.lineWidth = 1.5;
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + width, y + height / 2);
    context.lineTo(x, y + height);
    context.stroke();
  }

  private marks(items: Items, palette: Palette): void {
    const { context } = this;
    context.lineWidth = 1.6;
    context.lineCap = "round";
    context.lineJoin = "round";
    for (let i = 0; i < items.count; i++) {
      const mark = MARKS[items.ref[i] ?? 0];
      if (!mark) continue;
      context.fillStyle = context.strokeStyle = palette.on[PAINTS[items.paint[i] ?? 0] ?? "ok"];
      drawMark(context, mark, items.x[i] ?? 0, items.y[i] ?? 0, items.width[i] ?? 0);
    }
    context.lineCap = "butt";
  }

  private labels(labels: Labels, palette: Palette): void {
    const { context } = this;
    context.textBaseline = "middle";
    context.textAlign = "left";
    context.direction = "ltr";
    for (let i = 0; i < labels.count; i++) {
      const paint = PAINTS[labels.paint[i] ?? 0] ?? "text";
      context.font = labels.bold[i] ? BOLD_FONT : FONT;
      context.fillStyle = labels.on[i] ? palette.on[paint] : palette.color[paint];
      context.fillText(labels.text[i] ?? "", labels.x[i] ?? 0, labels.y[i] ?? 0);
    }
  }
}

