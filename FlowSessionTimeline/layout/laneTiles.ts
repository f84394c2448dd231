import { STATUS_FAMILIES } from "../domain/status";
import { TILE_BINS } from "./bins";
import { countFamilies, LaneIndex } from "./laneIndex";
import { lowerBound } from "./lowerBound";
import { mergedEnd } from "./mergedRuns";
import { PackedTrack } from "./packedTrack";
import { FAMILY_PAINT } from "./paint";

/** More items than this are not kept. Those in view are some thousands. */
const MANY = 2 ** 18;
const FAILED = STATUS_FAMILIES.indexOf("failed");
const COUNTS = new Int32Array(STATUS_FAMILIES.length);

/** What of a lane starts in a stretch of time, item by item: a run that is drawn alone, or runs that are drawn as one. */
export interface LaneTile {
  /** The entry of the track's laneSlots at which the first item begins; each other begins where the one before ends. */
  readonly first: number;
  /** By item: the entry at which it ends. */
  readonly ends: readonly number[];
  /** By item: that of its run, or of most of its runs that did not fail. */
  readonly paints: readonly number[];
  /** By item: how many of its runs failed. */
  readonly failures: readonly number[];
}

/**
 * What lanes show, in tiles of time that are kept while bins have the same length: what is in a tile depends on its runs and on that length alone,
 * so that panning and scrolling look at runs only where a tile comes into view.
 */
export class LaneTiles {
  /** By track, and by the first of a tile's entries. */
  private tracks = new WeakMap<LaneIndex, Map<number, LaneTile>>();
  private binMs = NaN;
  /** The items of all tiles. */
  private count = 0;

  /** Before each frame. */
  public begin(binMs: number): void {
    if (binMs === this.binMs && this.count < MANY) return;
    this.binMs = binMs;
    this.tracks = new WeakMap();
    this.count = 0;
  }

  /** The tile in which an entry starts. @param low,end the entries of its lane */
  public tileOf(track: PackedTrack, entry: number, low: number, end: number): LaneTile {
    const { laneIndex, laneIndex: { fromMs } } = track;
    const tileMs = TILE_BINS * this.binMs;
    const startMs = Math.floor(fromMs[entry] / tileMs) * tileMs;
    const isFirst = entry === low || fromMs[entry - 1] < startMs;
    const first = isFirst ? entry : lowerBound(low, entry, (at) => fromMs[at] >= startMs);
    let tiles = this.tracks.get(laneIndex);
    if (tiles === undefined) this.tracks.set(laneIndex, (tiles = new Map()));
    let tile = tiles.get(first);
    if (tile === undefined) tiles.set(first, (tile = this.build(track, first, end, startMs + tileMs)));
    return tile;
  }

  private build(track: PackedTrack, first: number, end: number, tileEndMs: number): LaneTile {
    const { laneIndex, laneIndex: { fromMs } } = track;
    const tile = { first, ends: [] as number[], paints: [] as number[], failures: [] as number[] };
    for (let at = first; at < end && fromMs[at] < tileEndMs; ) {
      const next = mergedEnd(track, at, end, this.binMs);
      countFamilies(laneIndex, at, next, COUNTS);
      tile.ends.push(next);
      tile.paints.push(FAMILY_PAINT[COUNTS[FAILED] === next - at ? FAILED : mostOf(COUNTS)]);
      tile.failures.push(COUNTS[FAILED]);
      at = next;
    }
    this.count += tile.ends.length;
    return tile;
  }
}

/** The family of most runs that did not fail. */
function mostOf(counts: Int32Array): number {
  let most = -1;
  for (let family = 0; family < counts.length; family++) if (family !== FAILED && (most < 0 || counts[family] > counts[most])) most = family;
  return most;
}
