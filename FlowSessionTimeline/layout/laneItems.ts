import { sameValues } from "../base/sameValues";
import { binLengthMs } from "./bins";
import { LaneTiles } from "./laneTiles";
import { LaneWriter } from "./laneWriter";
import { BAR_PX, LANE_PX, laneTopPx } from "./measures";
import { MoreLanes } from "./moreLanes";
import { SceneInput } from "./scene";
import { SceneParts } from "./sceneParts";

/** The lanes of packed tracks. */
export class LaneItems {
  private readonly more = new MoreLanes();
  private readonly tiles = new LaneTiles();
  /** The slots of the selected runs, and what they were made of. */
  private selected: ReadonlySet<number> = new Set();
  private selectedOf: readonly unknown[] = [];

  /** Before each frame. */
  public begin({ store, scale, selected }: SceneInput): void {
    this.tiles.begin(binLengthMs(scale.msPerPx));
    const selectedOf = [selected, store, store.version];
    if (sameValues(selectedOf, this.selectedOf)) return;
    this.selectedOf = selectedOf;
    this.selected = new Set(Array.from(selected, (id) => store.slotOf(id)));
  }

  /** The lanes of a track that are in view, and the line that stands for those that are not drawn. @param rowTop top of their row, px from the canvas' top */
  public add(parts: SceneParts, input: SceneInput, index: number, rowTop: number): void {
    const { shownLanes, moreRuns } = input.rows.tracks[index];
    const topOf = (lane: number): number => rowTop + laneTopPx(lane) + (LANE_PX - BAR_PX) / 2;
    const first = Math.max(0, Math.floor(-topOf(0) / LANE_PX));
    for (let lane = first; lane < shownLanes && topOf(lane) < input.viewportPx.height; lane++) {
      new LaneWriter(parts, input, { index, lane, top: topOf(lane) }, this.selected).write(this.tiles);
    }
    if (moreRuns > 0) this.more.add(parts, input, index, topOf(shownLanes));
  }
}
