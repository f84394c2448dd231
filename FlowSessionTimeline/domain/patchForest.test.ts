import * as fc from "fast-check";
import { epochMs } from "../base/brand";
import { runToEnd } from "../base/work";
import { patchForest } from "./patchForest";
import { anyRun, aRun, guid, rowsOf, storeHolding, storeOf } from "./run.testing";
import { Run } from "./run";
import { buildForest, RunForest } from "./runForest";
import { RunStore } from "./runStore";

const t = (seconds: number): ReturnType<typeof epochMs> => epochMs(seconds * 1000);
const forestOf = (store: RunStore): RunForest => runToEnd(buildForest(store));
const contents = ({ parts: { store: _, ...arrays } }: RunForest): unknown => arrays;

/** The forest after a change, patched; null if that cannot be. */
function patched(store: RunStore, ...runs: readonly Run[]): RunForest | null {
  const forest = forestOf(store);
  const { version } = store;
  store.merge(rowsOf(...runs), "keep");
  const changes = store.changesSince(version);
  return changes === null || changes.structure ? null : patchForest(forest, changes.slots);
}

describe("a forest that is patched", () => {
  const open = (id: string, parentId: string, from: number): Run => aRun(id, { parentId, startedOn: t(from), statusCode: 2 });
  const ended = (run: Run, to: number): Run => ({ ...run, completedOn: t(to), statusCode: 4 });

  it("lets the envelopes of all ancestors end when their last open run has ended", () => {
    const runs = [open("a", "ghost", 1), ended(open("b", "a", 2), 3), open("c", "b", 4)];
    const store = storeOf(...runs);
    const first = patched(store, ended(runs[0], 5));
    expect(first?.envelopeToMs(store.slotOf("a"))).toBe(Infinity);
    const second = patched(store, ended(runs[2], 9));
    expect(second?.envelopeToMs(second.ghosts.node("ghost"))).toBe(t(9));
  });

  it("is another object, so that who compares forests sees the change", () => {
    const store = storeOf(open("a", "", 1));
    const before = forestOf(store);
    const { version } = store;
    store.merge(rowsOf(ended(open("a", "", 1), 2)), "keep");
    expect(patchForest(before, store.changesSince(version)?.slots ?? [])).not.toBe(before);
  });

  it("is built anew where a run begins to wait at another time: roots are ordered by it", () => {
    const [a, b] = [ended(open("a", "", 5), 6), ended(open("b", "", 7), 8)];
    expect(patched(storeOf(a, b), { ...b, createdOn: t(1) })).toBeNull();
    expect(patched(storeOf({ ...a, createdOn: t(2) }, b), { ...a, createdOn: t(2), completedOn: t(9) })).not.toBeNull();
  });

  it("equals the forest that is built anew, whatever changed", () => {
    const ids = fc.nat(12).map(guid);
    const runs = fc.uniqueArray(anyRun(ids), { selector: (run) => run.id, minLength: 3, maxLength: 12 });
    const change = fc.record({ nth: fc.nat(11), completedOn: fc.option(fc.nat(80).map(t)), createdOn: fc.option(fc.nat(80).map(t)), statusCode: fc.constantFrom(2, 4, 8) });
    let patches = 0;
    fc.assert(fc.property(runs, fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }), (all, steps) => {
      const store = storeHolding(all);
      const now = [...all];
      for (const step of steps) {
        for (const { nth, ...parts } of step) now[nth % now.length] = { ...now[nth % now.length], ...parts, modifiedOn: null };
        const forest = patched(store, ...now);
        if (forest === null) continue;
        patches++;
        expect(contents(forest)).toEqual(contents(forestOf(store)));
      }
    }), { numRuns: 300 });
    expect(patches).toBeGreaterThan(50);
  });
});
