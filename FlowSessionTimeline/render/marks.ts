import { Mark } from "../layout/scene";
import { Pen } from "./penOf";

/** Draws the sign of a status family into a box. @param size side of the box in px; strokes and fills use the context's current colours */
export function drawMark(context: Pen, mark: Mark, x: number, y: number, size: number): void {
  const at = (share: number): number => share * size;
  context.beginPath();
  switch (mark) {
    case "tick":
      context.moveTo(x + at(0.2), y + at(0.52));
      context.lineTo(x + at(0.42), y + at(0.74));
      context.lineTo(x + at(0.8), y + at(0.28));
      return context.stroke();
    case "cross":
      context.moveTo(x + at(0.26), y + at(0.26));
      context.lineTo(x + at(0.74), y + at(0.74));
      context.moveTo(x + at(0.74), y + at(0.26));
      context.lineTo(x + at(0.26), y + at(0.74));
      return context.stroke();
    case "play":
      context.moveTo(x + at(0.32), y + at(0.2));
      context.lineTo(x + at(0.8), y + at(0.5));
      context.lineTo(x + at(0.32), y + at(0.8));
      return context.fill();
    case "clock":
      context.arc(x + at(0.5), y + at(0.5), at(0.36), 0, Math.PI * 2);
      context.moveTo(x + at(0.5), y + at(0.28));
      context.lineTo(x + at(0.5), y + at(0.5));
      context.lineTo(x + at(0.66), y + at(0.58));
      return context.stroke();
    case "square":
      context.rect(x + at(0.28), y + at(0.28), at(0.44), at(0.44));
      return context.fill();
    case "dot":
      context.arc(x + at(0.5), y + at(0.5), at(0.18), 0, Math.PI * 2);
      return context.fill();
  }
}
