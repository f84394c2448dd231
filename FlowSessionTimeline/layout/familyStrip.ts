import { STATUS_FAMILIES } from "../domain/status";
import { Bins } from "./bins";
import { FAMILY_PAINT, paintIndex } from "./paint";
import { SceneInput } from "./scene";
import { SceneParts } from "./sceneParts";
import { SpanBins } from "./spanBins";
import { SpanIndex } from "./spanIndex";
import { StripColumns } from "./stripColumns";
import { StripTiles } from "./stripTiles";

const FAILED = STATUS_FAMILIES.indexOf("failed");
const MOST = 0;
const FAILURES = 1;

/** Where a strip lies, px, and what its items refer to. */
export interface StripPlace {
  readonly top: number;
  readonly height: number;
  readonly ref: number;
}

/** Of which family most runs were under way, by time, the upper half that of failures wherever there is one: runs that have no bars of their own. */
export class FamilyStrip {
  private readonly spans = new SpanBins();
  private readonly tiles = new StripTiles((spans, bins, nowMs, height) => this.columns(spans, bins, nowMs, height));

  public add({ layers }: SceneParts, input: SceneInput, spans: SpanIndex, { top, height, ref }: StripPlace): void {
    this.tiles.add([layers.hidden, layers.hiddenFailures], input, spans, height, top, ref);
  }

  private columns(spans: SpanIndex, bins: Bins, nowMs: number, height: number): StripColumns {
    this.spans.fill(spans, bins, nowMs);
    const { running, waiting } = this.spans;
    const columns = new StripColumns(bins.count);
    const most = Array.from({ length: bins.count }, (_, bin) => this.mostIn(bin));
    const atTop = (): number => 0;
    for (let family = 0; family < STATUS_FAMILIES.length; family++) columns.draw(MOST, FAMILY_PAINT[family], (bin) => (most[bin] === family ? height : 0), atTop);
    columns.draw(MOST, paintIndex("waiting"), (bin) => (waiting[bin] > 0 && most[bin] < 0 ? height : 0), atTop);
    columns.draw(FAILURES, FAMILY_PAINT[FAILED], (bin) => (running[FAILED][bin] > 0 ? height / 2 : 0), atTop);
    return columns;
  }

  /** The family of which most is under way in a bin, then of which most start in it; failures only if there is nothing else; -1 if nothing is. */
  private mostIn(bin: number): number {
    const { running, started } = this.spans;
    const isMore = (one: number, other: number): boolean => running[one][bin] > running[other][bin] || (running[one][bin] === running[other][bin] && started[one][bin] > started[other][bin]);
    let most = -1;
    for (let family = 0; family < running.length; family++) {
      if (running[family][bin] === 0) continue;
      if (most < 0 || most === FAILED || (family !== FAILED && isMore(family, most))) most = family;
    }
    return most;
  }
}
