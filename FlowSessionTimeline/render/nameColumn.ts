import { devicePx } from "../base/devicePx";
import { differentNames, NameScene, ShownName } from "../layout/nameScene";
import { Brush } from "./brush";
import { fitCanvas } from "./fitCanvas";
import { NameRows } from "./nameRows";
import { Palette } from "./palette";
import { Pen, sparePen } from "./penOf";

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
  /** What can be seen. */
  private shown: Picture | undefined;
  /** Made when rows first scroll: a first picture does without. */
  private keeper: Pen | undefined;
  /** What the keeper holds. */
  private kept: Picture | undefined;

  /** @param context of an opaque canvas: only there do browsers smooth texts as they do in the page */
  public constructor(private readonly context: Pen) {}

  /** Clears the picture. */
  public resize(widthPx: number, heightPx: number, devicePixelRatio: number): void {
    this.ratio = devicePixelRatio;
    this.shown = this.kept = undefined;
    fitCanvas(this.context.canvas, widthPx, heightPx, devicePixelRatio);
  }

  /** What changes where nothing scrolls is drawn where it is seen. */
  public draw(scene: NameScene, palette: Palette): void {
    const from = devicePx(scene.scrollPx, this.ratio);
    const next: Picture = { scene, palette, stretch: [from, from + this.context.canvas.height] };
    if (this.shown && this.shown.stretch[0] !== from) this.scrollTo(next);
    else for (const stretch of this.missing(this.shown, next)) this.drawStretch(this.context, next, stretch, from);
    this.shown = next;
  }

  /** Draws what is not kept yet, and copies all. */
  private scrollTo(next: Picture): void {
    const keeper = this.keeperOfSize();
    const { height } = keeper.canvas;
    for (const [from, to] of this.missing(this.kept, next)) {
      for (let at = from; at < to; ) {
        const originPx = Math.floor(at / height) * height;
        const end = Math.min(to, originPx + height);
        this.drawStretch(keeper, next, [at, end], originPx);
        at = end;
      }
    }
    this.kept = next;
    this.show(keeper.canvas, next.stretch[0] % height);
  }

  /** A canvas of the same size; empty where that is another one than before. */
  private keeperOfSize(): Pen {
    const { width, height } = this.context.canvas;
    this.keeper ??= sparePen(this.context, { alpha: false });
    const { canvas } = this.keeper;
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    return this.keeper;
  }

  /** The stretches of a picture that are not in another as they are in it. */
  private missing(known: Picture | undefined, next: Picture): readonly Stretch[] {
    const { ratio } = this;
    const [from, to] = next.stretch;
    if (known?.palette !== next.palette || known.scene.isRtl !== next.scene.isRtl) return [next.stretch];
    const [firstKept, lastKept] = [Math.max(from, known.stretch[0]), Math.min(to, known.stretch[1])];
    if (firstKept >= lastKept) return [next.stretch];
    const changed = differentNames(known.scene.names, next.scene.names).map(({ topPx, heightPx }): Stretch =>
      [Math.max(firstKept, devicePx(topPx, ratio)), Math.min(lastKept, devicePx(topPx + heightPx, ratio))]);
    return joined([[from, firstKept], ...changed, [lastKept, to]]);
  }

  /** @param originPx what is at the canvas' top, as a stretch has it */
  private drawStretch(context: Pen, { scene, palette }: Picture, [from, to]: Stretch, originPx: number): void {
    const { ratio } = this;
    const place = (name: ShownName): ShownName => {
      const topPx = (devicePx(name.topPx, ratio) - originPx) / ratio;
      return { ...name, topPx, heightPx: (devicePx(name.topPx + name.heightPx, ratio) - originPx) / ratio - topPx };
    };
    const names = scene.names.filter(({ topPx, heightPx }) => devicePx(topPx + heightPx, ratio) > from && devicePx(topPx, ratio) < to).map(place);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.save();
    context.beginPath();
    // To the last pixel, which the column may fill in part: what nobody fills is black on an opaque canvas.
    const widthPx = context.canvas.width / ratio;
    context.rect(0, (from - originPx) / ratio, widthPx, (to - from) / ratio);
    context.clip();
    context.fillStyle = palette.background;
    context.fillRect(0, (from - originPx) / ratio, widthPx, (to - from) / ratio);
    this.rows.draw(new Brush(context, palette, ratio), names, scene);
    context.restore();
  }

  /** @param topPx where on the kept canvas the picture begins; what is above it comes last */
  private show(kept: Pen["canvas"], topPx: number): void {
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
