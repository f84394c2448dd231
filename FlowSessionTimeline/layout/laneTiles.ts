import { RunStore } from "../domain/runStore";
import { STATUS_FAMILIES } from "../domain/status";
import { BAR_ITEM, FAILED_ITEM, LaneItemColumns, MERGED_ITEM, MIXED_ITEM, OTHER_ITEM } from "./laneItemColumns";
import { countFamilies, LaneIndex } from "./laneIndex";
import { lowerBound } from "./lowerBound";
import { mergedEnd } from "./mergedRuns";
import { PackedTrack } from "./packedTrack";
import { FAMILY_PAINT } from "./paint";
import { SHAPE_BAR } from "./runTimes";

/** Bins in a tile: 128 to 256 px. */
const TILE_BINS = 32;
/** More items than this are not kept. Those in view are some thousands. */
const MANY = 2 ** 18;
const FAILED = STATUS_FAMILIES.indexOf("failed");
const COUNTS = new Int32Array(STATUS_FAMILIES.length);

/**
 * What lanes show, item by item, in tiles of time that are kept while bins have the same length: what is in a tile depends on its runs and on that
 * length alone, so that panning and scrolling look at runs only where a tile comes into view.
 */
export class LaneTiles {
  public readonly items = new LaneItemColumns();
  /** By tile: its first item. A tile ends where the next begins. */
  private readonly starts = [0];
  /** By track, and by the first of a tile's entries in laneSlots: the tile. */
  private tracks = new WeakMap<LaneIndex, Map<number, number>>();
  private binMs = NaN;

  /** Before each frame. */
  public begin(binMs: number): void {
    if (binMs === this.binMs && this.items.count < MANY) return;
    this.binMs = binMs;
    this.tracks = new WeakMap();
    this.items.count = 0;
    this.starts.length = 1;
  }

  /** The tile in which an entry starts. @param low,end the entries of its lane */
  public tileOf(store: RunStore, track: PackedTrack, entry: number, low: number, end: number): number {
    const { fromMs } = track.laneIndex;
    const tileMs = TILE_BINS * this.binMs;
    const startMs = Math.floor(fromMs[entry] / tileMs) * tileMs;
    const isFirst = entry === low || fromMs[entry - 1] < startMs;
    const first = isFirst ? entry : lowerBound(low, entry, (at) => fromMs[at] >= startMs);
    let tiles = this.tracks.get(track.laneIndex);
    if (tiles === undefined) this.tracks.set(track.laneIndex, (tiles = new Map()));
    let tile = tiles.get(first);
    if (tile === undefined) tiles.set(first, (tile = this.build(store, track, first, end, startMs + tileMs)));
    return tile;
  }

  public firstItem(tile: number): number {
    return this.starts[tile];
  }

  public endItem(tile: number): number {
    return this.starts[tile + 1];
  }

  /** The item of a tile that holds an entry. */
  public itemOf(tile: number, entry: number): number {
    const { first } = this.items;
    return lowerBound(this.starts[tile], this.starts[tile + 1], (item) => first[item] > entry) - 1;
  }

  private build(store: RunStore, track: PackedTrack, first: number, end: number, tileEndMs: number): number {
    const { fromMs } = track.laneIndex;
    for (let at = first; at < end && fromMs[at] < tileEndMs; ) {
      const next = mergedEnd(track, at, end, this.binMs);
      if (next === at + 1) this.addRun(store, track, at);
      else this.addMerged(track, at, next);
      at = next;
    }
    return this.starts.push(this.items.count) - 2;
  }

  private addRun(store: RunStore, { laneSlots, laneIndex }: PackedTrack, at: number): void {
    const slot = laneSlots[at];
    const isBar = store.shape[slot] === SHAPE_BAR;
    this.items.add(at, 1, laneIndex.fromMs[at], isBar ? store.toMs[slot] : laneIndex.fromMs[at], FAMILY_PAINT[store.family[slot]], isBar ? BAR_ITEM : OTHER_ITEM);
  }

  private addMerged({ laneIndex }: PackedTrack, at: number, next: number): void {
    countFamilies(laneIndex, at, next, COUNTS);
    const runs = next - at;
    const failures = COUNTS[FAILED];
    const kind = failures === 0 ? MERGED_ITEM : failures === runs ? FAILED_ITEM : MIXED_ITEM;
    const endMs = laneIndex.fromMs[next - 1] + laneIndex.lengthMs[next - 1];
    this.items.add(at, runs, laneIndex.fromMs[at], endMs, FAMILY_PAINT[kind === FAILED_ITEM ? FAILED : mostOf(COUNTS)], kind);
  }
}

/** The family of most runs that did not fail. */
function mostOf(counts: Int32Array): number {
  let most = -1;
  for (let family = 0; family < counts.length; family++) if (family !== FAILED && (most < 0 || counts[family] > counts[most])) most = family;
  return most;
}
