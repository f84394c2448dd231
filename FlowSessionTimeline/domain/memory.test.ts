import * as fc from "fast-check";
import { epochMs } from "../base/brand";
import { runToEnd } from "../base/work";
import { aRun, guid, named, rowsOf, STATUSES } from "./run.testing";
import { Run } from "./run";
import { buildForest } from "./runForest";
import { RunStore } from "./runStore";

/** What store and forest may take of the 160 bytes that a run may cost; the rest is for rows and view. */
const MAX_BYTES = 143;
const PAGE = 500;

/** The bytes of all typed arrays that an object holds, each buffer once. */
function heldBytes(root: unknown): number {
  const seen = new Set<unknown>();
  let bytes = 0;
  for (const queue = [root]; queue.length > 0; ) {
    const one = queue.pop();
    if (typeof one !== "object" || one === null || seen.has(one)) continue;
    seen.add(one);
    if (!ArrayBuffer.isView(one)) queue.push(...Object.values(one));
    else if (!seen.has(one.buffer)) {
      seen.add(one.buffer);
      bytes += one.buffer.byteLength;
    }
  }
  return bytes;
}

/** Of a real table: some dozens of names, three runs in ten with a parent among those just before. */
const someRun = (n: number): Run => aRun(guid(n), {
  startedOn: epochMs(n * 60_000), completedOn: epochMs(n * 60_000 + 300_000), createdOn: epochMs(n * 60_000 - 5000), modifiedOn: epochMs(n * 60_000 + 301_000),
  parentId: n % 10 < 3 && n > 50 ? guid(n - 1 - ((n * 7) % 50)) : "", statusCode: n % 8, flow: named(`flow ${n % 300}`), machine: named(`VM-${n % 40}`),
});

describe("the memory of runs", () => {
  it("is a few bytes for each, however many there are and however many came at once", () => {
    fc.assert(fc.property(fc.integer({ min: 4, max: 40 }), fc.boolean(), (pages, atOnce) => {
      const store = new RunStore(STATUSES);
      const runs = Array.from({ length: pages * PAGE }, (_, n) => someRun(n));
      const step = atOnce ? runs.length : PAGE;
      for (let from = 0; from < runs.length; from += step) store.merge(rowsOf(...runs.slice(from, from + step)), "keep");
      const forest = runToEnd(buildForest(store));
      expect(heldBytes([store, forest]) / runs.length).toBeLessThan(MAX_BYTES);
      expect(store.live.length).toBeLessThanOrEqual(Math.ceil(runs.length * 1.25));
    }), { numRuns: 20 });
  });
});
