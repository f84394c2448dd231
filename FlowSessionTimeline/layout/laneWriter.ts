import { LaneBand, LaneBars, MERGED_BAR, MIXED_BAR, ROUND_BAR, SLIVER } from "./laneBars";
import { BAR_ITEM, MERGED_ITEM, MIXED_ITEM, OTHER_ITEM } from "./laneItemColumns";
import { firstEndingAfter } from "./laneSearch";
import { LaneTiles } from "./laneTiles";
import { BAR_RADIUS_PX, MARKER_PX, MIN_BAR_PX, OVERSCAN_PX } from "./measures";
import { MergedCount, MergedCounts } from "./mergedCounts";
import { PackedTrack } from "./packedTrack";
import { MARKED_BAR_PX } from "./runItems";
import { SceneInput } from "./scene";

/** Nothing on a lane is drawn further than this beyond the time that it takes. */
const REACH_PX = MARKER_PX + 2;

/** A run that is no plain bar: its place depends on more than the scale. */
export interface OtherRun {
  /** Of the track's laneSlots. */
  readonly entry: number;
  /** Where the lane is free, and where the next item starts. */
  readonly freePx: number;
  readonly limitPx: number;
}

/** What is written of a lane: its bars, and what is drawn beside them. */
export interface WrittenLane extends Pick<LaneBand, "first" | "end" | "isRound"> {
  /** Its bars that have room for a sign. */
  readonly marked: readonly number[];
  /** Its open and queued runs and its markers. */
  readonly others: readonly OtherRun[];
  readonly counts: readonly MergedCount[];
}

/**
 * Writes a lane from left to right: what is wide enough on its own, what is too small as one item per bin. What merges depends on times and zoom
 * alone, so that nothing changes while panning. Costs the items in view.
 */
export class LaneWriter {
  private isRound = false;
  private readonly marked: number[] = [];
  private readonly others: OtherRun[] = [];
  private readonly counts: MergedCounts;
  /** Where the lane is free again. */
  private freePx = -Infinity;

  public constructor(private readonly input: SceneInput, private readonly tiles: LaneTiles, private readonly track: PackedTrack, private readonly bars: LaneBars) {
    this.counts = new MergedCounts(input);
  }

  /** @param low,end the lane's entries of the track's laneSlots */
  public write(low: number, end: number): WrittenLane {
    const { input: { store, scale }, tiles, tiles: { items }, track, counts, bars } = this;
    const { laneSlots, laneIndex: { fromMs } } = track;
    const first = bars.count;
    const reachMs = REACH_PX * scale.msPerPx;
    // Whole cells of counts: what is counted together is always met together.
    const scanFromMs = counts.cellStartMs(scale.window.fromMs - reachMs);
    const scanToMs = counts.cellStartMs(scale.window.toMs + reachMs) + counts.cellMs;
    for (let at = firstEndingAfter(store, laneSlots, low, end, scanFromMs); at < end && fromMs[at] < scanToMs; ) {
      const tile = tiles.tileOf(store, track, at, low, end);
      const endItem = tiles.endItem(tile);
      for (let item = tiles.itemOf(tile, at); item < endItem && items.fromMs[item] < scanToMs; item++) {
        at = items.first[item] + items.runs[item];
        this.add(item, at < end ? scale.toPx(fromMs[at]) : Infinity);
      }
    }
    counts.end();
    return { first, end: bars.count, isRound: this.isRound, marked: this.marked, others: this.others, counts: counts.list };
  }

  /** Each is at least 3 px wide, but never over the next one. @param limitPx where that starts */
  private add(item: number, limitPx: number): void {
    const { input: { scale, viewportPx: { width } }, tiles: { items }, freePx } = this;
    const kind = items.kind[item];
    const startPx = scale.toPx(items.fromMs[item]);
    const fromPx = Math.max(startPx, freePx);
    if (kind === OTHER_ITEM) {
      this.others.push({ entry: items.first[item], freePx, limitPx });
      // Nothing comes behind a run that is open; a marker's bar takes no more than this.
      this.freePx = Math.max(fromPx + 1, Math.min(limitPx, startPx + MIN_BAR_PX));
      return;
    }
    const toPx = Math.max(fromPx + 1, Math.min(limitPx, Math.max(startPx + MIN_BAR_PX, scale.toPx(items.toMs[item]))));
    this.freePx = toPx;
    if (kind >= MERGED_ITEM) this.counts.put(items.fromMs[item], fromPx, toPx, items.runs[item], kind === MIXED_ITEM ? -1 : items.paint[item]);
    if (toPx <= 0 || fromPx >= width) return;
    if (kind === BAR_ITEM) this.addBar(item, fromPx, toPx);
    else this.bars.add(kind === MIXED_ITEM ? MIXED_BAR : MERGED_BAR, items.paint[item], Math.max(0, fromPx), Math.min(width, toPx) - Math.max(0, fromPx), items.first[item]);
  }

  private addBar(item: number, fromPx: number, toPx: number): void {
    const { input: { viewportPx: { width } }, tiles: { items }, bars } = this;
    if (toPx - fromPx >= MARKED_BAR_PX) this.marked.push(bars.count);
    const x = Math.max(-OVERSCAN_PX, fromPx);
    const isRound = toPx - fromPx > 2 * BAR_RADIUS_PX;
    if (isRound) this.isRound = true;
    bars.add(isRound ? ROUND_BAR : SLIVER, items.paint[item], x, Math.min(width + OVERSCAN_PX, toPx) - x, this.track.laneSlots[items.first[item]]);
  }
}
