import { RunForest } from "../domain/runForest";
import { STATUS_FAMILIES } from "../domain/status";
import { binsOf } from "./bins";
import { Density } from "./density";
import { FAMILY_PAINT } from "./paint";
import { drawnEndMs, SHAPE_NONE } from "./runTimes";
import { SceneInput } from "./scene";
import { SceneParts } from "./sceneParts";
import { StripColumns } from "./stripColumns";

const FAILED = STATUS_FAMILIES.indexOf("failed");

/** The matching runs below collapsed parents, as strips in which every failure shows. */
export class HiddenRuns {
  private readonly density = new Density();
  /** The runs below each collapsed node that was in view: walking a subtree costs more than drawing it. */
  private readonly below = new Map<number, Int32Array>();
  private forest: RunForest | null = null;
  private matches: Uint8Array | null = null;

  /** @param top,height of the strip, px */
  public add(parts: SceneParts, input: SceneInput, node: number, top: number, height: number): void {
    const { store, scale, nowMs } = input;
    const bins = binsOf(scale);
    this.density.reset(bins);
    for (const slot of this.slotsBelow(input, node)) {
      const from = store.fromMs[slot];
      const to = drawnEndMs(store, slot, nowMs);
      if (store.shape[slot] !== SHAPE_NONE) this.density.addRun(store.family[slot], from, to);
    }
    const { families } = this.density.settle();
    const { ends } = this.density;
    const most = (bin: number): number => mostOf(families, ends, bin);
    STATUS_FAMILIES.forEach((_, family) => {
      const columns = new StripColumns(parts.layers.hidden, input, bins, node);
      columns.draw(FAMILY_PAINT[family], top, (bin) => (most(bin) === family ? height : 0));
    });
    const failures = new StripColumns(parts.layers.hiddenFailures, input, bins, node);
    failures.draw(FAMILY_PAINT[FAILED], top, (bin) => (families[FAILED][bin] > 0 || ends[FAILED][bin] > 0 ? height / 2 : 0));
  }

  private slotsBelow({ forest, rows }: SceneInput, node: number): Int32Array {
    if (forest !== this.forest || rows.matches !== this.matches) this.below.clear();
    this.forest = forest;
    this.matches = rows.matches;
    let slots = this.below.get(node);
    if (slots === undefined) this.below.set(node, (slots = matchingBelow(forest, rows.matches, node)));
    return slots;
  }
}

/** The family of which most is under way in a bin, then of which most ended in it; failures only if there is nothing else; -1 if nothing is. */
function mostOf(families: readonly Float64Array[], ends: readonly Int32Array[], bin: number): number {
  const isMore = (one: number, other: number): boolean =>
    families[one][bin] > families[other][bin] || (families[one][bin] === families[other][bin] && ends[one][bin] > ends[other][bin]);
  let most = -1;
  for (let family = 0; family < families.length; family++) {
    if (families[family][bin] === 0 && ends[family][bin] === 0) continue;
    if (most < 0 || most === FAILED || (family !== FAILED && isMore(family, most))) most = family;
  }
  return most;
}

function matchingBelow(forest: RunForest, matches: Uint8Array | null, root: number): Int32Array {
  const found: number[] = [];
  let node = forest.firstChild[root];
  while (node >= 0) {
    if (matches === null || matches[node] === 1) found.push(node);
    node = forest.firstChild[node] >= 0 ? forest.firstChild[node] : forest.nextBelow(node, root);
  }
  return Int32Array.from(found);
}
