import { NameScene } from "../layout/nameScene";
import { CanvasPictures } from "./canvasPictures";
import { NameReader } from "./nameMessage";
import { Palette } from "./palette";
import { Pen } from "./penOf";
import { FrameMessage, PictureSize } from "./pictureMessage";
import { DrawnScene } from "./renderer";
import { SceneReader } from "./sceneMessage";

/** Draws in a worker what the messages of a page say. Each message is read at once; drawn is what the last one of them has left. */
export class PictureDesk {
  private readonly pictures: CanvasPictures;
  private readonly scenes = new SceneReader();
  private readonly lines = new NameReader();
  private palette: Palette | undefined;
  private chart: DrawnScene | undefined;
  private names: NameScene | undefined;

  public constructor(plot: Pen, names: Pen, size: PictureSize) {
    this.pictures = new CanvasPictures(plot, names);
    this.pictures.resize(size);
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
    if (chart) this.pictures.drawChart(chart, palette);
    if (names) this.pictures.drawNames(names, palette);
    this.chart = this.names = undefined;
    return chart !== undefined || names !== undefined;
  }
}
