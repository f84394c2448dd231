import { MOST_TEXTS, NAME_MIDDLE_PX, SIGN_SIZE_PX } from "../layout/nameLine";
import { NameScene, ShownName } from "../layout/nameScene";
import { Brush } from "./brush";
import { FONTS } from "./fonts";
import { SIGN_PX } from "./signPaths";
import { SignSprite, SpriteSign } from "./signSprite";

const RING_PX = 2;
/** Capitals stand so much above the middle of their line: signs stand beside them. */
const ABOVE_MIDDLE_PX = 1;

/** Draws rows of the label column, by their tops on the canvas. */
export class NameRows {
  private sprite: SignSprite | undefined;

  public draw(brush: Brush, names: readonly ShownName[], scene: NameScene): void {
    this.drawGrounds(brush, names, scene);
    this.drawSigns(brush, names, scene);
    this.drawTexts(brush, names, scene);
    this.drawRing(brush, names, scene);
  }

  /** Backgrounds of rows that stand out, and the lines below all. */
  private drawGrounds({ context, palette, ratio }: Brush, names: readonly ShownName[], { widthPx }: NameScene): void {
    for (const { ground, topPx, heightPx } of names) {
      if (ground !== null) {
        context.fillStyle = palette.color[ground];
        context.fillRect(0, topPx, widthPx, heightPx);
      }
      context.fillStyle = palette.color.rowLine;
      context.fillRect(0, topPx + heightPx - 1 / ratio, widthPx, 1 / ratio);
    }
  }

  private drawSigns(brush: Brush, names: readonly ShownName[], { isRtl, widthPx }: NameScene): void {
    const { context, palette, ratio } = brush;
    if (this.sprite?.palette !== palette || this.sprite.ratio !== ratio) this.sprite = new SignSprite(context, palette, ratio);
    const { sprite } = this;
    const draw = (sign: SpriteSign, startPx: number, sizePx: number, topPx: number): void =>
      sprite.draw(context, sign, brush.snap(isRtl ? widthPx - startPx - sizePx : startPx), brush.snap(topPx + NAME_MIDDLE_PX - ABOVE_MIDDLE_PX - sizePx / 2));
    for (const { line: { sign, twisty }, topPx } of names) {
      if (sign) draw(sign.name, sign.startPx, SIGN_SIZE_PX, topPx);
      if (twisty) draw(twisty.isOpen ? "opened" : isRtl ? "closedRtl" : "closed", twisty.startPx, SIGN_PX, topPx);
    }
  }

  /** Column by column, and nothing is set twice: to change a font or a colour costs as much as to write. */
  private drawTexts({ context, palette }: Brush, names: readonly ShownName[], { isRtl, widthPx }: NameScene): void {
    context.textBaseline = "middle";
    let [font, color, align, direction] = ["", "", "", ""];
    for (let column = 0; column < MOST_TEXTS; column++) {
      for (const { line, topPx } of names) {
        const text = line.texts[column];
        if (text === undefined) continue;
        const nextColor = text.color === "failedText" ? palette.failedText : palette.color[text.color];
        const nextAlign = text.isAtEnd === isRtl ? "left" : "right";
        const nextDirection = text.isRtl ? "rtl" : "ltr";
        if (FONTS[text.face] !== font) context.font = font = FONTS[text.face];
        if (nextColor !== color) context.fillStyle = color = nextColor;
        if (nextAlign !== align) context.textAlign = align = nextAlign;
        if (nextDirection !== direction) context.direction = direction = nextDirection;
        context.fillText(text.text, isRtl ? widthPx - text.startPx : text.startPx, topPx + NAME_MIDDLE_PX);
      }
    }
  }

  private drawRing({ context, palette }: Brush, names: readonly ShownName[], { widthPx }: NameScene): void {
    for (const { isRinged, topPx, heightPx } of names) {
      if (!isRinged) continue;
      context.strokeStyle = palette.brand;
      context.lineWidth = RING_PX;
      context.strokeRect(RING_PX / 2, topPx + RING_PX / 2, widthPx - RING_PX, heightPx - RING_PX);
    }
  }
}
