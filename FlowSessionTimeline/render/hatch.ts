import { Items } from "../layout/items";
import { HATCH_PX } from "../layout/measures";
import { Paint, PAINTS } from "../layout/paint";
import { Brush } from "./brush";
import { sparePen } from "./penOf";

const LINE_PX = 1.4;

/** Fills with diagonal lines. A tile is kept per colour and pixel ratio: a session sees but a few of either. */
export class Hatching {
  private readonly tiles = new Map<string, CanvasPattern>();

  /** @param phaseX,phaseY where a line starts, in CSS px: so that lines move with what they fill */
  public draw(brush: Brush, items: Items, phaseX: number, phaseY: number): void {
    const { context } = brush;
    for (let i = 0; i < items.count; i++) {
      const tile = this.tile(brush, PAINTS[items.paint[i]]);
      const scale = HATCH_PX / tileSize(brush.ratio);
      tile.setTransform({ a: scale, b: 0, c: 0, d: scale, e: phaseX, f: phaseY });
      context.fillStyle = tile;
      const x = brush.snap(items.x[i]);
      const y = brush.snap(items.y[i]);
      context.fillRect(x, y, brush.snap(items.x[i] + items.width[i]) - x, brush.snap(items.y[i] + items.height[i]) - y);
    }
  }

  private tile(brush: Brush, paint: Paint): CanvasPattern {
    const color = brush.palette.color[paint];
    const key = `${color} ${brush.ratio}`;
    let tile = this.tiles.get(key);
    if (tile === undefined) this.tiles.set(key, (tile = hatchTile(brush, color)));
    return tile;
  }
}

const tileSize = (ratio: number): number => Math.max(4, Math.round(HATCH_PX * ratio));

function hatchTile({ context, ratio }: Brush, color: string): CanvasPattern {
  const size = tileSize(ratio);
  const pen = sparePen(context);
  const { canvas: tile } = pen;
  tile.width = size;
  tile.height = size;
  pen.strokeStyle = color;
  pen.lineWidth = LINE_PX * ratio;
  pen.beginPath();
  for (const shift of [-size, 0, size]) {
    pen.moveTo(shift - 1, size + 1);
    pen.lineTo(shift + size + 1, -1);
  }
  pen.stroke();
  // Only now: a pattern is a copy of what its canvas shows.
  const pattern = context.createPattern(tile, "repeat");
  if (pattern === null) throw new Error("This browser gives no pattern.");
  return pattern;
}
