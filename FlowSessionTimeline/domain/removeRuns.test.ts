import * as fc from "fast-check";
import { runToEnd } from "../base/work";
import { aRun, guid, rowsOf, storeOf } from "./run.testing";
import { buildForest } from "./runForest";

const ids = (store: ReturnType<typeof storeOf>): string[] => [...Array(store.slotCount).keys()].filter((slot) => store.isLive(slot)).map((slot) => store.id(slot)).sort();

it("takes out the named runs and no other, and their slots are used again", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.array(fc.integer({ min: 0, max: 59 })), (count, gone) => {
    const runs = [...Array(count).keys()].map((n) => aRun(guid(n), { parentId: n % 3 === 1 ? guid(n - 1) : "" }));
    const store = storeOf(...runs);
    const slots = gone.filter((n) => n < count).map((n) => store.slotOf(guid(n)));
    runToEnd(store.removeInSlices(slots));
    const left = runs.filter((_, n) => !gone.includes(n)).map(({ id }) => id).sort();
    expect(ids(store)).toEqual(left);
    expect(store.size).toBe(left.length);
    const before = store.slotCount;
    store.merge(rowsOf(...runs), "keep");
    expect([store.size, store.slotCount]).toEqual([count, before]);
  }));
});

it("a parent that is taken out is a ghost again", () => {
  const store = storeOf(aRun(guid(1)), aRun(guid(2), { parentId: guid(1) }));
  runToEnd(store.removeInSlices([store.slotOf(guid(1))]));
  const forest = runToEnd(buildForest(store));
  expect(forest.parent[store.slotOf(guid(2))]).toBe(forest.nodeOf(guid(1)));
  expect(forest.isGhost(forest.nodeOf(guid(1)))).toBe(true);
});

it("is told to whoever asks what changed", () => {
  const store = storeOf(aRun(guid(1)), aRun(guid(2)));
  const { version } = store;
  const slot = store.slotOf(guid(2));
  runToEnd(store.removeInSlices([slot]));
  expect(store.changesSince(version)).toEqual({ slots: [slot], structure: true });
});

it("texts of forgotten runs are let go, those of others keep their numbers", () => {
  const store = storeOf(aRun(guid(1), { name: "one", errorMessage: "shared" }), aRun(guid(2), { name: "two", errorMessage: "shared" }));
  const before = store.name[store.slotOf(guid(1))];
  runToEnd(store.removeInSlices([store.slotOf(guid(2))]));
  store.releaseTexts();
  const texts = [...Array(store.strings.size).keys()].map((index) => store.strings.text(index));
  expect(texts).not.toContain("two");
  expect(store.run(store.slotOf(guid(1)))).toMatchObject({ name: "one", errorMessage: "shared" });
  store.merge(rowsOf(aRun(guid(3), { name: "two" }), aRun(guid(4), { name: "one" })), "keep");
  expect(["two", "one"]).toEqual([guid(3), guid(4)].map((id) => store.run(store.slotOf(id)).name));
  expect(store.name[store.slotOf(guid(4))]).toBe(before);
});
