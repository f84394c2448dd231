import { Items } from "./items";
import { addLaneRun, addOutline, LanePlace, placeOf } from "./laneRuns";
import { firstEndingAfter } from "./laneSearch";
import { LaneTile, LaneTiles } from "./laneTiles";
import { lowerBound } from "./lowerBound";
import { BAR_PX, MARKER_PX, MIN_BAR_PX, OVERSCAN_PX } from "./measures";
import { MergedCounts } from "./mergedCounts";
import { PackedTrack } from "./packedTrack";
import { paintIndex } from "./paint";
import { MARKED_BAR_PX } from "./runItems";
import { SHAPE_BAR } from "./runTimes";
import { SceneInput } from "./scene";
import { SceneParts } from "./sceneParts";

/** Nothing on a lane is drawn further than this beyond the time that it takes. */
const REACH_PX = MARKER_PX + 2;
const FAILED = paintIndex("failed");

/** Which lane it is, and the top of its bars, px from the canvas' top. */
export interface Lane {
  /** Of its track. */
  readonly index: number;
  readonly lane: number;
  readonly top: number;
}

/**
 * Writes the items of a lane from left to right. What merges depends on times and zoom alone, so that nothing changes while panning. Costs the items
 * in view.
 */
export class LaneWriter {
  private readonly track: PackedTrack;
  private readonly counts: MergedCounts;
  /** Where the lane is free again. */
  private freePx = -Infinity;

  public constructor(private readonly parts: SceneParts, private readonly input: SceneInput, private readonly lane: Lane, private readonly selected: ReadonlySet<number>) {
    this.track = input.rows.tracks[lane.index];
    this.counts = new MergedCounts(parts, input, lane.top + BAR_PX / 2);
    const { bars, merged, mergedFailures } = parts.layers;
    for (const items of [bars, merged, mergedFailures]) items.startBand(lane.top, BAR_PX);
  }

  public write(tiles: LaneTiles): void {
    const { input: { store, scale }, track, track: { laneSlots, laneOffsets, laneIndex: { fromMs } }, lane: { lane }, counts } = this;
    const [low, end] = [laneOffsets[lane], laneOffsets[lane + 1]];
    const reachMs = REACH_PX * scale.msPerPx;
    // Whole cells of counts: what is counted together is always met together.
    const scanFromMs = counts.cellStartMs(scale.window.fromMs - reachMs);
    const scanToMs = counts.cellStartMs(scale.window.toMs + reachMs) + counts.cellMs;
    for (let at = firstEndingAfter(store, laneSlots, low, end, scanFromMs); at < end && fromMs[at] < scanToMs; ) {
      at = this.addTile(tiles.tileOf(track, at, low, end), at, end, scanToMs);
    }
    counts.end();
  }

  /** The items of a tile from the one that holds an entry on. @returns the entry behind them */
  private addTile({ first, ends, paints, failures }: LaneTile, entry: number, end: number, scanToMs: number): number {
    const { input: { scale }, track: { laneIndex: { fromMs } } } = this;
    let item = lowerBound(0, ends.length, (one) => ends[one] > entry);
    let at = item === 0 ? first : ends[item - 1];
    for (; item < ends.length && fromMs[at] < scanToMs; item++) {
      const next = ends[item];
      this.freePx = this.add(at, next - at, paints[item], failures[item], next < end ? scale.toPx(fromMs[next]) : Infinity);
      at = next;
    }
    return at;
  }

  /** An item: at least 3 px wide, but never over the next one. @param limitPx where that starts; @returns where the lane is free again */
  private add(first: number, count: number, paint: number, failures: number, limitPx: number): number {
    const { parts, input, input: { store, scale }, track: { laneSlots, laneOffsets, laneIndex: { fromMs, lengthMs } }, lane: { lane, top }, freePx } = this;
    const slot = laneSlots[first];
    if (count === 1 && store.shape[slot] !== SHAPE_BAR) return this.addSingle(slot, placeOf(input, laneSlots, first, laneOffsets[lane], limitPx, freePx));
    const last = first + count - 1;
    const startPx = scale.toPx(fromMs[first]);
    const endPx = scale.toPx(count > 1 ? fromMs[last] + lengthMs[last] : store.toMs[slot]);
    const fromPx = Math.max(startPx, freePx);
    const toPx = Math.max(fromPx + 1, Math.min(limitPx, Math.max(startPx + MIN_BAR_PX, endPx)));
    if (count > 1) this.addMerged(first, count, paint, failures, fromPx, toPx);
    // Most have no room for a sign or a name.
    else if (toPx - fromPx >= MARKED_BAR_PX || this.isOutlined(slot)) this.addSingle(slot, { fromPx, toPx, diamond: false });
    else addBox(parts.layers.bars, input, paint, fromPx, toPx, top, BAR_PX, slot);
    return toPx;
  }

  private addSingle(slot: number, place: LanePlace): number {
    const { parts, input, lane: { top } } = this;
    addLaneRun(parts, input, slot, place, top);
    if (this.isOutlined(slot)) addOutline(parts, input, place, top, slot);
    return place.toPx;
  }

  private isOutlined(slot: number): boolean {
    return slot === this.input.hoveredSlot || this.selected.has(slot);
  }

  /** Runs that are drawn as one: the paint of most of them, the upper half that of failures if one of them failed. */
  private addMerged(first: number, count: number, paint: number, failures: number, fromPx: number, toPx: number): void {
    const { parts, input, input: { mergedFocus, viewportPx }, track: { laneIndex }, lane: { index: track, lane, top } } = this;
    this.counts.put(laneIndex.fromMs[first], fromPx, toPx, count, failures > 0 && failures < count ? -1 : paint);
    if (toPx <= 0 || fromPx >= viewportPx.width) return;
    const { merges, layers: { merged, mergedFailures } } = parts;
    const ref = merges.push({ track, lane, first, count, failures }) - 1;
    addBox(merged, input, paint, fromPx, toPx, top, BAR_PX, ref);
    if (failures > 0) addBox(mergedFailures, input, FAILED, fromPx, toPx, top, BAR_PX / 2, ref);
    if (mergedFocus?.track === track && mergedFocus.first === first) addOutline(parts, input, { fromPx, toPx }, top, -1);
  }
}

/** What of a box is in view. */
function addBox(items: Items, { viewportPx: { width } }: SceneInput, paint: number, fromPx: number, toPx: number, top: number, height: number, ref: number): void {
  const left = Math.max(-OVERSCAN_PX, fromPx);
  if (toPx > 0 && fromPx < width) items.add(paint, left, top, Math.min(width + OVERSCAN_PX, toPx) - left, height, ref);
}
