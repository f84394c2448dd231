import { NameScene } from "../layout/nameScene";
import { CanvasRenderer } from "./canvasRenderer";
import { NameColumn } from "./nameColumn";
import { Palette } from "./palette";
import { Pen } from "./penOf";
import { PictureSize } from "./pictureMessage";
import { DrawnScene } from "./renderer";

/** The pictures of the plot and of the names on two canvases: of the page, or in a worker. */
export class CanvasPictures {
  private readonly renderer: CanvasRenderer;
  private readonly column: NameColumn;

  /** @param names of an opaque canvas: only there do browsers smooth texts as they do in the page */
  public constructor(plot: Pen, names: Pen) {
    this.renderer = new CanvasRenderer(plot);
    this.column = new NameColumn(names);
  }

  /** Clears both. */
  public resize({ plotPx, namesPx, devicePixelRatio }: PictureSize): void {
    this.renderer.resize(plotPx.width, plotPx.height, devicePixelRatio);
    this.column.resize(namesPx.width, namesPx.height, devicePixelRatio);
  }

  public drawChart(scene: DrawnScene, palette: Palette): void {
    this.renderer.draw(scene, palette);
  }

  public drawNames(scene: NameScene, palette: Palette): void {
    this.column.draw(scene, palette);
  }
}
