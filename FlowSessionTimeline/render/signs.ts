import { Items } from "../layout/items";
import { PAINTS } from "../layout/paint";
import { MARKS } from "../layout/scene";
import { Brush } from "./brush";
import { drawMark } from "./marks";

/** Diamonds with a thin edge of ground, so that they stand out from a bar below; those of an outlined paint are hollow. */
export function drawDiamonds(brush: Brush, items: Items): void {
  const { context, palette } = brush;
  brush.each(items, (x, y, width, height, paint) => {
    const isHollow = palette.outlined.has(paint);
    context.beginPath();
    context.moveTo(x + width / 2, y);
    context.lineTo(x + width, y + height / 2);
    context.lineTo(x + width / 2, y + height);
    context.lineTo(x, y + height / 2);
    context.closePath();
    context.fillStyle = isHollow ? palette.background : palette.color[paint];
    context.strokeStyle = isHollow ? palette.color[paint] : palette.background;
    context.lineWidth = isHollow ? 1.5 : 1;
    context.fill();
    context.stroke();
  });
}

/** The grounds of marks that their bars are too thin for. */
export function drawDiscs(brush: Brush, items: Items): void {
  const { context } = brush;
  brush.each(items, (x, y, width, height) => {
    context.beginPath();
    context.arc(x + width / 2, y + height / 2, Math.min(width, height) / 2, 0, Math.PI * 2);
    context.fill();
  });
}

/** Arrow heads from an item's left edge to its right one; a negative width points left. */
export function drawChevrons({ context, palette }: Brush, items: Items): void {
  if (items.count === 0) return;
  context.lineWidth = 1.5;
  for (let i = 0; i < items.count; i++) {
    context.strokeStyle = palette.color[PAINTS[items.paint[i]]];
    context.beginPath();
    context.moveTo(items.x[i], items.y[i]);
    context.lineTo(items.x[i] + items.width[i], items.y[i] + items.height[i] / 2);
    context.lineTo(items.x[i], items.y[i] + items.height[i]);
    context.stroke();
  }
}

/** The signs of status families, in what can be read on the item's paint. */
export function drawMarks({ context, palette }: Brush, items: Items): void {
  if (items.count === 0) return;
  context.lineWidth = 1.6;
  context.lineCap = "round";
  context.lineJoin = "round";
  for (let i = 0; i < items.count; i++) {
    context.fillStyle = context.strokeStyle = palette.on[PAINTS[items.paint[i]]];
    drawMark(context, MARKS[items.ref[i]], items.x[i], items.y[i], items.width[i]);
  }
  context.lineCap = "butt";
  context.lineJoin = "miter";
}
