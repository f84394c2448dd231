/** An axis-aligned rectangle in CSS pixels. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Limits a value to [low, high]; where the bounds cross, low wins. */
export const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

/** True if the point lies in the rectangle, its right and bottom edges excluded. */
export const contains = (rect: Rect, x: number, y: number): boolean =>
  x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height;
