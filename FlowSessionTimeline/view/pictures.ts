import { Clock } from "../base/clock";
import { NameScene } from "../layout/nameScene";
import { CanvasPictures } from "../render/canvasPictures";
import { faceWidths } from "../render/faceWidths";
import { Palette } from "../render/palette";
import { penOf } from "../render/penOf";
import { PictureSize } from "../render/pictureMessage";
import { DrawnScene } from "../render/renderer";
import { canDrawInWorker, startPictureWorker } from "../render/startPictureWorker";
import { TextMeasure } from "../render/textMeasure";
import { WorkerPictures } from "../render/workerPictures";
import { listen } from "./listen";

/** So long after it came or changed its size the page is left to a worker, ms: to start one costs about 10. */
const REST_MS = 1_500;

/** The canvases of the plot and of the label column; they take the pointer's events wherever they are drawn. */
export interface PictureCanvases {
  readonly canvas: HTMLCanvasElement;
  readonly names: HTMLCanvasElement;
}

/**
 * The pictures of the plot and of the names. First ones, and those of another size, are drawn here, at once; what follows a worker draws on
 * canvases of its own below them, so that the page's thread is free (docs/decisions/0037). Where there can be no worker all are drawn here.
 */
export class Pictures {
  private here: CanvasPictures;
  private size: PictureSize | undefined;
  private chart: { readonly scene: DrawnScene; readonly palette: Palette } | undefined;
  private names: { readonly scene: NameScene; readonly palette: Palette } | undefined;
  /** null if there can be none. */
  private worker: Worker | null | undefined = canDrawInWorker() ? undefined : null;
  private away: WorkerPictures | undefined;
  private twins: readonly HTMLCanvasElement[] = [];
  /** What the worker draws can be seen. */
  private isAway = false;
  private handovers = 0;
  private cancelRest: (() => void) | undefined;
  private readonly endings: readonly (() => void)[];

  public constructor(private readonly clock: Clock, private readonly dom: PictureCanvases, private readonly measure: TextMeasure) {
    this.here = pagePictures(dom);
    this.endings = [dom.canvas, dom.names].map((canvas) => listen(canvas, { contextrestored: () => this.renew() }));
  }

  public dispose(): void {
    for (const end of this.endings) end();
    this.comeHome();
    this.endWorker(null);
  }

  /** Clears the pictures: what is drawn next is drawn here. */
  public resize(size: PictureSize): void {
    this.comeHome();
    this.size = size;
    this.chart = this.names = undefined;
    this.here.resize(size);
  }

  /** @param scene valid until the next one */
  public drawChart(scene: DrawnScene, palette: Palette): void {
    this.chart = { scene, palette };
    if (!this.isAway) this.here.drawChart(scene, palette);
    this.away?.drawChart(scene, palette);
  }

  public drawNames(scene: NameScene, palette: Palette): void {
    this.names = { scene, palette };
    if (!this.isAway) this.here.drawNames(scene, palette);
    this.away?.drawNames(scene, palette);
  }

  /** After each frame. */
  public end(): void {
    this.away?.send();
    if (this.worker !== null && !this.away && this.chart && this.names) this.cancelRest ??= this.clock.timeout(() => this.leave(), REST_MS);
  }

  private leave(): void {
    const { size } = this;
    if (!size) return;
    try {
      this.worker ??= this.start();
      this.twins = [twinOf(this.dom.canvas), twinOf(this.dom.names)];
      this.away = new WorkerPictures(this.worker, ++this.handovers, this.twins[0], this.twins[1], size, faceWidths(this.measure));
    } catch {
      return this.stay();
    }
    this.drawOn(this.away);
    this.away.send();
  }

  private start(): Worker {
    const worker = startPictureWorker();
    worker.onmessage = ({ data }: MessageEvent<number>) => {
      if (data !== this.away?.id) return;
      this.isAway = true;
      this.show("0");
    };
    // Also a policy of the page speaks up so.
    worker.onerror = (event) => {
      event.preventDefault();
      this.stay();
    };
    return worker;
  }

  /** There is no worker, or no more: all is drawn here from now on. */
  private stay(): void {
    const { isAway } = this;
    this.comeHome();
    this.endWorker(null);
    if (isAway) this.drawOn(this.here);
  }

  /** The graphics processor began anew: all canvases are empty, those that are copied from too, and a worker's. */
  private renew(): void {
    if (!this.size) return;
    if (this.worker) this.endWorker(undefined);
    this.here = pagePictures(this.dom);
    this.comeHome();
    this.here.resize(this.size);
    this.drawOn(this.here);
    this.end();
  }

  /** Draws what was drawn last. */
  private drawOn(pictures: CanvasPictures | WorkerPictures): void {
    const { chart, names } = this;
    if (chart) pictures.drawChart(chart.scene, chart.palette);
    if (names) pictures.drawNames(names.scene, names.palette);
  }

  /** @param next null where no other is to be started */
  private endWorker(next: null | undefined): void {
    this.worker?.terminate();
    this.worker = next;
  }

  private comeHome(): void {
    this.cancelRest?.();
    this.cancelRest = undefined;
    this.away = undefined;
    this.isAway = false;
    for (const twin of this.twins) twin.remove();
    this.twins = [];
    this.show("");
  }

  /** Unseen they take the pointer's events still, and are not copied to the screen with each frame. */
  private show(opacity: "" | "0"): void {
    this.dom.canvas.style.opacity = this.dom.names.style.opacity = opacity;
  }
}

const pagePictures = ({ canvas, names }: PictureCanvases): CanvasPictures => new CanvasPictures(penOf(canvas), penOf(names, { alpha: false }));

/** A canvas of the same size and place, below. */
function twinOf(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const twin = canvas.ownerDocument.createElement("canvas");
  twin.className = "fst-twin";
  twin.setAttribute("aria-hidden", "true");
  Object.assign(twin, { width: canvas.width, height: canvas.height });
  twin.style.cssText = canvas.style.cssText;
  canvas.before(twin);
  return twin;
}
