import { STATUS_FAMILIES } from "../domain/status";
import { Bins } from "./bins";
import { FAMILY_PAINT, paintIndex } from "./paint";
import { SceneInput } from "./scene";
import { SceneParts } from "./sceneParts";
import { SpanBins } from "./spanBins";
import { SpanIndex } from "./spanIndex";
import { StripColumns } from "./stripColumns";

const FAILED = STATUS_FAMILIES.indexOf("failed");

/** Where a strip lies, px, and what its items refer to. */
export interface StripPlace {
  readonly top: number;
  readonly height: number;
  readonly ref: number;
}

/** Of which family most runs were under way, by time, the upper half that of failures wherever there is one: runs that have no bars of their own. */
export class FamilyStrip {
  private readonly spans = new SpanBins();

  public add(parts: SceneParts, input: SceneInput, spans: SpanIndex, bins: Bins, { top, height, ref }: StripPlace): void {
    this.spans.fill(spans, null, bins, input.nowMs);
    const { running, waiting } = this.spans;
    const columns = new StripColumns(parts.layers.hidden, input, bins, ref);
    for (let family = 0; family < STATUS_FAMILIES.length; family++) columns.draw(FAMILY_PAINT[family], top, (bin) => (this.mostIn(bin) === family ? height : 0));
    columns.draw(paintIndex("waiting"), top, (bin) => (waiting[bin] > 0 && this.mostIn(bin) < 0 ? height : 0));
    const failures = new StripColumns(parts.layers.hiddenFailures, input, bins, ref);
    failures.draw(FAMILY_PAINT[FAILED], top, (bin) => (running[FAILED][bin] > 0 ? height / 2 : 0));
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
