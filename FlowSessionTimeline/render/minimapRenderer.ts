import { Items } from "../layout/items";
import { MINIMAP_PX, MinimapScene } from "../layout/minimapScene";
import { drawFlat } from "./bars";
import { Brush } from "./brush";
import { fitCanvas } from "./fitCanvas";
import { Palette } from "./palette";
import { drawTexts } from "./texts";

/** Draws the minimap on a canvas of its own. The brush is no part of it. */
export class MinimapRenderer {
  private widthPx = 0;
  private ratio = 1;

  public constructor(private readonly context: CanvasRenderingContext2D) {}

  /** Clears the picture. @param widthPx, heightPx in CSS px */
  public resize(widthPx: number, heightPx: number, devicePixelRatio: number): void {
    this.widthPx = widthPx;
    this.ratio = devicePixelRatio;
    fitCanvas(this.context.canvas, widthPx, heightPx, devicePixelRatio);
  }

  public clear(palette: Palette): void {
    const { context, ratio } = this;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = palette.background;
    context.fillRect(0, 0, this.widthPx, MINIMAP_PX);
  }

  public draw(scene: MinimapScene, palette: Palette): void {
    this.clear(palette);
    const brush = new Brush(this.context, palette, this.ratio);
    drawFlat(brush, scene.lines);
    if (palette.kind === "highContrast") drawThin(brush, scene.columns);
    else drawFlat(brush, scene.columns);
    drawFlat(brush, scene.failures);
    drawFlat(brush, scene.now);
    drawTexts(brush, scene.labels);
  }
}

/** Forced colours are fewer than families, and columns are too narrow to be hollow: failures alone have their full width there. */
function drawThin(brush: Brush, columns: Items): void {
  brush.each(columns, (x, y, width, height) => brush.context.fillRect(brush.snap(x + width / 2 - 0.5), y, 1 / brush.ratio, height));
}
