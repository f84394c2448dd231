import { Bins, binsOf, TILE_BINS } from "./bins";
import { Items } from "./items";
import { PAINTS } from "./paint";
import { SceneInput } from "./scene";
import { SpanIndex } from "./spanIndex";
import { StripColumns } from "./stripColumns";

/** What is open grows with now: by this share of a bin unseen. */
const NOW_SHARE = 0.25;

/** Where a strip lies, px, what its items refer to, and where its columns are measured from, if that is not its top. */
export interface StripPlace {
  readonly top: number;
  readonly height: number;
  readonly originPx?: number;
  readonly ref: number;
}

interface Tile {
  readonly columns: StripColumns;
  readonly nowMs: number;
}

/** The tiles of a strip at one length of bins, by their number from the epoch. */
interface Level {
  readonly lengthMs: number;
  readonly variant: number;
  readonly tiles: Map<number, Tile>;
}

/** Keeps strips in tiles of time while the zoom is about the same: panning and scrolling make none anew but at the edges. */
export class StripTiles {
  private readonly levels = new WeakMap<SpanIndex, Level>();

  /** @param fill makes the columns of a tile; @param variant a number on which they depend besides */
  public constructor(private readonly fill: (spans: SpanIndex, bins: Bins, nowMs: number, variant: number) => StripColumns) {}

  /** Adds a strip to the layers that its columns name. */
  public add(layers: readonly Items[], input: SceneInput, spans: SpanIndex, variant: number, { top, height, originPx = top, ref }: StripPlace): void {
    for (const items of layers) items.startBand(top, height);
    const { lengthMs, first, count } = binsOf(input.scale);
    const level = this.levelOf(spans, lengthMs, variant);
    const writer = new TileWriter(layers, input, originPx, ref);
    for (let tile = Math.floor(first / TILE_BINS); tile * TILE_BINS < first + count; tile++) {
      writer.add(this.columnsOf(level, spans, tile, input.nowMs), { lengthMs, first: tile * TILE_BINS });
    }
  }

  private levelOf(spans: SpanIndex, lengthMs: number, variant: number): Level {
    const known = this.levels.get(spans);
    if (known?.lengthMs === lengthMs && known.variant === variant) return known;
    const level = { lengthMs, variant, tiles: new Map<number, Tile>() };
    this.levels.set(spans, level);
    return level;
  }

  private columnsOf({ lengthMs, variant, tiles }: Level, spans: SpanIndex, tile: number, nowMs: number): StripColumns {
    const known = tiles.get(tile);
    const [fromMs, toMs] = [tile * TILE_BINS * lengthMs, (tile + 1) * TILE_BINS * lengthMs];
    if (known !== undefined) {
      const hasNow = (ms: number): boolean => ms >= fromMs && ms < toMs;
      const isSameSide = known.nowMs < fromMs === nowMs < fromMs;
      if (isSameSide && ((!hasNow(known.nowMs) && !hasNow(nowMs)) || Math.abs(nowMs - known.nowMs) < NOW_SHARE * lengthMs)) return known.columns;
    }
    const columns = this.fill(spans, { lengthMs, first: tile * TILE_BINS, count: TILE_BINS }, nowMs, variant);
    tiles.set(tile, { columns, nowMs });
    return columns;
  }
}

/** Writes tiles from left to right; what goes on in the next tile becomes one rectangle, so that no seam shows. */
class TileWriter {
  /** By layer and paint: the rectangle that ended with the last tile. */
  private ended = new Map<number, number>();

  public constructor(private readonly layers: readonly Items[], private readonly input: SceneInput, private readonly originPx: number, private readonly ref: number) {}

  public add(columns: StripColumns, { lengthMs, first }: Pick<Bins, "lengthMs" | "first">): void {
    const { scale, viewportPx } = this.input;
    const ended = new Map<number, number>();
    for (let i = 0; i < columns.count; i++) {
      const left = Math.max(0, scale.toPx((first + columns.from[i]) * lengthMs));
      const right = Math.min(viewportPx.width, scale.toPx((first + columns.to[i]) * lengthMs));
      if (!(right > left)) continue;
      const key = columns.layer[i] * PAINTS.length + columns.paint[i];
      const items = this.layers[columns.layer[i]];
      const y = this.originPx + columns.top[i];
      const before = columns.from[i] === 0 ? this.ended.get(key) : undefined;
      const goesOn = before !== undefined && items.y[before] === y && items.height[before] === columns.height[i];
      if (goesOn) items.width[before] = right - items.x[before];
      else items.add(columns.paint[i], left, y, right - left, columns.height[i], this.ref);
      if (columns.to[i] === TILE_BINS) ended.set(key, goesOn ? before : items.count - 1);
    }
    this.ended = ended;
  }
}
