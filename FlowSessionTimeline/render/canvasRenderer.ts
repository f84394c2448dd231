import { Items } from "../layout/items";
import { AXIS_PX, HATCH_PX } from "../layout/measures";
import { BandImage } from "./bandImage";
import { drawBars, drawFades, drawFlat, drawOpenOutlines, drawOutlines } from "./bars";
import { Brush } from "./brush";
import { fitCanvas } from "./fitCanvas";
import { Hatching } from "./hatch";
import { Palette } from "./palette";
import { Pen } from "./penOf";
import { DrawnScene, Renderer } from "./renderer";
import { drawChevrons, drawDiamonds, drawDiscs, drawMarks } from "./signs";
import { drawTexts } from "./texts";

/** How strongly a parent's envelope is tinted. */
const ENVELOPE_ALPHA = 0.22;

/** Draws scenes on a 2D canvas, layer by layer, the axis last, because it lies above the rows. */
export class CanvasRenderer implements Renderer {
  private ratio = 1;
  private readonly hatching = new Hatching();
  private readonly strips = new BandImage();
  private readonly lanes = new BandImage();
  /** The axis on screen. */
  private axis: { readonly key?: object; readonly palette?: Palette } = {};

  public constructor(private readonly context: Pen) {}

  public resize(widthPx: number, heightPx: number, devicePixelRatio: number): void {
    this.ratio = devicePixelRatio;
    this.axis = {};
    fitCanvas(this.context.canvas, widthPx, heightPx, devicePixelRatio);
  }

  public draw(scene: DrawnScene, palette: Palette): void {
    const { context } = this;
    const brush = new Brush(context, palette, this.ratio);
    context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    context.fillStyle = palette.background;
    context.fillRect(0, AXIS_PX, scene.widthPx, scene.heightPx - AXIS_PX);
    context.save();
    context.beginPath();
    context.rect(0, AXIS_PX, scene.widthPx, Math.max(0, scene.heightPx - AXIS_PX));
    context.clip();
    this.drawGround(brush, scene);
    this.drawRuns(brush, scene);
    drawTexts(brush, scene.labels);
    drawFlat(brush, scene.layers.now);
    context.restore();
    this.drawAxis(brush, scene);
  }

  private drawAxis(brush: Brush, { axisKey, axisLines, axisLabels, widthPx }: DrawnScene): void {
    const { context, palette } = brush;
    if (axisKey === this.axis.key && palette === this.axis.palette) return;
    this.axis = { key: axisKey, palette };
    context.fillStyle = palette.color.axis;
    context.fillRect(0, 0, widthPx, AXIS_PX);
    drawFlat(brush, axisLines);
    drawTexts(brush, axisLabels);
  }

  private drawGround(brush: Brush, { layers }: DrawnScene): void {
    for (const layer of ["nights", "rows", "rowLines", "grid"] as const) drawFlat(brush, layers[layer]);
  }

  private drawRuns(brush: Brush, { layers, hatchPhasePx, scrollPx }: DrawnScene): void {
    const hatchTopPx = HATCH_PX - (scrollPx % HATCH_PX);
    this.drawEnvelopes(brush, layers.envelopes);
    drawOutlines(brush, layers.ghosts, [4, 3]);
    drawFlat(brush, layers.connectors);
    this.strips.draw(brush, [layers.strips]);
    this.strips.draw(brush, [layers.hidden, layers.hiddenFailures]);
    this.hatching.draw(brush, layers.waits, hatchPhasePx, hatchTopPx);
    this.lanes.draw(brush, [layers.bars, layers.merged, layers.mergedFailures], layers.bars);
    drawBars(brush, layers.openBars, "openRight");
    drawFades(brush, layers.fades);
    this.hatching.draw(brush, layers.queued, hatchPhasePx, hatchTopPx);
    drawOpenOutlines(brush, layers.queued);
    for (const layer of ["densityLines", "densities", "densityFailures", "plates"] as const) drawFlat(brush, layers[layer]);
    drawDiamonds(brush, layers.markers);
    drawDiscs(brush, layers.badges);
    drawMarks(brush, layers.marks);
    drawOutlines(brush, layers.outlines, []);
    drawChevrons(brush, layers.offscreen);
  }

  /** A tint is a colour of its own, which forced colours do not allow: there only an outline is left. */
  private drawEnvelopes(brush: Brush, envelopes: Items): void {
    if (brush.palette.kind === "highContrast") {
      drawOutlines(brush, envelopes, []);
      return;
    }
    this.context.globalAlpha = ENVELOPE_ALPHA;
    drawBars(brush, envelopes);
    this.context.globalAlpha = 1;
  }
}
