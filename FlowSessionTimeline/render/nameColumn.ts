import { devicePx } from "../base/devicePx";
import { differentNames, NameScene, ShownName } from "../layout/nameScene";
import { Brush } from "./brush";
import { fitCanvas } from "./fitCanvas";
import { NameRows } from "./nameRows";
import { Palette } from "./palette";
import { penOf } from "./penOf";

/** From and to, in device px from the top of the first row of all. */
type Stretch = readonly [number, number];

interface Picture {
  readonly scene: NameScene;
  readonly palette: Palette;
  readonly stretch: Stretch;
}

/**
 * Draws the names of rows on a canvas of their own, which panning and zooming leave alone (docs/decisions/0025). Rows that scroll are not drawn
 * again: a second canvas of the same height keeps them, each at its place modulo that height, and is copied (docs/decisions/0027).
 */
export class NameColumn {
  private ratio = 1;
  private readonly rows = new NameRows();
  /** Made when rows first change or scroll: a first picture does without. */
  private kept: CanvasRenderingContext2D | undefined;
  /** What `kept` holds. */
  private picture: Picture | undefined;
  private isEmpty = true;

  /** @param context of an opaque canvas: only there do browsers smooth texts as they do in the page */
  public constructor(private readonly context: CanvasRenderingContext2D) {}

  /** Clears the picture. */
  public resize(widthPx: number, heightPx: number, devicePixelRatio: number): void {
    this.ratio = devicePixelRatio;
    this.picture = undefined;
    this.isEmpty = true;
    fitCanvas(this.context.canvas, widthPx, heightPx, devicePixelRatio);
  }

  public draw(scene: NameScene, palette: Palette): void {
    const { height } = this.context.canvas;
    const from = devicePx(scene.scrollPx, this.ratio);
    const next: Picture = { scene, palette, stretch: [from, from + height] };
    if (this.isEmpty) this.drawStretch(this.context, next, next.stretch, from);
    else this.drawKept(next, height);
    this.isEmpty = false;
  }

  /** Draws what is not there yet, and shows it. */
  private drawKept(next: Picture, height: number): void {
    const kept = this.keeper();
    for (const [from, to] of this.missing(next)) {
      for (let at = from; at < to; ) {
        const originPx = Math.floor(at / height) * height;
        const end = Math.min(to, originPx + height);
        this.drawStretch(kept, next, [at, end], originPx);
        at = end;
      }
    }
    this.picture = next;
    this.show(kept.canvas, next.stretch[0] % height);
  }

  /** A canvas of the same size; empty where that is another one than before. */
  private keeper(): CanvasRenderingContext2D {
    const { width, height, ownerDocument } = this.context.canvas;
    this.kept ??= penOf(ownerDocument.createElement("canvas"), { alpha: false });
    const { canvas } = this.kept;
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    return this.kept;
  }

  /** The stretches of a picture that are not kept as they are in it. */
  private missing(next: Picture): readonly Stretch[] {
    const { picture, ratio } = this;
    const [from, to] = next.stretch;
    if (picture?.palette !== next.palette || picture.scene.isRtl !== next.scene.isRtl) return [next.stretch];
    const [keptFrom, keptTo] = picture.stretch;
    const [firstKept, lastKept] = [Math.max(from, keptFrom), Math.min(to, keptTo)];
    if (firstKept >= lastKept) return [next.stretch];
    const changed = differentNames(picture.scene.names, next.scene.names).map(({ topPx, heightPx }): Stretch =>
      [Math.max(firstKept, devicePx(topPx, ratio)), Math.min(lastKept, devicePx(topPx + heightPx, ratio))]);
    return joined([[from, firstKept], ...changed, [lastKept, to]]);
  }

  /** @param originPx what is at the canvas' top, as a stretch has it */
  private drawStretch(context: CanvasRenderingContext2D, { scene, palette }: Picture, [from, to]: Stretch, originPx: number): void {
    const { ratio } = this;
    const place = (name: ShownName): ShownName => {
      const topPx = (devicePx(name.topPx, ratio) - originPx) / ratio;
      return { ...name, topPx, heightPx: (devicePx(name.topPx + name.heightPx, ratio) - originPx) / ratio - topPx };
    };
    const names = scene.names.filter(({ topPx, heightPx }) => devicePx(topPx + heightPx, ratio) > from && devicePx(topPx, ratio) < to).map(place);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.save();
    context.beginPath();
    context.rect(0, (from - originPx) / ratio, scene.widthPx, (to - from) / ratio);
    context.clip();
    context.fillStyle = palette.background;
    context.fillRect(0, (from - originPx) / ratio, scene.widthPx, (to - from) / ratio);
    this.rows.draw(new Brush(context, palette, ratio), names, scene);
    context.restore();
  }

  /** @param topPx where on the kept canvas the picture begins; what is above it comes last */
  private show(kept: HTMLCanvasElement, topPx: number): void {
    const { context, context: { canvas: { width, height } } } = this;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.drawImage(kept, 0, topPx, width, height - topPx, 0, 0, width, height - topPx);
    if (topPx > 0) context.drawImage(kept, 0, 0, width, topPx, 0, height - topPx, width, topPx);
  }
}

/** Those that touch as one, and no empty ones. @param stretches by where they begin */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const joins: Stretch[] = [];
  for (const [from, to] of stretches) {
    const last = joins[joins.length - 1];
    if (last && from <= last[1]) joins[joins.length - 1] = [last[0], Math.max(last[1], to)];
    else if (from < to) joins.push([from, to]);
  }
  return joins;
}
