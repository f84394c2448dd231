import { NameScene } from "../layout/nameScene";
import { CanvasRenderer } from "./canvasRenderer";
import { NameColumn } from "./nameColumn";
import { NameReader } from "./nameMessage";
import { Palette } from "./palette";
import { Pen } from "./penOf";
import { FrameMessage, PictureSize } from "./pictureMessage";
import { DrawnScene } from "./renderer";
import { SceneReader } from "./sceneMessage";

/** Draws in a worker what the messages of a page say. Each message is read at once; drawn is what the last one of them has left. */
export class PictureDesk {
  private readonly renderer: CanvasRenderer;
  private readonly column: NameColumn;
  private readonly scenes = new SceneReader();
  private readonly lines = new NameReader();
  private palette: Palette | undefined;
  private chart: DrawnScene | undefined;
  private names: NameScene | undefined;

  public constructor(plot: Pen, names: Pen, { plotPx, namesPx, devicePixelRatio }: PictureSize) {
    this.renderer = new CanvasRenderer(plot);
    this.column = new NameColumn(names);
    this.renderer.resize(plotPx.width, plotPx.height, devicePixelRatio);
    this.column.resize(namesPx.width, namesPx.height, devicePixelRatio);
  }

  public read({ palette, chart, names }: FrameMessage): void {
    if (palette) this.palette = palette;
    if (chart) this.chart = this.scenes.read(chart);
    if (names) this.names = this.lines.read(names);
  }

  /** Draws what was read since it last drew. @returns whether there was anything */
  public draw(): boolean {
    const { palette, chart, names } = this;
    if (!palette) return false;
    if (chart) this.renderer.draw(chart, palette);
    if (names) this.column.draw(names, palette);
    this.chart = this.names = undefined;
    return chart !== undefined || names !== undefined;
  }
}
