import * as fc from "fast-check";
import { Run } from "../domain/run";
import { rowsOf as parsed } from "../domain/run.testing";
import { patchTreeRows } from "./patchTreeRows";
import { at, modelOf, NOW, rowsOf, someRuns, timed, UTC_ZONE, windowOf } from "./picture.testing";
import { RowsInput } from "./rows";
import { RowTable } from "./rowTable";
import { ALL_OPEN } from "./collapse";

const WINDOW = windowOf(0, 50_000);

/** The rows of some runs, and those of the same runs with the ends of some of them set anew: patched, and built. */
function afterNewEnds(runs: readonly Run[], ends: ReadonlyMap<number, number | null>): { readonly patched: RowTable | null; readonly built: RowTable } {
  const model = modelOf(runs);
  const rows = rowsOf(model, { window: WINDOW });
  const changed = [...ends].map(([n, end]) => ({ ...runs[n], completedOn: end === null ? null : at(end) }));
  const next = modelOf(runs.map((run, n) => (ends.has(n) ? { ...run, completedOn: ends.get(n) === null ? null : at(ends.get(n) ?? 0) } : run)));
  model.store.merge(parsed(...changed), "keep");
  const input: RowsInput = { ...model, layout: "tree", matches: null, window: WINDOW, nowMs: NOW, collapsed: ALL_OPEN, tallTracks: new Set(), zone: UTC_ZONE, trackSet: null, sort: "start", descending: false };
  const isSameOrder = String(model.forest.byStart) === String(next.forest.byStart) && String(model.forest.roots) === String(next.forest.roots);
  return { patched: isSameOrder ? patchTreeRows(rows, input, [...ends.keys()]) : null, built: rowsOf(next, { window: WINDOW }) };
}

describe("rows of the tree after a few runs changed", () => {
  it("are what they would be if they were built anew, wherever they can be kept", () => {
    let kept = 0;
    fc.assert(fc.property(someRuns(20).filter((runs) => runs.length > 0), fc.array(fc.tuple(fc.nat(19), fc.option(fc.integer({ min: -10_000, max: 110_000 }))), { maxLength: 3 }), (runs, changes) => {
      const ends = new Map(changes.filter(([n]) => n < runs.length));
      const { patched, built } = afterNewEnds(runs, ends);
      if (patched === null) return;
      kept++;
      expect([...patched.kept]).toEqual([...built.kept]);
      expect([...patched.node]).toEqual([...built.node]);
      expect(patched.runs).toBe(built.runs);
    }), { numRuns: 300 });
    expect(kept).toBeGreaterThan(50);
  });

  it("are built anew where a run comes into the window or leaves it", () => {
    const runs = [timed(0, -200, -100), timed(1, 10, 20)];
    expect(afterNewEnds(runs, new Map([[0, 30]])).patched).toBeNull();
    expect(afterNewEnds(runs, new Map([[1, 30]])).patched).not.toBeNull();
  });
});
