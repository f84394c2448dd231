import { Items } from "../layout/items";
import { BAR_RADIUS_PX } from "../layout/measures";
import { Brush } from "./brush";

const OUTLINE_PX = 1.5;

/** Rectangles; those of an outlined paint are hollow, others are one where they touch. */
export function drawFlat(brush: Brush, items: Items): void {
  const { context, palette } = brush;
  brush.each(items, (x, y, width, height, paint) => {
    context.fillRect(x, y, width, height);
    if (!palette.outlined.has(paint) || width <= 2 * OUTLINE_PX || height <= 2 * OUTLINE_PX) return;
    context.fillStyle = palette.background;
    context.fillRect(x + OUTLINE_PX, y + OUTLINE_PX, width - 2 * OUTLINE_PX, height - 2 * OUTLINE_PX);
    context.fillStyle = palette.color[paint];
  }, (paint) => !palette.outlined.has(paint));
}

/**
 * Bars with round corners; those of an outlined paint are hollow. Bars too narrow for corners are rectangles.
 * @param ends whether the right end is round too
 */
export function drawBars(brush: Brush, items: Items, ends: "round" | "openRight" = "round"): void {
  const { context, palette } = brush;
  if (items.count === 0) return;
  context.lineWidth = OUTLINE_PX;
  brush.each(items, (x, y, width, height, paint) => {
    const isHollow = palette.outlined.has(paint);
    if (width <= 2 * BAR_RADIUS_PX && !isHollow) {
      context.fillRect(x, y, width, height);
      return;
    }
    const inset = isHollow ? OUTLINE_PX / 2 : 0;
    context.beginPath();
    const radius = Math.min(BAR_RADIUS_PX, width / 2, height / 2);
    const radii = ends === "round" ? radius : [radius, 0, 0, radius];
    context.roundRect(x + inset, y + inset, Math.max(0, width - 2 * inset), Math.max(0, height - 2 * inset), radii);
    if (isHollow) context.fillStyle = palette.background;
    context.fill();
    if (!isHollow) return;
    context.fillStyle = context.strokeStyle = palette.color[paint];
    context.stroke();
  });
}

/** Outlines of bars, inside their boxes. @param dash as of setLineDash */
export function drawOutlines(brush: Brush, items: Items, dash: number[]): void {
  const { context, palette } = brush;
  if (items.count === 0) return;
  context.setLineDash(dash);
  context.lineWidth = OUTLINE_PX;
  brush.each(items, (x, y, width, height, paint) => {
    context.strokeStyle = palette.color[paint];
    context.beginPath();
    context.roundRect(x + OUTLINE_PX / 2, y + OUTLINE_PX / 2, Math.max(0, width - OUTLINE_PX), Math.max(0, height - OUTLINE_PX), BAR_RADIUS_PX);
    context.stroke();
  });
  context.setLineDash([]);
}

/** Outlines that are open to the right: the run has not come to its end. */
export function drawOpenOutlines(brush: Brush, items: Items): void {
  const { context, palette } = brush;
  if (items.count === 0) return;
  context.lineWidth = OUTLINE_PX;
  brush.each(items, (x, y, width, height, paint) => {
    context.strokeStyle = palette.color[paint];
    const inset = OUTLINE_PX / 2;
    const radius = Math.min(BAR_RADIUS_PX, width / 2);
    context.beginPath();
    context.moveTo(x + width, y + inset);
    context.lineTo(x + inset + radius, y + inset);
    context.quadraticCurveTo(x + inset, y + inset, x + inset, y + inset + radius);
    context.lineTo(x + inset, y + height - inset - radius);
    context.quadraticCurveTo(x + inset, y + height - inset, x + inset + radius, y + height - inset);
    context.lineTo(x + width, y + height - inset);
    context.stroke();
  });
}

/** Bars that lose their colour from left to right. */
export function drawFades(brush: Brush, items: Items): void {
  const { context, palette } = brush;
  brush.each(items, (x, y, width, height, paint) => {
    const gradient = context.createLinearGradient(x, 0, x + width, 0);
    gradient.addColorStop(0, palette.color[paint]);
    gradient.addColorStop(1, palette.faded[paint]);
    context.fillStyle = gradient;
    context.fillRect(x, y, width, height);
  });
}
