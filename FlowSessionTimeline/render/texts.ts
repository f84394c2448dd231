import { Labels } from "../layout/labels";
import { PAINTS } from "../layout/paint";
import { Brush } from "./brush";
import { FONTS } from "./fonts";

/** Texts by their left edges and vertical middles. */
export function drawTexts({ context, palette }: Brush, labels: Labels): void {
  context.textBaseline = "middle";
  context.textAlign = "left";
  // The page may run right to left; the names of runs decide for themselves, the axis never turns.
  context.direction = "ltr";
  let font = "";
  let color = "";
  for (let i = 0; i < labels.count; i++) {
    const paint = PAINTS[labels.paint[i]];
    const nextFont = labels.bold[i] ? FONTS.smallBold : FONTS.small;
    const nextColor = labels.on[i] ? palette.on[paint] : palette.color[paint];
    if (nextFont !== font) context.font = font = nextFont;
    if (nextColor !== color) context.fillStyle = color = nextColor;
    context.fillText(labels.text[i], labels.x[i], labels.y[i]);
  }
}
