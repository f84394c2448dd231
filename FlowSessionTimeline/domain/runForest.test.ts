import * as fc from "fast-check";
import { epochMs } from "../base/brand";
import { runToEnd } from "../base/work";
import { anyRun, aRun, guid, rowsOf, spanOf, storeHolding, storeOf } from "./run.testing";
import { Run } from "./run";
import { buildForest, RunForest } from "./runForest";
import { RunStore } from "./runStore";

const t = (seconds: number): ReturnType<typeof epochMs> => epochMs(seconds * 1000);
const forestOf = (store: RunStore): RunForest => runToEnd(buildForest(store));
const child = (id: string, parentId: string, from = 10, to = 20): Run => aRun(id, { parentId, startedOn: t(from), completedOn: t(to) });

/** The forest as nested texts, in its order: "a(b c)"; ghosts in brackets. */
function drawn(store: RunStore, forest: RunForest): string {
  const draw = (node: number): string => {
    const children: string[] = [];
    for (let at = forest.firstChild(node); at >= 0; at = forest.nextSibling[at]) children.push(draw(at));
    const name = forest.isGhost(node) ? `[${forest.ghostId(node)}]` : store.id(node);
    return children.length === 0 ? name : `${name}(${children.join(" ")})`;
  };
  return Array.from(forest.roots, draw).join(" ");
}
const picture = (...runs: readonly Run[]): string => {
  const store = storeOf(...runs);
  return drawn(store, forestOf(store));
};

describe("the run forest", () => {
  it("puts children under their parents, by start, then by id", () => {
    expect(picture(child("c", "a", 12), child("a", "", 10), child("b", "a", 11), child("e", "b"), child("d", "a", 12), child("f", "", 5))).toBe("f a(b(e) c d)");
  });

  it("puts runs without a time last", () => {
    expect(picture(aRun("a"), child("c", ""), aRun("b", { parentId: "c" }), child("d", "c"))).toBe("c(d b) a");
  });

  it("stands in for a parent that is not loaded, once for all its children, and reports it", () => {
    const store = storeOf(child("b", "x", 10, 20), child("c", "x", 5, 15), child("d", "", 7));
    const forest = forestOf(store);
    expect(drawn(store, forest)).toBe("[x](c b) d");
    const ghost = forest.ghosts.node("x");
    expect([forest.isGhost(ghost), forest.parent[ghost], forest.descendants(ghost), forest.depth[store.slotOf("b")]]).toEqual([true, -1, 2, 1]);
    expect([forest.envelopeFromMs(ghost), forest.envelopeToMs(ghost)]).toEqual([t(5), t(20)]);
    expect(forest.ghosts.node("y")).toBe(-1);
    expect(forest.problems).toEqual([{ kind: "missingParent", count: 1, examples: ["x"] }]);
  });

  it("puts the parent in the ghost's place when it comes", () => {
    const store = storeOf(child("b", guid(7)));
    expect(drawn(store, forestOf(store))).toBe(`[${guid(7)}](b)`);
    store.merge(rowsOf(child(guid(7), "")), "keep");
    const forest = forestOf(store);
    expect(drawn(store, forest)).toBe(`${guid(7)}(b)`);
    expect([forest.ghosts.node(guid(7)), forest.problems]).toEqual([-1, []]);
  });

  it("makes a ghost of a parent that goes, and forgets children that go", () => {
    const store = storeOf(child("a", ""), child("b", "a"), child("c", "a"));
    store.merge(rowsOf(child("b", "a")), "remove");
    expect(drawn(store, forestOf(store))).toBe("[a](b)");
  });

  it("makes a root of a run that names itself", () => {
    const store = storeOf(child("a", "a"), child("b", "a"));
    const forest = forestOf(store);
    expect(drawn(store, forest)).toBe("a(b)");
    expect(forest.problems).toEqual([{ kind: "selfParent", count: 1, examples: ["a"] }]);
  });

  it("cuts a cycle above its smallest id and keeps what hangs on it", () => {
    const store = storeOf(child("c", "b"), child("a", "c"), child("b", "a"), child("d", "c"), child("e", "d"));
    const forest = forestOf(store);
    expect(drawn(store, forest)).toBe("a(b(c(d(e))))");
    expect(forest.problems).toEqual([{ kind: "parentCycle", count: 1, examples: ["a"] }]);
  });

  it("spans the waits and runs below a node, without end while one is open", () => {
    const store = storeOf(
      child("a", "", 10, 20), aRun("b", { parentId: "a", createdOn: t(5), startedOn: t(12), completedOn: t(40) }), child("c", "a", 15, 18), aRun("d", { parentId: "a" }),
      child("e", "", 50, 60), aRun("f", { parentId: "e", statusCode: 2, startedOn: t(55) }), aRun("g"),
    );
    const forest = forestOf(store);
    const envelope = (id: string): number[] => [forest.envelopeFromMs(store.slotOf(id)), forest.envelopeToMs(store.slotOf(id))];
    expect([envelope("a"), envelope("c"), envelope("e"), envelope("g")]).toEqual([[t(5), t(40)], [t(15), t(18)], [t(50), Infinity], [NaN, NaN]]);
    expect(forest.descendants(store.slotOf("a"))).toBe(3);
  });

  it("stands 100,000 runs that each started the next", () => {
    const runs = Array.from({ length: 100_000 }, (_, n) => aRun(guid(n), { parentId: n === 0 ? "" : guid(n - 1), startedOn: t(n), completedOn: t(n + 1) }));
    const store = storeHolding(runs);
    const forest = forestOf(store);
    const last = store.slotOf(guid(99_999));
    expect([forest.roots.length, forest.depth[last], forest.descendants(store.slotOf(guid(0)))]).toEqual([1, 65_535, 99_999]);
    expect(forest.envelopeToMs(store.slotOf(guid(0)))).toBe(t(100_000));
  });

  it("stops at every few thousand steps, so that a frame fits in between", () => {
    const work = buildForest(storeHolding(Array.from({ length: 50_000 }, (_, n) => aRun(guid((n * 7919) % 50_000), { startedOn: t(n % 997) }))));
    let slices = 1;
    while (!work.next().done) slices++;
    expect(slices).toBeGreaterThan(30);
  });

  it("begins again when the store changes between two slices", () => {
    const store = storeHolding(Array.from({ length: 20_000 }, (_, n) => child(guid(n), "x")));
    const work = buildForest(store);
    work.next();
    store.merge(rowsOf(child("x", "")), "keep");
    const forest = runToEnd(work);
    expect([forest.slotCount, forest.roots.length, forest.ghosts.node("x")]).toEqual([20_001, 1, -1]);
  });
});

/** The same forest in the plainest way: the parent of each id ("" for a root), ghosts included. */
function naiveParents(runs: readonly Run[]): Map<string, string> {
  const parents = new Map(runs.map((run) => [run.id, run.parentId === run.id ? "" : run.parentId]));
  for (const parent of [...parents.values()]) if (parent !== "" && !parents.has(parent)) parents.set(parent, "");
  for (const id of parents.keys()) {
    const above: string[] = [];
    for (let at = id; at !== "" && !above.includes(at); at = parents.get(at) ?? "") above.push(at);
    const closing = parents.get(above[above.length - 1]) ?? "";
    if (closing === "") continue;
    parents.set(above.slice(above.indexOf(closing)).reduce((a, b) => (a < b ? a : b)), "");
  }
  return parents;
}

const nodes = (runs: readonly Run[], parents: ReadonlyMap<string, string>, id: string): Run[] =>
  [...runs.filter((run) => run.id === id), ...[...parents].filter(([, parent]) => parent === id).flatMap(([below]) => nodes(runs, parents, below))];

describe("the run forest against a plain model", () => {
  const anyId = fc.oneof(fc.nat(7).map(guid), fc.constantFrom("p", "q", "00"));
  const graph = fc.uniqueArray(anyRun(anyId), { selector: (run) => run.id, maxLength: 9 });

  it("has the same parents, envelopes, depths and counts, whatever names whatever", () => {
    fc.assert(fc.property(graph, (runs) => {
      const store = storeOf(...runs);
      const forest = forestOf(store);
      const parents = naiveParents(runs);
      const nodeOf = (id: string): number => (store.slotOf(id) >= 0 ? store.slotOf(id) : forest.ghosts.node(id));
      expect(forest.nodeCount).toBe(parents.size);
      expect(forest.roots.length).toBe([...parents.values()].filter((parent) => parent === "").length);
      for (const [id, parent] of parents) {
        const node = nodeOf(id);
        expect(forest.parent[node]).toBe(parent === "" ? -1 : nodeOf(parent));
        expect(forest.depth[node]).toBe(parent === "" ? 0 : forest.depth[nodeOf(parent)] + 1);
        const below = nodes(runs, parents, id);
        expect(forest.descendants(node)).toBe(below.length - (forest.isGhost(node) ? 0 : 1));
        const spans = below.map((run) => spanOf(run)).filter((span) => span.shape !== "none");
        const from = Math.min(...spans.map((span) => (Number.isNaN(span.waitFromMs) ? span.fromMs : span.waitFromMs)));
        expect(forest.envelopeFromMs(node)).toBe(spans.length === 0 ? NaN : from);
        expect(forest.envelopeToMs(node)).toBe(spans.length === 0 ? NaN : Math.max(...spans.map((span) => span.toMs)));
      }
    }), { numRuns: 500 });
  });

  it("is the same in whatever order the runs came, over however many loads", () => {
    const shuffled = graph.chain((runs) => fc.tuple(fc.constant(runs), fc.shuffledSubarray(runs, { minLength: runs.length }), fc.nat(9)));
    fc.assert(fc.property(shuffled, ([runs, others, cut]) => {
      const store = storeOf(...others.slice(0, cut));
      store.merge(rowsOf(...others.slice(cut)), "keep");
      const forest = forestOf(store);
      expect(drawn(store, forest)).toBe(picture(...runs));
      const first = forestOf(storeOf(...runs)).problems.map((one) => ({ ...one, examples: [...one.examples].sort() }));
      expect(forest.problems.map((one) => ({ ...one, examples: [...one.examples].sort() }))).toEqual(first);
    }), { numRuns: 300 });
  });

  it("orders siblings by start, then id", () => {
    fc.assert(fc.property(graph, (runs) => {
      const store = storeOf(...runs);
      const forest = forestOf(store);
      for (let node = 0; node < store.slotCount; node++) {
        const next = forest.nextSibling[node];
        if (next < 0) continue;
        expect(forest.parent[next]).toBe(forest.parent[node]);
        const [a, b] = [store.fromMs[node], store.fromMs[next]];
        if (a === b || (Number.isNaN(a) && Number.isNaN(b))) expect(store.id(node) < store.id(next)).toBe(true);
        else expect(a < b || Number.isNaN(b)).toBe(true);
      }
    }));
  });
});
