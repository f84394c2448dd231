import { runToEnd } from "../base/work";
import { RunForest } from "../domain/runForest";
import { FamilyStrip } from "./familyStrip";
import { spansBelow } from "./hiddenSpans";
import { SceneInput } from "./scene";
import { SceneParts } from "./sceneParts";
import { SpanIndex } from "./spanIndex";

/** The matching runs below collapsed parents, as strips in which every failure shows. */
export class HiddenRuns {
  private readonly strip = new FamilyStrip();
  /** The runs below each collapsed node that was in view: walking a subtree costs more than drawing it. */
  private readonly below = new Map<number, SpanIndex>();
  private forest: RunForest | null = null;
  private storeVersion = -1;
  private matches: Uint8Array | null = null;

  /** @param top,height of the strip, px */
  public add(parts: SceneParts, input: SceneInput, node: number, top: number, height: number): void {
    this.strip.add(parts, input, this.spansOf(input, node), { top, height, ref: node });
  }

  private spansOf({ store, forest, rows }: SceneInput, node: number): SpanIndex {
    if (forest !== this.forest || rows.matches !== this.matches || store.version !== this.storeVersion) this.below.clear();
    this.forest = forest;
    this.matches = rows.matches;
    this.storeVersion = store.version;
    let spans = this.below.get(node);
    if (spans === undefined) this.below.set(node, (spans = runToEnd(spansBelow(store, forest, rows.matches, node))));
    return spans;
  }
}
