import { binLengthMs } from "./bins";
import { LaneBand, LaneBars, MERGED_BAR, SceneLanes } from "./laneBars";
import { LaneIndex } from "./laneIndex";
import { addOther, addOutline, addTexts } from "./laneRuns";
import { LaneTiles } from "./laneTiles";
import { LaneWriter, WrittenLane } from "./laneWriter";
import { BAR_PX, LANE_PX, laneTopPx } from "./measures";
import { addCount } from "./mergedCounts";
import { MoreLanes } from "./moreLanes";
import { OutlinedRuns } from "./outlinedRuns";
import { PackedTrack } from "./packedTrack";
import { SceneInput } from "./scene";
import { SceneParts } from "./sceneParts";
import { TimeScale } from "./timeScale";

/** More bars than this are not kept. Those in view are some thousands. */
const MANY = 2 ** 17;

/** The lanes of packed tracks. */
export class LaneItems implements SceneLanes {
  public readonly bars = new LaneBars();
  public readonly bands: LaneBand[] = [];
  public edition = 0;
  private readonly more = new MoreLanes();
  private readonly tiles = new LaneTiles();
  private readonly outlined = new OutlinedRuns();
  /** By track and lane: what is written at this scale. */
  private written = new WeakMap<LaneIndex, WrittenLane[]>();
  private scale: TimeScale | null = null;

  /** Before each frame. */
  public begin(input: SceneInput): void {
    const { scale } = input;
    this.bands.length = 0;
    this.outlined.begin(input);
    this.tiles.begin(binLengthMs(scale.msPerPx));
    if (this.scale !== null && isSame(this.scale, scale) && this.bars.count < MANY) return;
    this.scale = scale;
    this.written = new WeakMap();
    this.bars.count = 0;
    this.edition++;
  }

  /** The lanes of a track that are in view, and the line that stands for those that are not drawn. @param rowTop top of their row, px from the canvas' top */
  public add(parts: SceneParts, input: SceneInput, index: number, rowTop: number): void {
    const { shownLanes, moreRuns } = input.rows.tracks[index];
    const topOf = (lane: number): number => rowTop + laneTopPx(lane) + (LANE_PX - BAR_PX) / 2;
    const first = Math.max(0, Math.floor(-topOf(0) / LANE_PX));
    for (let lane = first; lane < shownLanes && topOf(lane) < input.viewportPx.height; lane++) this.addLane(parts, input, index, lane, topOf(lane));
    if (moreRuns > 0) this.more.add(parts, input, index, topOf(shownLanes));
  }

  private addLane(parts: SceneParts, input: SceneInput, index: number, lane: number, top: number): void {
    const { bars, outlined } = this;
    const track = input.rows.tracks[index];
    const { first, end, isRound, marked, others, counts } = this.writtenOf(input, track, lane);
    const band = { track: index, lane, top, first, end, isRound };
    this.bands.push(band);
    for (const bar of marked) addTexts(parts, input, bars.ref[bar], { x: bars.x[bar], width: bars.width[bar] }, top);
    for (const other of others) addOther(parts, input, track, lane, other, top, outlined);
    for (const count of counts) addCount(parts, input, count, top + BAR_PX / 2);
    if (!outlined.isEmpty || input.mergedFocus?.track === index) this.addOutlines(parts, input, band);
  }

  private writtenOf(input: SceneInput, track: PackedTrack, lane: number): WrittenLane {
    const { laneIndex, laneOffsets } = track;
    let lanes = this.written.get(laneIndex);
    if (lanes === undefined) this.written.set(laneIndex, (lanes = []));
    return (lanes[lane] ??= new LaneWriter(input, this.tiles, track, this.bars).write(laneOffsets[lane], laneOffsets[lane + 1]));
  }

  private addOutlines(parts: SceneParts, input: SceneInput, { track, top, first, end }: LaneBand): void {
    const { bars: { form, ref, x, width }, outlined } = this;
    const focused = input.mergedFocus?.track === track ? input.mergedFocus.first : -1;
    for (let bar = first; bar < end; bar++) {
      const isMerged = form[bar] >= MERGED_BAR;
      if (isMerged ? ref[bar] === focused : outlined.has(ref[bar])) addOutline(parts, input, x[bar], x[bar] + width[bar], top, isMerged ? -1 : ref[bar]);
    }
  }
}

const isSame = (one: TimeScale, other: TimeScale): boolean =>
  one === other || (one.window.fromMs === other.window.fromMs && one.window.toMs === other.window.toMs && one.widthPx === other.widthPx);
