import { NameScene } from "../layout/nameScene";
import { FaceWidths } from "./faceWidths";
import { NameMessage, NameWriter } from "./nameMessage";
import { Palette } from "./palette";
import { CanvasMessage, FrameMessage, PictureSize } from "./pictureMessage";
import { DrawnScene } from "./renderer";
import { SceneMessage, SceneWriter } from "./sceneMessage";

/** Has a worker draw on two canvases of the page: a message a frame. */
export class WorkerPictures {
  private scenes = new SceneWriter();
  private readonly lines = new NameWriter();
  private palette: Palette | undefined;
  private isNewPalette = false;
  private chart: SceneMessage | undefined;
  private names: NameMessage | undefined;

  /** @param id is sent back when the first picture is on screen; @throws if a canvas has been drawn on */
  public constructor(private readonly worker: Worker, public readonly id: number, canvas: HTMLCanvasElement, names: HTMLCanvasElement, size: PictureSize, faces: FaceWidths) {
    const message: CanvasMessage = { id, canvas: canvas.transferControlToOffscreen(), names: names.transferControlToOffscreen(), size, faces };
    worker.postMessage(message, [message.canvas, message.names]);
  }

  public drawChart(scene: DrawnScene, palette: Palette): void {
    // One that waits, because something threw before its frame ended, holds what this one does not say again.
    if (this.chart) this.send();
    this.take(palette);
    this.chart = this.scenes.write(scene) ?? undefined;
  }

  public drawNames(scene: NameScene, palette: Palette): void {
    if (this.names) this.send();
    this.take(palette);
    this.names = this.lines.write(scene);
  }

  /** Sends what was drawn since it was last sent. */
  public send(): void {
    const { chart, names, palette, isNewPalette } = this;
    if (!chart && !names) return;
    const message: FrameMessage = { ...(isNewPalette && palette && { palette }), ...(chart && { chart }), ...(names && { names }) };
    this.worker.postMessage(message);
    this.chart = this.names = undefined;
    this.isNewPalette = false;
  }

  private take(palette: Palette): void {
    if (palette === this.palette) return;
    this.palette = palette;
    this.isNewPalette = true;
    // What is the same is drawn in other colours.
    this.scenes = new SceneWriter();
  }
}
