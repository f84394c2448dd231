import { Items } from "../layout/items";
import { BrushSpan } from "../layout/minimapBrush";
import { MINIMAP_PX, MinimapScene } from "../layout/minimapScene";
import { drawFlat } from "./bars";
import { Brush } from "./brush";
import { fitCanvas } from "./fitCanvas";
import { Palette } from "./palette";
import { penOf } from "./penOf";
import { drawTexts } from "./texts";

/** Room beside the minimap for the grips of a brush that reaches its ends, CSS px. As in the stylesheet. */
const MARGIN_PX = 8;

/** How strongly the brush tints what lies under it, and the sizes of its frame and of the grips at its ends, CSS px. */
const TINT = 0.1;
const TOP_PX = 2;
const CORNER_PX = 2;
const GRIP = { outsidePx: 4.5, widthPx: 5, insetPx: 13, cornerPx: 2.5 };

/**
 * Draws the minimap on a canvas of its own: when runs happened, and over that the brush, which moves in most frames. In elements its moves
 * would cost several times as much: styles, layout and layers.
 */
export class MinimapRenderer {
  private widthPx = 0;
  private ratio = 1;
  /** Draws all but the brush; undefined while the canvas is empty. */
  private ground: ((context: CanvasRenderingContext2D) => void) | undefined;
  /** The ground without a brush, made when the brush first moves over it: a first picture does without. */
  private copy: HTMLCanvasElement | undefined;
  private isBare = false;

  public constructor(private readonly context: CanvasRenderingContext2D) {}

  /** Clears the picture. @param widthPx of the minimap in CSS px: the canvas is wider by its margins */
  public resize(widthPx: number, devicePixelRatio: number): void {
    this.widthPx = widthPx;
    this.ratio = devicePixelRatio;
    this.ground = this.copy = undefined;
    fitCanvas(this.context.canvas, widthPx + 2 * MARGIN_PX, MINIMAP_PX, devicePixelRatio);
  }

  public clear(): void {
    if (this.ground) this.resize(this.widthPx, this.ratio);
  }

  /** Draws all but the brush. */
  public draw(scene: MinimapScene, palette: Palette): void {
    this.copy = undefined;
    this.ground = (context) => this.drawOn(context, scene, palette);
    this.ground(this.context);
    this.isBare = true;
  }

  /** Draws the brush where it is now and nowhere else; null for none. */
  public drawBrush(span: BrushSpan | null, palette: Palette): void {
    if (!this.isBare) this.restoreGround();
    this.isBare = span === null;
    if (!span) return;
    const { leftPx, rightPx } = span;
    const brush = new Brush(this.context, palette, this.ratio);
    const { context } = brush;
    const [left, right] = [brush.snap(leftPx), brush.snap(rightPx)];
    context.fillStyle = palette.brand;
    if (palette.kind !== "highContrast") {
      context.globalAlpha = TINT;
      context.fillRect(left, 0, right - left, MINIMAP_PX);
      context.globalAlpha = 1;
    }
    context.beginPath();
    context.roundRect(left, 0, right - left, MINIMAP_PX, CORNER_PX);
    context.rect(left + 1, TOP_PX, right - left - 2, MINIMAP_PX - TOP_PX - 1);
    context.fill("evenodd");
    context.beginPath();
    for (const x of [left - GRIP.outsidePx, right + GRIP.outsidePx - GRIP.widthPx]) context.roundRect(x, GRIP.insetPx, GRIP.widthPx, MINIMAP_PX - 2 * GRIP.insetPx, GRIP.cornerPx);
    context.fill();
  }

  private drawOn(context: CanvasRenderingContext2D, scene: MinimapScene, palette: Palette): void {
    const { ratio, widthPx } = this;
    context.setTransform(ratio, 0, 0, ratio, Math.round(MARGIN_PX * ratio), 0);
    context.fillStyle = palette.background;
    context.fillRect(-MARGIN_PX, 0, widthPx + 2 * MARGIN_PX, MINIMAP_PX);
    const brush = new Brush(context, palette, ratio);
    drawFlat(brush, scene.lines);
    if (palette.kind === "highContrast") drawThin(brush, scene.columns);
    else drawFlat(brush, scene.columns);
    drawFlat(brush, scene.failures);
    drawFlat(brush, scene.now);
    drawTexts(brush, scene.labels);
  }

  private restoreGround(): void {
    const { canvas } = this.context;
    if (!this.copy) {
      this.copy = canvas.ownerDocument.createElement("canvas");
      this.copy.width = canvas.width;
      this.copy.height = canvas.height;
      this.ground?.(penOf(this.copy));
    }
    this.context.save();
    this.context.resetTransform();
    this.context.drawImage(this.copy, 0, 0);
    this.context.restore();
  }
}

/** Forced colours are fewer than families, and columns are too narrow to be hollow: failures alone have their full width there. */
function drawThin(brush: Brush, columns: Items): void {
  brush.each(columns, (x, y, width, height) => brush.context.fillRect(brush.snap(x + width / 2 - 0.5), y, 1 / brush.ratio, height));
}
