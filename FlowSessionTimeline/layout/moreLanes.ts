import { FamilyStrip } from "./familyStrip";
import { BAR_PX } from "./measures";
import { paintIndex } from "./paint";
import { SceneInput } from "./scene";
import { SceneParts } from "./sceneParts";

const STRIP_PX = 6;
const LABEL_INSET_PX = 8;

/** The line below a track's lanes that stands for the lanes that are not drawn: what is under way there, and how many runs it is. */
export class MoreLanes {
  private readonly strip = new FamilyStrip();

  /** @param top of the line's bars, px from the canvas' top */
  public add(parts: SceneParts, input: SceneInput, index: number, top: number): void {
    const { beyond, moreRuns } = input.rows.tracks[index];
    if (beyond === null || top + BAR_PX <= 0 || top >= input.viewportPx.height) return;
    this.strip.add(parts, input, beyond, { top: top + BAR_PX - STRIP_PX, height: STRIP_PX, ref: -1 });
    parts.layers.more.add(paintIndex("textFaint"), 0, top, input.viewportPx.width, BAR_PX, index);
    parts.labels.add(`+${input.countLabel(moreRuns)}`, LABEL_INSET_PX, top + (BAR_PX - STRIP_PX) / 2, paintIndex("textFaint"));
  }
}
