/** Distance between two hatch lines, device-independent px. */
export const HATCH_PX = 6;

/** A tile of diagonal lines, drawn once per colour and pixel ratio. */
export function hatchTile(context: CanvasRenderingContext2D, color: string, ratio: number): CanvasPattern | null {
  const size = Math.max(4, Math.round(HATCH_PX * ratio));
  const tile = context.canvas.ownerDocument.createElement("canvas");
  tile.width = size;
  tile.height = size;
  const brush = tile.getContext("2d");
  if (!brush) return null;
  brush.strokeStyle = color;
  brush.lineWidth = 1.4 * ratio;
  for (const shift of [-size, 0, size]) {
    brush.moveTo(shift - 1, size + 1);
    brush.lineTo(shift + size + 1, -1);
  }
  brush.stroke();
  return context.createPattern(tile, "repeat");
}
