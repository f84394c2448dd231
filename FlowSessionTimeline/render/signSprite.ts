import { Palette } from "./palette";
import { Pen, sparePen } from "./penOf";
import { FAMILY_SIGNS, LINE_SIGNS, SIGN_PX } from "./signPaths";

const FAMILIES = Object.keys(FAMILY_SIGNS) as (keyof typeof FAMILY_SIGNS)[];
const LINES = Object.keys(LINE_SIGNS) as (keyof typeof LINE_SIGNS)[];
const SIGNS = [...FAMILIES, ...LINES];
export type SpriteSign = (typeof SIGNS)[number];

const GHOST_WIDTH_PX = 1.3;
const GHOST_DASH = [2, 1.6];
const TWISTY_WIDTH_PX = 1.5;

/** All signs of the label column in a palette's colours, drawn once: to copy one costs a fraction of filling its outline. */
export class SignSprite {
  private readonly image: Pen["canvas"];

  public constructor(like: Pen, public readonly palette: Palette, public readonly ratio: number) {
    const pen = sparePen(like);
    this.image = pen.canvas;
    this.image.width = Math.ceil(SIGNS.length * SIGN_PX * ratio);
    this.image.height = Math.ceil(SIGN_PX * ratio);
    pen.scale(ratio, ratio);
    for (const family of FAMILIES) {
      pen.fillStyle = palette.color[family];
      pen.fill(new Path2D(FAMILY_SIGNS[family]), "evenodd");
      pen.translate(SIGN_PX, 0);
    }
    pen.strokeStyle = palette.color.textFaint;
    for (const line of LINES) {
      pen.lineWidth = line === "ghost" ? GHOST_WIDTH_PX : TWISTY_WIDTH_PX;
      pen.setLineDash(line === "ghost" ? GHOST_DASH : []);
      pen.stroke(new Path2D(LINE_SIGNS[line]));
      pen.translate(SIGN_PX, 0);
    }
  }

  /** @param x and y of the sign's box in CSS px, on whole device pixels: elsewhere it is blurred */
  public draw(context: Pen, sign: SpriteSign, x: number, y: number): void {
    const side = SIGN_PX * this.ratio;
    context.drawImage(this.image, SIGNS.indexOf(sign) * side, 0, side, side, x, y, SIGN_PX, SIGN_PX);
  }
}
