import { Work } from "../base/work";
import { RunForest } from "../domain/runForest";
import { FamilyStrip } from "./familyStrip";
import { spansBelow } from "./hiddenSpans";
import { SceneInput } from "./scene";
import { SceneParts } from "./sceneParts";
import { SpanIndex } from "./spanIndex";

/** Steps of work (base/work.ts) in a frame, beside the first of each node, which is all that most need. */
const STEPS_PER_FRAME = 24;
/** More nodes than this are not remembered. */
const MANY = 1000;

interface Below {
  /** Null until there is anything to show. */
  spans: SpanIndex | null;
  /** What replaces it; null while it is true. */
  work: Work<SpanIndex> | null;
  /** The version that it was made of; -1 if of another forest. */
  storeVersion: number;
}

/** The matching runs below collapsed parents, as strips in which every failure shows. Below huge ones they are gathered over some frames. */
export class HiddenRuns {
  private readonly strip = new FamilyStrip();
  private readonly below = new Map<number, Below>();
  private matches: Uint8Array | null = null;
  private forest: RunForest | null = null;
  private stepsLeft = 0;
  private waits = false;

  /** Before each frame. */
  public begin({ rows, forest }: SceneInput): void {
    this.stepsLeft = STEPS_PER_FRAME;
    this.waits = false;
    if (rows.matches !== this.matches || this.below.size > MANY) this.below.clear();
    if (forest !== this.forest) this.keepRuns(Math.min(forest.slotCount, this.forest?.slotCount ?? 0));
    this.matches = rows.matches;
    this.forest = forest;
  }

  /** A run keeps its number, and what was true is shown until the new is whole; a ghost's number may be another's now. */
  private keepRuns(slotCount: number): void {
    for (const [node, below] of this.below) {
      if (node < slotCount) below.storeVersion = -1;
      else this.below.delete(node);
    }
  }

  /** Whether a strip of the last frame was not true yet: another frame brings it further. */
  public get isBusy(): boolean {
    return this.waits;
  }

  /** @param top,height of the strip, px */
  public add(parts: SceneParts, input: SceneInput, node: number, top: number, height: number): void {
    const spans = this.spansOf(input, node);
    if (spans !== null) this.strip.add(parts, input, spans, { top, height, ref: node });
  }

  private spansOf({ store, forest, rows }: SceneInput, node: number): SpanIndex | null {
    let below = this.below.get(node);
    if (below?.storeVersion !== store.version) {
      below = { spans: below?.spans ?? null, work: spansBelow(store, forest, rows.matches, node), storeVersion: store.version };
      this.below.set(node, below);
      this.step(below);
    }
    while (below.work !== null && this.stepsLeft-- > 0) this.step(below);
    if (below.work !== null) this.waits = true;
    return below.spans;
  }

  private step(below: Below): void {
    const result = below.work?.next();
    if (!result?.done) return;
    below.spans = result.value;
    below.work = null;
  }
}
