import * as fc from "fast-check";
import { runToEnd } from "../base/work";
import { rowsOf as parsed, storeHolding } from "../domain/run.testing";
import { RunStore } from "../domain/runStore";
import { STATUS_FAMILIES } from "../domain/status";
import { NOW, timed, windowOf } from "./picture.testing";
import { RunBlocks } from "./runBlocks";
import { isInWindow } from "./runTimes";

const RUNS = 2500;
const SECONDS_APART = 10;

/** Over three blocks: each with a wait, some open, some without a time. @param lengthSeconds by number */
const storeOf = (lengthSeconds: (n: number) => number | null): RunStore => storeHolding(Array.from({ length: RUNS }, (_, n) => {
  const length = lengthSeconds(n);
  return n % 700 === 650 ? timed(n, null, null) : timed(n, n * SECONDS_APART, length === null ? null : n * SECONDS_APART + length, { statusCode: length === null ? 2 : 4 });
}));

/** Of a block, whether each of its runs shows in the window. */
function shownIn(store: RunStore, blocks: RunBlocks, block: number, window: ReturnType<typeof windowOf>, nowMs: number): boolean[] {
  const { from, to } = blocks.slots(block);
  return Array.from({ length: to - from }, (_, at) => isInWindow(store, from + at, window, nowMs));
}

describe("blocks of runs", () => {
  it("lie inside a window or outside it only if all their runs do", () => {
    const place = fc.integer({ min: -100, max: (RUNS + 10) * SECONDS_APART });
    let wholes = 0;
    for (const openEvery of [Infinity, 900]) {
      const store = storeOf((n) => (n % openEvery === 40 ? null : n % 9));
      const blocks = runToEnd(RunBlocks.build(store));
      fc.assert(fc.property(place, place, place, (a, b, now) => {
        const window = windowOf(Math.min(a, b), Math.max(a, b) + 1);
        for (let block = 0; block < blocks.count; block++) {
          const shown = shownIn(store, blocks, block, window, windowOf(0, now).toMs);
          if (blocks.isInside(block, window)) expect(shown).not.toContain(false);
          if (blocks.isOutside(block, window)) expect(shown).not.toContain(true);
          if (blocks.isInside(block, window) || blocks.isOutside(block, window)) wholes++;
        }
      }), { numRuns: 60 });
    }
    expect(wholes).toBeGreaterThan(60);
  });

  it("hold every run once, by its family, and follow what changes", () => {
    const store = storeOf((n) => n % 9);
    const blocks = runToEnd(RunBlocks.build(store));
    const runs = (block: number): number[] => STATUS_FAMILIES.map((_, family) => blocks.runs(block, family));
    expect([0, 1, 2].map((block) => runs(block).reduce((sum, count) => sum + count))).toEqual([1024, 1024, RUNS - 2048]);
    const [slot, window] = [1200, windowOf(60_000, 70_000)];
    expect(blocks.isOutside(RunBlocks.blockOf(slot), window)).toBe(true);
    const before = runs(1)[STATUS_FAMILIES.indexOf("failed")] ?? 0;
    store.merge(parsed(timed(slot, slot * SECONDS_APART, 65_000, { statusCode: 8 })), "keep");
    blocks.update([slot]);
    expect([blocks.isOutside(RunBlocks.blockOf(slot), window), runs(1)[STATUS_FAMILIES.indexOf("failed")]]).toEqual([false, before + 1]);
    expect(isInWindow(store, slot, window, NOW)).toBe(true);
  });
});
