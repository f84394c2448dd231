import { STATUS_FAMILIES } from "../domain/status";
import { Bins } from "./bins";
import { FAMILY_PAINT, paintIndex } from "./paint";
import { SceneInput } from "./scene";
import { SceneParts } from "./sceneParts";
import { SpanBins } from "./spanBins";
import { SpanIndex } from "./spanIndex";
import { StripColumns } from "./stripColumns";
import { StripPlace, StripTiles } from "./stripTiles";

const FAILED = STATUS_FAMILIES.indexOf("failed");
const WAITING = paintIndex("waiting");
const MOST = 0;
const FAILURES = 1;
const NOTHING = -1;

/** Of which family most runs were under way, by time, the upper half that of failures wherever there is one: runs that have no bars of their own. */
export class FamilyStrip {
  private readonly spans = new SpanBins();
  private readonly tiles = new StripTiles((spans, bins, nowMs, height) => this.columns(spans, bins, nowMs, height));

  public add({ layers }: SceneParts, input: SceneInput, spans: SpanIndex, place: StripPlace): void {
    this.tiles.add([layers.hidden, layers.hiddenFailures], input, spans, place.height, place);
  }

  private columns(spans: SpanIndex, bins: Bins, nowMs: number, height: number): StripColumns {
    this.spans.fill(spans, bins, nowMs);
    const failed = this.spans.running[FAILED];
    const columns = new StripColumns();
    let [paint, from, failedFrom] = [NOTHING, 0, NOTHING];
    // One rectangle for neighbours of one paint.
    for (let bin = 0; bin <= bins.count; bin++) {
      const next = bin < bins.count ? this.paintOf(bin) : NOTHING;
      if (next !== paint) {
        if (paint !== NOTHING) columns.add(MOST, paint, from, bin, 0, height);
        [paint, from] = [next, bin];
      }
      const hasFailed = bin < bins.count && failed[bin] > 0;
      if (hasFailed === (failedFrom !== NOTHING)) continue;
      if (!hasFailed) columns.add(FAILURES, FAMILY_PAINT[FAILED], failedFrom, bin, 0, height / 2);
      failedFrom = hasFailed ? bin : NOTHING;
    }
    return columns;
  }

  /** That of the family of which most is under way in a bin, then of which most start in it; of failures only if there is nothing else, of waits only without runs. */
  private paintOf(bin: number): number {
    const { running, started, waiting } = this.spans;
    let most = NOTHING;
    for (let family = 0; family < running.length; family++) {
      const share = running[family][bin];
      if (share === 0) continue;
      if (most === NOTHING || most === FAILED) most = family;
      else if (family !== FAILED && (share > running[most][bin] || (share === running[most][bin] && started[family][bin] > started[most][bin]))) most = family;
    }
    if (most !== NOTHING) return FAMILY_PAINT[most];
    return waiting[bin] > 0 ? WAITING : NOTHING;
  }
}
