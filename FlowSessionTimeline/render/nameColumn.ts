import { NAME_FACES, NAME_MIDDLE_PX, SIGN_SIZE_PX } from "../layout/nameLine";
import { NameScene } from "../layout/nameScene";
import { drawFlat } from "./bars";
import { Brush } from "./brush";
import { fitCanvas } from "./fitCanvas";
import { Face, FONTS } from "./fonts";
import { Palette } from "./palette";
import { SIGN_PX } from "./signPaths";
import { SignSprite, SpriteSign } from "./signSprite";

const RING_PX = 2;
/** Capitals stand so much above the middle of their line: signs stand beside them. */
const ABOVE_MIDDLE_PX = 1;

/** Draws the names of rows on a canvas of their own, which panning and zooming leave alone (docs/decisions/0025). */
export class NameColumn {
  private ratio = 1;
  private sprite: SignSprite | undefined;

  /** @param context of an opaque canvas: only there do browsers smooth texts as they do in the page */
  public constructor(private readonly context: CanvasRenderingContext2D) {}

  public resize(widthPx: number, heightPx: number, devicePixelRatio: number): void {
    this.ratio = devicePixelRatio;
    fitCanvas(this.context.canvas, widthPx, heightPx, devicePixelRatio);
  }

  public draw(scene: NameScene, palette: Palette): void {
    const { context } = this;
    const brush = new Brush(context, palette, this.ratio);
    context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    context.fillStyle = palette.background;
    context.fillRect(0, 0, scene.widthPx, scene.heightPx);
    drawFlat(brush, scene.grounds);
    drawFlat(brush, scene.lines);
    this.drawSigns(brush, scene);
    this.drawTexts(brush, scene);
    if (!scene.ring) return;
    context.strokeStyle = palette.brand;
    context.lineWidth = RING_PX;
    context.strokeRect(RING_PX / 2, brush.snap(scene.ring.topPx) + RING_PX / 2, scene.widthPx - RING_PX, scene.ring.heightPx - RING_PX);
  }

  private drawSigns(brush: Brush, { names, isRtl, widthPx }: NameScene): void {
    const { context, palette } = brush;
    if (this.sprite?.palette !== palette || this.sprite.ratio !== this.ratio) this.sprite = new SignSprite(context.canvas.ownerDocument, palette, this.ratio);
    const { sprite } = this;
    const draw = (sign: SpriteSign, startPx: number, sizePx: number, topPx: number): void =>
      sprite.draw(context, sign, brush.snap(isRtl ? widthPx - startPx - sizePx : startPx), brush.snap(topPx + NAME_MIDDLE_PX - ABOVE_MIDDLE_PX - sizePx / 2));
    for (const { line: { sign, twisty }, topPx } of names) {
      if (sign) draw(sign.name, sign.startPx, SIGN_SIZE_PX, topPx);
      if (twisty) draw(twisty.isOpen ? "opened" : isRtl ? "closedRtl" : "closed", twisty.startPx, SIGN_PX, topPx);
    }
  }

  private drawTexts(brush: Brush, scene: NameScene): void {
    brush.context.textBaseline = "middle";
    for (const face of NAME_FACES) for (const isAtEnd of [false, true]) this.drawTextsOf(face, isAtEnd, brush, scene);
  }

  /** Face by face and column by column, and nothing is set twice: to change a font or a colour costs as much as to write. */
  private drawTextsOf(face: Face, isAtEnd: boolean, { context, palette }: Brush, { names, isRtl, widthPx }: NameScene): void {
    let color = "";
    let direction = "";
    for (const { line, topPx } of names) {
      for (const text of line.texts) {
        if (text.face !== face || text.isAtEnd !== isAtEnd) continue;
        const nextColor = text.color === "failedText" ? palette.failedText : palette.color[text.color];
        const nextDirection = text.isRtl ? "rtl" : "ltr";
        if (color === "") {
          context.font = FONTS[face];
          context.textAlign = isAtEnd === isRtl ? "left" : "right";
        }
        if (nextColor !== color) context.fillStyle = color = nextColor;
        if (nextDirection !== direction) context.direction = direction = nextDirection;
        context.fillText(text.text, isRtl ? widthPx - text.startPx : text.startPx, topPx + NAME_MIDDLE_PX);
      }
    }
  }
}
