import { Choice, NO_REFERENCE, Reference } from "../domain/run";
import { placedStore, rowsOf, storeHolding } from "../domain/run.testing";
import { NO_FILTER } from "../domain/runFilter";
import { ALL_OPEN } from "../layout/collapse";
import { hoursAgo, runAt } from "../../tests/support/timelineRig";
import { TEST_NOW, TestClock } from "../../tests/support/testClock";
import { UTC_ZONE } from "../layout/picture.testing";
import { Derived, Pipeline, Wish } from "./pipeline";

const WISH: Wish = { layout: "tree", sort: "start", descending: false, filter: NO_FILTER, collapsed: ALL_OPEN, tallTracks: new Set(), zone: UTC_ZONE, window: { fromMs: hoursAgo(24), toMs: TEST_NOW }, allRows: false, asDensity: false };

function pipelineOver(count: number): { readonly pipeline: Pipeline; readonly clock: TestClock; readonly done: Derived[]; readonly store: ReturnType<typeof storeHolding> } {
  const clock = new TestClock();
  const store = storeHolding(Array.from({ length: count }, (_, n) => runAt(n + 1, 30 + n * 0.001)));
  const done: Derived[] = [];
  const host = { now: () => clock.monotonic(), defer: (callback: () => void) => clock.timeout(callback, 0) };
  return { clock, store, done, pipeline: new Pipeline(store, host, String, (derived) => void done.push(derived)) };
}

describe("the pipeline", () => {
  it("gives small work its rows at once", () => {
    const { pipeline, done } = pipelineOver(3);
    pipeline.run(WISH, TEST_NOW);
    expect([done.length, done[0]?.rows.count, pipeline.busy]).toEqual([1, 3, false]);
  });

  it("works in slices, so that the page stays alive, and says that it does", async () => {
    const { pipeline, done, clock } = pipelineOver(20_000);
    clock.costPerLook = 100;
    pipeline.run(WISH, TEST_NOW);
    expect([done.length, pipeline.busy]).toEqual([0, true]);
    await clock.advance(1);
    expect([done[0]?.rows.count, pipeline.busy, clock.pending]).toEqual([20_000, false, 0]);
  });

  it("drops an older wish for a newer one", async () => {
    const { pipeline, done, clock } = pipelineOver(20_000);
    clock.costPerLook = 100;
    pipeline.run(WISH, TEST_NOW);
    const newer: Wish = { ...WISH, layout: "status" };
    pipeline.run(newer, TEST_NOW);
    await clock.advance(1);
    expect(done.map((derived) => derived.wish)).toEqual([newer]);
  });

  it("does the stages again whose inputs changed, and no others", () => {
    const { pipeline, done, store } = pipelineOver(3);
    const filter = { ...NO_FILTER, text: "run" };
    pipeline.run({ ...WISH, filter }, TEST_NOW);
    pipeline.run({ ...WISH, filter, layout: "status" }, TEST_NOW);
    pipeline.run({ ...WISH, filter: { ...filter, text: "run 1" } }, TEST_NOW);
    store.merge(rowsOf(runAt(9, 20)), "keep");
    pipeline.run({ ...WISH, filter: { ...filter, text: "run 1" } }, TEST_NOW);
    const [first, otherLayout, otherFilter, otherRuns] = done;
    expect(otherLayout?.forest).toBe(first?.forest);
    expect(otherLayout?.matches).toBe(first?.matches);
    expect(otherFilter?.forest).toBe(first?.forest);
    expect(otherFilter?.matches).not.toBe(first?.matches);
    expect(otherRuns?.forest).not.toBe(otherFilter?.forest);
    expect(otherRuns?.storeVersion).toBe(store.version);
  });

  it("filters nothing if no filter is set", () => {
    const { pipeline, done } = pipelineOver(3);
    pipeline.run(WISH, TEST_NOW);
    expect(done[0]?.matches).toBeNull();
  });

  it("prepares the forest of the records as they are now, and uses it again", () => {
    const { pipeline, done } = pipelineOver(3);
    const forests: unknown[] = [];
    pipeline.prepare((forest) => void forests.push(forest));
    pipeline.run(WISH, TEST_NOW);
    expect(forests).toEqual([done[0]?.forest]);
    expect(done[0]?.forest).toBe(forests[0]);
  });

  it("hands over nothing after it was stopped", async () => {
    const { pipeline, done, clock } = pipelineOver(20_000);
    clock.costPerLook = 100;
    pipeline.run(WISH, TEST_NOW);
    pipeline.stop();
    expect(clock.pending).toBe(0);
    await clock.advance(10);
    expect(done).toEqual([]);
  });
});

describe("runs of which no more is known than their places", () => {
  const thing = (kind: string, n: number): Reference => ({ id: "", name: `${kind} ${n % 3}`, table: "" });
  const choice = (value: number): Choice => ({ value, label: `choice ${value}` });
  const runs = Array.from({ length: 600 }, (_, n) => runAt(n + 1, 30 + n, {
    statusCode: n % 5 === 0 ? 8 : 4, name: `name ${(n * 7) % 11}`, flow: n % 4 === 0 ? NO_REFERENCE : thing("flow", n), machine: thing("machine", n), machineGroup: thing("group", n), owner: thing("owner", n),
    errorCode: `code ${n % 4}`, runMode: choice(n % 2), trigger: choice(n % 3),
  }));
  const hidden: ReadonlySet<"failed"> = new Set(["failed"]);

  /** What a wish gives, and whether the rest is still unread then. */
  async function derivedOf(store: ReturnType<typeof placedStore>, wish: Wish): Promise<{ readonly picture: object; readonly isRestDue: boolean }> {
    const clock = new TestClock();
    clock.costPerLook = 100;
    const done: Derived[] = [];
    new Pipeline(store, { now: () => clock.monotonic(), defer: (callback) => clock.timeout(callback, 0) }, String, (derived) => void done.push(derived)).run(wish, TEST_NOW);
    await clock.advance(1);
    const [{ rows, matches, counts }] = done;
    const { isRestDue } = store;
    const tracks = rows.tracks.map((track) => ({ key: track.key, group: track.group, slots: [...track.slots], failures: track.failuresInWindow }));
    return { picture: { nodes: [...rows.node], tracks, matches: matches && [...matches], counts }, isRestDue };
  }

  it.each<[string, Partial<Wish>]>([
    ["in the tree", {}], ["by time, newest first", { descending: true }], ["by duration", { sort: "duration" }], ["without failures", { filter: { ...NO_FILTER, hiddenFamilies: hidden } }],
    ["on tracks by status", { layout: "status" }], ["on tracks by day", { layout: "day" }],
  ])("are shown %s without reading more", async (_, wish) => {
    const whole = await derivedOf(storeHolding(runs), { ...WISH, ...wish });
    expect(await derivedOf(placedStore(runs), { ...WISH, ...wish })).toEqual({ picture: whole.picture, isRestDue: true });
  });

  it.each<[string, Partial<Wish>]>([
    ["by name", { sort: "name" }], ["by a search", { filter: { ...NO_FILTER, text: "flow 1 code" } }], ["on tracks by machine", { layout: "machine" }], ["on tracks by machine group", { layout: "machineGroup" }],
    ["on tracks by flow", { layout: "flow" }], ["on tracks by owner", { layout: "owner" }], ["on tracks by error code", { layout: "errorCode" }], ["on tracks by run mode", { layout: "runMode" }], ["on tracks by trigger", { layout: "trigger" }],
  ])("are shown %s when the rest has been read", async (_, wish) => {
    const whole = await derivedOf(storeHolding(runs), { ...WISH, ...wish });
    expect(await derivedOf(placedStore(runs), { ...WISH, ...wish })).toEqual({ picture: whole.picture, isRestDue: false });
  });
});
