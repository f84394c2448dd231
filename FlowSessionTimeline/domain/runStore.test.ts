import * as fc from "fast-check";
import { epochMs } from "../base/brand";
import { ParsedRow, RunRows } from "./runRows";
import { problemBit } from "./problem";
import { anyRun, aRun, guid, named, rowsOf, spanOf, STATUSES, storeHolding, storeOf } from "./run.testing";
import { Run } from "./run";
import { RunStore } from "./runStore";
import { SHAPES } from "./span";
import { STATUS_FAMILIES } from "./status";

const t = (seconds: number): ReturnType<typeof epochMs> => epochMs(seconds * 1000);
const count = (store: RunStore, kind: string): number => store.problems().find((one) => one.kind === kind)?.count ?? 0;

describe("the run store", () => {
  it("gives back each run as it was merged, by its id in any form", () => {
    const run = aRun(guid(10), { name: "n", startedOn: t(1), machine: named("VM"), runMode: { value: 1, label: "Attended" }, innerError: "{}" });
    const store = storeOf(run);
    const slot = store.slotOf(`{${guid(10).toUpperCase()}}`);
    expect(store.run(slot)).toEqual(run);
    expect(store.slotOf(guid(11))).toBe(-1);
  });

  it("lets the newest row of a repeated id win, by modifiedon, else by createdon, else the last, and counts the surplus", () => {
    const newest = (...runs: Run[]): string => storeOf(...runs).run(0).name;
    expect(newest(aRun("a", { modifiedOn: t(2), name: "new" }), aRun("a", { modifiedOn: t(1), name: "old" }))).toBe("new");
    expect(newest(aRun("a", { createdOn: t(2), name: "new" }), aRun("a", { createdOn: t(1), name: "old" }))).toBe("new");
    expect(newest(aRun("a", { modifiedOn: t(2), createdOn: t(1), name: "new" }), aRun("a", { modifiedOn: t(1), createdOn: t(2), name: "old" }))).toBe("new");
    expect(newest(aRun("a", { name: "first" }), aRun("a", { name: "last" }))).toBe("last");
    const store = storeOf(aRun("a"), aRun("b"), aRun("a"), aRun("a"), aRun("b"));
    expect(store.size).toBe(2);
    expect(store.problems()).toEqual([{ kind: "repeatedId", count: 3, examples: ["a", "b"] }]);
  });

  it("does not count a run that is read again, in the same load or in another, as repeated", () => {
    const store = storeOf(aRun("a"), aRun("b"));
    store.merge(rowsOf(aRun("b", { name: "newer" })), "keep");
    expect(count(store, "repeatedId")).toBe(0);
    expect(store.run(store.slotOf("b")).name).toBe("newer");
  });

  it("keeps what it has where a later load is certainly older", () => {
    const store = storeOf(aRun("a", { modifiedOn: t(5), name: "new" }));
    const { version } = store;
    store.merge(rowsOf(aRun("a", { modifiedOn: t(4), name: "old" })), "keep");
    expect([store.run(0).name, store.version]).toEqual(["new", version]);
  });

  it("removes what a whole list no longer holds, and tells a stale reference by its generation", () => {
    const store = storeOf(aRun("a"), aRun("b"), aRun("c"));
    const slot = store.slotOf("b");
    const generation = store.generation(slot);
    store.merge(rowsOf(aRun("a"), aRun("c")), "remove");
    expect([store.isLive(slot), store.slotOf("b"), store.size]).toEqual([false, -1, 2]);
    expect(store.generation(slot)).toBeGreaterThan(generation);
    store.merge(rowsOf(aRun("d")), "keep");
    expect(store.slotOf("d")).toBe(slot);
    expect(store.generation(slot)).toBeGreaterThan(generation);
  });

  it("forgets everything on clear but the generations", () => {
    const store = storeOf(aRun("a"), aRun("a"), aRun(""));
    const { version } = store;
    const generation = store.generation(0);
    store.clear();
    expect([store.size, store.slotCount, store.slotOf("a"), store.isLive(0), store.extent()]).toEqual([0, 0, -1, false, null]);
    expect(store.problems()).toEqual([]);
    expect(store.version).toBeGreaterThan(version);
    store.merge(rowsOf(aRun("b", { name: "n" })), "keep");
    expect(store.run(0)).toEqual(aRun("b", { name: "n" }));
    expect(store.generation(0)).toBeGreaterThan(generation);
  });

  it("counts rows without an id once, however often they are read, and forgets them when a whole list lacks them", () => {
    const store = storeOf(aRun(""), aRun(""), aRun("", { name: "another" }));
    expect([store.size, count(store, "missingId")]).toEqual([0, 3]);
    const { version } = store;
    store.merge(rowsOf(aRun(""), aRun("")), "keep");
    expect([store.version, count(store, "missingId")]).toEqual([version, 3]);
    store.merge(rowsOf(aRun("a")), "remove");
    expect(count(store, "missingId")).toBe(0);
  });

  it("lists the problems of its rows with at most ten examples, and of live rows only", () => {
    const rows = Array.from({ length: 12 }, (_, n): ParsedRow => ({ run: aRun(`r${n}`), problems: problemBit("noTime") | (n === 0 ? problemBit("badDate") : 0) }));
    const store = new RunStore(STATUSES);
    store.merge(rows, "keep");
    expect(store.problems().map((one) => [one.kind, one.count, one.examples.length])).toEqual([["badDate", 1, 1], ["noTime", 12, 10]]);
    store.merge(rows.slice(1, 3), "remove");
    expect(store.problems()).toEqual([{ kind: "noTime", count: 2, examples: ["r1", "r2"] }]);
  });

  it("counts a reference that is called otherwise as a change, but not one whose rows disagree in the same way as before", () => {
    const machine = (name: string): Partial<Run> => ({ machine: { id: guid(9), name, table: "flowmachine" } });
    const store = storeOf(aRun("a", machine("old")), aRun("b", machine("new")));
    const { version } = store;
    store.merge(rowsOf(aRun("a", machine("old")), aRun("b", machine("new"))), "keep");
    expect(store.version).toBe(version);
    expect(store.run(0).machine.name).toBe("new");
    store.merge(rowsOf(aRun("a", machine("newest"))), "keep");
    expect(store.version).toBeGreaterThan(version);
    expect(store.run(1).machine.name).toBe("newest");
  });

  it("calls a run by its flow, else by its name, else by its id", () => {
    const store = storeOf(aRun(guid(1), { flow: named("Flow"), name: "n" }), aRun(guid(2), { name: "n" }), aRun(guid(3)));
    expect([0, 1, 2].map((slot) => store.title(slot))).toEqual(["Flow", "n", "00000000"]);
  });

  it("extends from the first wait to the last end, where an open run has but its beginning", () => {
    const store = storeOf(
      aRun("a", { createdOn: t(5), startedOn: t(10), completedOn: t(20) }),
      aRun("b", { statusCode: 2, startedOn: t(30) }),
      aRun("c"),
      aRun("d", { statusCode: 8, completedOn: t(25) }),
    );
    expect(store.extent()).toEqual({ fromMs: t(5), toMs: t(30), isOpen: true });
    store.merge(rowsOf(aRun("c")), "remove");
    expect(store.extent()).toBeNull();
  });

  it("keeps a status far beyond 16 bits, and over 65,536 distinct texts in a narrow column", () => {
    const runs = Array.from({ length: 70_000 }, (_, n) => aRun(guid(n), { statusCode: 192350000, innerError: `error ${n}` }));
    const store = storeHolding(runs);
    for (const n of [0, 255, 256, 65_535, 65_536, 69_999]) expect(store.run(store.slotOf(guid(n)))).toEqual(runs[n]);
  });
});

/** Everything that a store says of its runs, whatever slots they are in. */
const contentsOf = (store: RunStore): unknown => ({
  runs: [...Array(store.slotCount).keys()].filter((slot) => store.isLive(slot)).map((slot) => store.run(slot)).sort((a, b) => (a.id < b.id ? -1 : 1)),
  problems: store.problems(), extent: store.extent(), size: store.size,
});

const ids = fc.oneof(fc.nat(12).map(guid), fc.constantFrom("x", "y"));
const load = fc.record({ runs: fc.array(anyRun(fc.oneof({ arbitrary: ids, weight: 9 }, { arbitrary: fc.constant(""), weight: 1 })), { maxLength: 12 }), remove: fc.boolean() });

/** What the store has to do, in the plainest way. @returns the ids of runs that came, changed or went */
function mergeInto(model: Map<string, Run>, runs: readonly Run[], remove: boolean): ReadonlySet<string> {
  const older = (one: Run, other: Run): boolean =>
    one.modifiedOn !== null && other.modifiedOn !== null ? one.modifiedOn < other.modifiedOn
      : one.createdOn !== null && other.createdOn !== null && one.createdOn < other.createdOn;
  const winners = new Map<string, Run>();
  for (const run of runs) {
    const rival = winners.get(run.id);
    if (run.id !== "" && (rival === undefined || !older(run, rival))) winners.set(run.id, run);
  }
  const changed = new Set<string>();
  for (const [id, run] of winners) {
    const stored = model.get(id);
    if (stored !== undefined && (older(run, stored) || JSON.stringify(stored) === JSON.stringify(run))) continue;
    changed.add(id);
    model.set(id, run);
  }
  for (const id of remove ? [...model.keys()] : []) {
    if (winners.has(id)) continue;
    model.delete(id);
    changed.add(id);
  }
  return changed;
}

describe("the run store against a plain map", () => {
  it("holds the same runs after any loads, and its journal names those that changed", () => {
    fc.assert(fc.property(fc.array(load, { maxLength: 8 }), (loads) => {
      const store = new RunStore(STATUSES);
      const model = new Map<string, Run>();
      const kept = new Map<string, { slot: number; generation: number }>();
      for (const { runs, remove } of loads) {
        const { version } = store;
        const before = new Map(model);
        const slotBefore = new Map([...model.keys()].map((id) => [id, store.slotOf(id)]));
        store.merge(rowsOf(...runs), remove ? "remove" : "keep");
        const changed = mergeInto(model, runs, remove);
        const slots = new Set([...changed].map((id) => (model.has(id) ? store.slotOf(id) : slotBefore.get(id))));
        const changes = store.changesSince(version);
        expect(new Set(changes?.slots)).toEqual(slots);
        const isMoved = (id: string): boolean => {
          const [one, other] = [before.get(id), model.get(id)];
          if (!one || !other) return true;
          const [was, is] = [spanOf(one), spanOf(other)];
          return one.parentId !== other.parentId || !Object.is(was.fromMs, is.fromMs) || !Object.is(was.waitFromMs, is.waitFromMs);
        };
        expect(changes?.structure).toBe([...changed].some(isMoved));
        if (changed.size > 0) expect(store.version).toBeGreaterThan(version);
        expect(store.size).toBe(model.size);
        for (const [id, { slot, generation }] of kept) {
          const isSame = store.isLive(slot) && store.generation(slot) === generation;
          if (isSame) expect(store.id(slot)).toBe(id);
          expect(isSame).toBe(model.has(id));
          if (!isSame) kept.delete(id);
        }
        for (const [id, run] of model) {
          const slot = store.slotOf(id);
          expect(store.run(slot)).toEqual(run);
          expect(store.parentId(slot)).toBe(run.parentId);
          const parents = store.tables.parents;
          if (run.parentId !== "") expect(parents.slotOfParent[store.parent[slot]]).toBe(store.slotOf(run.parentId));
          if (!kept.has(id)) kept.set(id, { slot, generation: store.generation(slot) });
        }
        const lives = [...model.values()].map(spanOf).filter((span) => span.shape !== "none");
        const begins = lives.map((span) => (Number.isNaN(span.waitFromMs) ? span.fromMs : span.waitFromMs));
        const ends = lives.map((span) => (span.toMs === Infinity ? span.fromMs : span.toMs));
        expect(store.extent()).toEqual(lives.length === 0 ? null : { fromMs: Math.min(...begins), toMs: Math.max(...ends), isOpen: lives.some((span) => span.toMs === Infinity) });
      }
    }), { numRuns: 200 });
  });

  it("changes nothing when the same rows are read again, not even the counts", () => {
    fc.assert(fc.property(fc.array(load, { maxLength: 4 }), load, (loads, last) => {
      const store = new RunStore(STATUSES);
      for (const { runs, remove } of [...loads, last]) store.merge(rowsOf(...runs), remove ? "remove" : "keep");
      const { version } = store;
      const problems = store.problems();
      store.merge(rowsOf(...last.runs), last.remove ? "remove" : "keep");
      expect(store.version).toBe(version);
      expect(store.problems()).toEqual(problems);
    }), { numRuns: 200 });
  });

  it("is the same whether the runs come at once, page by page or in slices between which others read", () => {
    fc.assert(fc.property(fc.uniqueArray(anyRun(ids), { selector: (run) => run.id, maxLength: 20 }), fc.integer({ min: 1, max: 5 }), (runs, pageSize) => {
      const paged = new RunStore(STATUSES);
      for (let from = 0; from < runs.length; from += pageSize) paged.merge(rowsOf(...runs.slice(from, from + pageSize)), "keep");
      expect(contentsOf(paged)).toEqual(contentsOf(storeHolding(runs)));
    }));
    // More rows than fit into a slice, so that the store is looked at while they come.
    const many = Array.from({ length: 2000 }, (_, n) => aRun(guid(n), { startedOn: t(n), parentId: n % 3 === 0 ? "" : guid(n >> 1) }));
    const sliced = storeOf(aRun("gone"));
    const work = sliced.mergeInSlices(new RunRows(rowsOf(...many), sliced.tables, STATUSES), "remove");
    for (let seen = sliced.version; !work.next().done; seen = sliced.version) {
      expect(sliced.version).toBeGreaterThan(seen);
      for (let slot = 0; slot < sliced.slotCount; slot++) if (sliced.isLive(slot) && sliced.id(slot) !== "gone") expect(sliced.run(slot)).toEqual(many[Number.parseInt(sliced.id(slot).slice(-12), 16)]);
    }
    expect(contentsOf(sliced)).toEqual(contentsOf(storeHolding(many)));
  });

  it("does not let a merge go on after a newer one has begun", () => {
    const store = new RunStore(STATUSES);
    const work = store.mergeInSlices(new RunRows(rowsOf(...Array.from({ length: 600 }, (_, n) => aRun(guid(n)))), store.tables, STATUSES), "remove");
    work.next();
    store.merge(rowsOf(aRun("a")), "keep");
    expect(() => work.next()).toThrow();
  });

  it("forgets the older changes rather than telling more than a few", () => {
    const store = storeHolding(Array.from({ length: 100 }, (_, n) => aRun(guid(n))));
    const first = store.version;
    expect(store.changesSince(first - 1)).toBeNull();
    expect(store.changesSince(first)).toEqual({ slots: [], structure: false });
    for (let n = 0; n < 64; n++) store.merge(rowsOf(aRun(guid(n), { name: "new" })), "keep");
    expect(store.changesSince(first)?.slots).toHaveLength(64);
    store.merge(rowsOf(aRun(guid(64), { name: "new" })), "keep");
    expect([store.changesSince(first), store.changesSince(first + 1)?.slots.length]).toEqual([null, 64]);
    store.merge(rowsOf(...Array.from({ length: 65 }, (_, n) => aRun(guid(n), { name: "newer" }))), "keep");
    expect([store.changesSince(store.version - 1), store.changesSince(store.version)]).toEqual([null, { slots: [], structure: false }]);
    expect(store.changesSince(store.version + 1)).toBeNull();
  });

  it("tells no slots where a reference is called otherwise: any run may show its name", () => {
    const machine = (name: string): Partial<Run> => ({ machine: { id: guid(9), name, table: "flowmachine" } });
    const store = storeOf(aRun("a", machine("old")), aRun("b", machine("old")));
    const { version } = store;
    store.merge(rowsOf(aRun("a", machine("new"))), "keep");
    expect(store.changesSince(version)).toBeNull();
  });

  it("counts one repeated id for each surplus row of a load", () => {
    fc.assert(fc.property(fc.array(anyRun(ids), { maxLength: 30 }), (runs) => {
      expect(count(storeOf(...runs), "repeatedId")).toBe(runs.length - new Set(runs.map((run) => run.id)).size);
    }));
  });

  it("has in its columns what the run's span and status say", () => {
    fc.assert(fc.property(fc.uniqueArray(anyRun(ids), { selector: (run) => run.id, maxLength: 12 }), (runs) => {
      const store = storeOf(...runs);
      for (const run of runs) {
        const slot = store.slotOf(run.id);
        const span = spanOf(run);
        expect([store.fromMs[slot], store.toMs[slot], store.waitFromMs(slot)]).toEqual([span.fromMs, span.toMs, span.waitFromMs]);
        expect([SHAPES[store.shape[slot]], STATUS_FAMILIES[store.family[slot]]]).toEqual([span.shape, STATUSES.get(run.statusCode).family]);
        expect(store.statusCode(slot)).toBe(run.statusCode);
        expect(store.references.reference(store.machine[slot]).name).toBe(run.machine.name);
        expect(store.strings.text(store.errorMessage[slot])).toBe(run.errorMessage);
      }
    }));
  });
});
