import * as fc from "fast-check";
import { Rect } from "../base/geometry";
import { Run } from "../domain/run";
import { guid, named } from "../domain/run.testing";
import { STATUS_FAMILIES } from "../domain/status";
import { Items } from "./items";
import { Labels } from "./labels";
import { AXIS_PX, MARKER_PX, MIN_BAR_PX, OVERSCAN_PX, ROW_PX } from "./measures";
import { paintIndex } from "./paint";
import { at, folded, measure, modelOf, NOW, pictureOf, rowsOf, someRuns, timed, windowOf } from "./picture.testing";
import { isInWindow } from "./runTimes";
import { Layer, LAYERS, MARKS, Scene, SceneInput } from "./scene";
import { SceneBuilder } from "./sceneBuilder";

const build = (input: SceneInput): Scene => new SceneBuilder().build(input);
const rect = (items: Items, i: number): Rect => ({ x: items.x[i], y: items.y[i], width: items.width[i], height: items.height[i] });
const rectsOf = (scene: Scene, ...layers: readonly Layer[]): Rect[] => layers.flatMap((layer) => Array.from({ length: scene.layers[layer].count }, (_, i) => rect(scene.layers[layer], i)));
const refsOf = (scene: Scene, ...layers: readonly Layer[]): number[] => layers.flatMap((layer) => [...scene.layers[layer].ref.subarray(0, scene.layers[layer].count)]);
const marksOf = (scene: Scene): string[] => refsOf(scene, "marks").map((mark) => MARKS[mark]);
const textsOf = (labels: Labels): string[] => labels.text.slice(0, labels.count);
const meet = (a: Rect, b: Rect): boolean => a.x < b.x + b.width - 1e-6 && b.x < a.x + a.width - 1e-6 && a.y < b.y + b.height && b.y < a.y + a.height;

const RUN_LAYERS = ["bars", "openBars", "fades", "queued", "markers"] as const satisfies readonly Layer[];
const someView = fc.oneof(
  fc.tuple(fc.integer({ min: -5000, max: 80_000 }), fc.integer({ min: 10, max: 50_000 })),
  fc.tuple(fc.integer({ min: 39_990, max: 40_200 }), fc.integer({ min: 10, max: 600 })),
  fc.constant([-900_000, 2_000_000] as const),
).map(([from, length]) => windowOf(from, from + length));
const someTracks = fc.record({ runs: someRuns(120), view: someView });
/** Tall enough for all lanes: what is below the viewport is not built. */
const TALL = { width: 1000, height: 6000 };

describe("a scene", () => {
  it("holds nothing but finite boxes in or just beside the viewport", () => {
    fc.assert(fc.property(someRuns(), someView, fc.constantFrom("tree", "machine", "status"), fc.nat(400), (runs, view, layout, scrollPx) => {
      const model = modelOf(runs);
      const input = pictureOf(model, { layout: layout as "tree", window: null }, { view, scrollPx, hoveredSlot: 0, focusedRow: 0, selected: new Set([guid(1)]) });
      const scene = build(input);
      for (const layer of LAYERS) {
        for (const box of rectsOf(scene, layer)) {
          const beside = layer === "fades" || layer === "markers" || layer === "badges" || layer === "marks" ? 20 : OVERSCAN_PX;
          expect(Object.values(box).every(Number.isFinite)).toBe(true);
          expect(box.x).toBeGreaterThanOrEqual(-beside);
          expect(box.x + box.width).toBeLessThanOrEqual(scene.widthPx + beside);
          // What belongs to a row that the lower edge cuts may lie below the edge.
          expect(box.y).toBeLessThan(scene.heightPx + ROW_PX);
          if (layer !== "offscreen") expect(box.width).toBeGreaterThan(0);
          expect(box.height).toBeGreaterThan(0);
        }
      }
    }));
  });

  it("does not depend on what its builder has built before", () => {
    fc.assert(fc.property(someRuns(), someRuns(), someView, fc.constantFrom("tree", "machine"), (runs, others, view, layout) => {
      const input = pictureOf(modelOf(runs), { layout: layout as "tree", collapsed: folded(guid(0), guid(1)) }, { view });
      const builder = new SceneBuilder();
      builder.build(pictureOf(modelOf(others), { collapsed: folded(guid(0)) }));
      builder.build(pictureOf(modelOf(others), { layout: "machine" }));
      const [fresh, reused] = [build(input), builder.build(input)];
      for (const layer of LAYERS) expect([rectsOf(reused, layer), refsOf(reused, layer)]).toEqual([rectsOf(fresh, layer), refsOf(fresh, layer)]);
      expect(textsOf(reused.labels)).toEqual(textsOf(fresh.labels));
    }), { numRuns: 40 });
  });

  it("keeps its boxes in their time while panning", () => {
    fc.assert(fc.property(someTracks, fc.integer({ min: -400, max: 400 }), ({ runs, view }, byPx) => {
      const model = modelOf(runs);
      const rows = rowsOf(model, { layout: "machine" });
      const byMs = (byPx * (view.toMs - view.fromMs)) / 1000;
      const moved = { fromMs: at((view.fromMs + byMs - at(0)) / 1000), toMs: at((view.toMs + byMs - at(0)) / 1000) };
      const boxesOf = (window: typeof view, shift: number): Rect[] =>
        rectsOf(build(pictureOf(model, {}, { view: window, rows, viewportPx: TALL })), "bars", "merged", "markers").map((box) => ({ ...box, x: box.x + shift }));
      const isSame = (one: Rect, other: Rect): boolean => one.y === other.y && Math.abs(one.x - other.x) < 0.01 && Math.abs(one.width - other.width) < 0.01;
      // Runs that are off an edge or near it are drawn by one scene only, or clamped.
      const isInner = (box: Rect): boolean => box.x > Math.max(20, 20 + byPx) && box.x + box.width < Math.min(980, 980 + byPx);
      const [before, after] = [boxesOf(view, 0), boxesOf(moved, byPx)];
      expect(before.filter((box) => isInner(box) && !after.some((other) => isSame(box, other)))).toEqual([]);
      expect(after.filter((box) => isInner(box) && !before.some((other) => isSame(box, other)))).toEqual([]);
    }));
  });
});

describe("lanes", () => {
  it("show each run of the window, alone or in one merged item that counts it; no failure is lost", () => {
    fc.assert(fc.property(someTracks, ({ runs, view }) => {
      const model = modelOf(runs);
      const { store } = model;
      const input = pictureOf(model, { layout: "machine" }, { view, viewportPx: TALL });
      const scene = build(input);
      const alone = new Set(refsOf(scene, ...RUN_LAYERS));
      const inMerges = scene.merges.flatMap((merge) => [...input.rows.tracks[merge.track].laneSlots.subarray(merge.first, merge.first + merge.count)]);
      expect(new Set(inMerges).size).toBe(inMerges.length);
      expect(inMerges.filter((slot) => alone.has(slot))).toEqual([]);
      const expected = runs.map((_, slot) => slot).filter((slot) => !Number.isNaN(store.fromMs[slot]) && isInWindow(store, slot, view, NOW) && store.fromMs[slot] < view.toMs && (store.toMs[slot] >= view.fromMs));
      for (const slot of expected) expect(alone.has(slot) || inMerges.includes(slot)).toBe(true);
      scene.merges.forEach((merge, index) => {
        const failures = [...input.rows.tracks[merge.track].laneSlots.subarray(merge.first, merge.first + merge.count)].filter((slot) => STATUS_FAMILIES[store.family[slot]] === "failed").length;
        expect(merge.failures).toBe(failures);
        expect(refsOf(scene, "mergedFailures").includes(index)).toBe(failures > 0);
      });
    }), { numRuns: 200 });
  });

  it("never draw one run over another", () => {
    fc.assert(fc.property(someTracks, ({ runs, view }) => {
      const scene = build(pictureOf(modelOf(runs), { layout: "machine" }, { view, viewportPx: TALL }));
      const boxes = rectsOf(scene, ...RUN_LAYERS, "merged").sort((a, b) => a.y + a.height / 2 - b.y - b.height / 2 || a.x - b.x);
      for (let i = 1; i < boxes.length; i++) if (meet(boxes[i - 1], boxes[i])) expect([boxes[i - 1], boxes[i]]).toEqual([]);
    }), { numRuns: 200 });
  });

  const burst = (...statuses: readonly number[]): Scene =>
    build(pictureOf(modelOf(statuses.map((statusCode, n) => timed(n, 40_000 + 2 * n, 40_001 + 2 * n, { statusCode }))), { layout: "machine" }));

  it("merge what is too small to be told apart, in the paint of most, with a failure on the upper half", () => {
    const scene = burst(4, 8, 4, 4, 7);
    expect(scene.merges).toEqual([{ track: 0, lane: 0, first: 0, count: 5, failures: 1 }]);
    const [whole] = rectsOf(scene, "merged");
    const [red] = rectsOf(scene, "mergedFailures");
    expect(scene.layers.merged.paint[0]).toBe(paintIndex("ok"));
    expect(red).toEqual({ ...whole, height: whole.height / 2 });
    expect(scene.layers.merged.width[0]).toBeGreaterThanOrEqual(MIN_BAR_PX);
  });

  it("say how many runs touch one another where the number has room, the same wherever the window lies", () => {
    const model = modelOf(Array.from({ length: 4000 }, (_, n) => timed(n, 40_000 + 2 * n, 40_002 + 2 * n)));
    const at100 = (shift: number): Map<number, string> => {
      const { labels } = build(pictureOf(model, { layout: "machine", window: null }, { view: windowOf(30_000 + shift, 50_000 + shift) }));
      return new Map(textsOf(labels).map((text, i) => [Math.round(labels.x[i] * 20 + shift), text]));
    };
    const [here, there] = [at100(0), at100(3000)];
    // One number per cell of 16 bins of 131 s: 1,048 or 1,049 runs of 2 s, fewer in the first and the last.
    expect([...here.values()].slice(1, -1).every((text) => text === "1048" || text === "1049")).toBe(true);
    expect(here.size).toBeGreaterThanOrEqual(3);
    expect(there).toEqual(here);
  });

  it("split what was merged where it is when zoomed in", () => {
    const model = modelOf([0, 1, 2].map((n) => timed(n, 40_000 + 20 * n, 40_010 + 20 * n)));
    const scene = build(pictureOf(model, { layout: "machine" }, { view: windowOf(39_950, 40_100) }));
    expect([scene.merges.length, refsOf(scene, "bars")]).toEqual([0, [0, 1, 2]]);
  });

  it("give a marker its diamond where it has room, else a bar", () => {
    const model = modelOf([timed(0, null, 10_000, { statusCode: 8 }), timed(1, null, 40_000, { statusCode: 8 }), timed(2, null, 40_700, { statusCode: 8 })]);
    const scene = build(pictureOf(model, { layout: "machine" }));
    expect(refsOf(scene, "markers")).toEqual([0]);
    expect(refsOf(scene, "bars")).toEqual([1, 2]);
  });

  it("write the name into a bar that has room, with the duration where both fit, and outline the run under the pointer", () => {
    const model = modelOf([timed(0, 0, 30_000, { flow: named("Invoices") }), timed(1, 30_001, 37_000, { flow: named("A rather long name of a flow") }), timed(2, 38_000, 38_900, { flow: named("x") })]);
    const scene = build(pictureOf(model, { layout: "machine" }, { hoveredSlot: 1 }));
    expect(textsOf(scene.labels)).toEqual(["Invoices  0 min", expect.stringMatching(/^A rath.*…$/)]);
    expect(scene.labels.on[0]).toBe(true);
    expect(refsOf(scene, "outlines")).toEqual([1]);
  });
});

describe("the strip of a track", () => {
  it("rises with the runs at once, shows failures at the foot and waits above", () => {
    const model = modelOf([timed(0, 0, 43_200), timed(1, 0, 43_200), timed(2, 43_200, 86_000, { createdOn: at(0), statusCode: 8 })]);
    const scene = build(pictureOf(model, { layout: "machine" }));
    const { strips } = scene.layers;
    const of = (paint: "ok" | "failed" | "waiting"): Rect[] => Array.from({ length: strips.count }, (_, i) => i).filter((i) => strips.paint[i] === paintIndex(paint)).map((i) => rect(strips, i));
    const tallest = (boxes: readonly Rect[]): Rect => boxes.reduce((a, b) => (b.height > a.height ? b : a));
    const [ok, failed, waiting] = [tallest(of("ok")), tallest(of("failed")), tallest(of("waiting"))];
    expect([ok.height, failed.height, waiting.height]).toEqual([14, 7, 6]);
    expect(waiting.y + waiting.height).toBe(ok.y - 1);
    expect(failed.y + 7).toBe(ok.y + 14);
  });

  it("shows every bin in which a run ended, however short it was", () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 100, max: 86_000 }), fc.constantFrom(4, 8, 7)), { minLength: 1, maxLength: 30 }), (ends) => {
      const scene = build(pictureOf(modelOf(ends.map(([end, statusCode], n) => timed(n, end - 1, end, { statusCode }))), { layout: "machine" }));
      const boxes = rectsOf(scene, "strips");
      for (const [end, statusCode] of ends) {
        const x = end / 86.4;
        const at = boxes.findIndex((box, i) => box.x <= x && x < box.x + box.width && scene.layers.strips.paint[i] === paintIndex(({ 4: "ok", 8: "failed", 7: "stopped" } as const)[statusCode]));
        expect(boxes[at]?.height).toBeGreaterThanOrEqual(statusCode === 8 ? 4 : 2);
      }
    }));
  });

  it("shows a failure without a start", () => {
    const scene = build(pictureOf(modelOf([timed(0, null, 40_000, { statusCode: 8 })]), { layout: "machine" }));
    expect([...scene.layers.strips.paint.subarray(0, scene.layers.strips.count)]).toEqual([paintIndex("failed")]);
  });
});

describe("the tree", () => {
  it("writes no label over a bar, and draws no connector through a bar or a label", () => {
    fc.assert(fc.property(someRuns(), someView, fc.array(fc.nat(60)), fc.boolean(), (runs, view, collapsed, envelopes) => {
      const scene = build(pictureOf(modelOf(runs), { collapsed: folded(...collapsed.map(guid)) }, { view, envelopes }));
      const bars = rectsOf(scene, ...RUN_LAYERS, "waits", "envelopes", "ghosts");
      const { labels } = scene;
      const texts = textsOf(labels).map((text, i) => ({ x: labels.x[i], y: labels.y[i] - 6, width: measure(text), height: 12 }));
      for (const text of texts) expect(bars.filter((bar) => meet(bar, text))).toEqual([]);
      for (const line of rectsOf(scene, "connectors")) expect([...bars, ...texts].filter((one) => meet(one, line))).toEqual([]);
    }), { numRuns: 200 });
  });

  it("leads one guide from a parent to the last of its children, or out of the picture, and a branch to each in view", () => {
    const family = (children: number): Run[] => [timed(0, 10_000, 60_000), ...Array.from({ length: children }, (_, n) => timed(n + 1, 15_000 + n, 40_000, { parentId: guid(0) }))];
    const middle = (row: number): number => AXIS_PX + (row + 0.5) * ROW_PX;
    const lines = (children: number): readonly Rect[] => rectsOf(build(pictureOf(modelOf(family(children)))), "connectors");
    const upright = (rects: readonly Rect[]): readonly Rect[] => rects.filter(({ width }) => width === 1);
    expect(upright(lines(3)).map(({ y, height }) => [y, y + height])).toEqual([[middle(0), middle(3) + 1]]);
    expect(lines(3).filter(({ height }) => height === 1).map(({ y }) => y)).toEqual([1, 2, 3, 0].map(middle));
    const { heightPx } = build(pictureOf(modelOf(family(99))));
    expect(upright(lines(99)).map(({ y, height }) => [y, y + height])).toEqual([[middle(0), heightPx]]);
  });

  it("draws a parent's own bar 6 px high inside an envelope of all below it", () => {
    const scene = build(pictureOf(modelOf([timed(0, 10_000, 20_000), timed(1, 15_000, 40_000, { parentId: guid(0) })])));
    const [envelope] = rectsOf(scene, "envelopes");
    const [own, child] = rectsOf(scene, "bars");
    expect([envelope.height, own.height, child.height]).toEqual([16, 6, 16]);
    expect(envelope.x + envelope.width).toBeCloseTo(child.x + child.width, 6);
    expect(own.y + 3).toBe(envelope.y + 8);
  });

  it("draws a parent's own bar alone and full where its own time is wanted; a folded one still shows what it hides", () => {
    const model = modelOf([timed(0, 10_000, 20_000), timed(1, 15_000, 40_000, { parentId: guid(0) })]);
    const open = build(pictureOf(model, {}, { envelopes: false }));
    expect([rectsOf(open, "envelopes"), rectsOf(open, "bars").map(({ height }) => height)]).toEqual([[], [16, 16]]);
    const shut = build(pictureOf(model, { collapsed: folded(guid(0)) }, { envelopes: false }));
    expect([rectsOf(shut, "envelopes"), rectsOf(shut, "bars").map(({ height }) => height), rectsOf(shut, "hidden").length > 0]).toEqual([[], [6], true]);
    const ghost = build(pictureOf(modelOf([timed(1, 15_000, 40_000, { parentId: guid(9) })]), {}, { envelopes: false }));
    expect(rectsOf(ghost, "ghosts")).toHaveLength(1);
  });

  it("shows what a collapsed parent hides, failures on the upper half, but not what the filter hides", () => {
    const model = modelOf([timed(0, 0, 80_000), timed(1, 1000, 20_000, { parentId: guid(0), statusCode: 8 }), timed(2, 1000, 20_000, { parentId: guid(0) }), timed(3, 50_000, 60_000, { parentId: guid(0), statusCode: 7 })]);
    const collapsed = folded(guid(0));
    const scene = build(pictureOf(model, { collapsed }));
    expect([...scene.layers.hidden.paint.subarray(0, scene.layers.hidden.count)].sort()).toEqual([paintIndex("ok"), paintIndex("stopped")].sort());
    expect(rectsOf(scene, "hiddenFailures")).toHaveLength(1);
    const filtered = build(pictureOf(model, { collapsed, matches: Uint8Array.from([1, 0, 1, 0]) }));
    expect([...filtered.layers.hidden.paint.subarray(0, filtered.layers.hidden.count)]).toEqual([paintIndex("ok")]);
    expect(rectsOf(filtered, "hiddenFailures")).toEqual([]);
  });

  it("gathers what a huge parent hides over some frames, and is then what a small one's would be", () => {
    const model = modelOf([timed(0, 0, 80_000), ...Array.from({ length: 150_000 }, (_, n) => timed(n + 1, n / 2, n / 2 + 30, { parentId: guid(0) }))]);
    const input = pictureOf(model, { collapsed: folded(guid(0)) });
    const builder = new SceneBuilder();
    expect([builder.build(input).layers.hidden.count, builder.isBusy]).toEqual([0, true]);
    for (let frame = 0; builder.isBusy && frame < 50; frame++) builder.build(input);
    expect(builder.isBusy).toBe(false);
    const [strip] = rectsOf(builder.build(input), "hidden");
    // In whole bins of 4 to 8 px.
    expect(strip.width).toBeGreaterThanOrEqual(75_030 / 86.4);
    expect(strip.width).toBeLessThan(75_030 / 86.4 + 16);
  });

  it("outlines a ghost over its children, and greys what is there only for them", () => {
    const model = modelOf([timed(0, 10_000, 20_000, { parentId: guid(77) }), timed(1, 0, 50_000), timed(2, 100, 200, { parentId: guid(1) })]);
    const scene = build(pictureOf(model, { matches: Uint8Array.from([1, 0, 1]) }));
    const [ghost] = rectsOf(scene, "ghosts");
    expect([ghost.x.toFixed(1), (ghost.x + ghost.width).toFixed(1)]).toEqual(["115.7", "231.5"]);
    expect([...scene.layers.bars.paint.subarray(0, 3)].sort()).toEqual([paintIndex("ok"), paintIndex("ok"), paintIndex("ghost")].sort());
  });

  it("ends an open run at now with a soft edge; a queued one is hollow with a clock; a wait ends where its bar begins", () => {
    const scene = build(pictureOf(modelOf([
      timed(0, 10_000, null, { statusCode: 2, createdOn: at(2000) }), timed(1, null, null, { statusCode: 2, createdOn: at(20_000) }),
    ]), {}, { nowMs: at(50_000) }));
    const nowPx = scene.nowPx;
    const [fade] = rectsOf(scene, "fades");
    const [solid] = rectsOf(scene, "openBars");
    const [queued] = rectsOf(scene, "queued");
    const [wait] = rectsOf(scene, "waits");
    expect(fade.x + fade.width).toBeCloseTo(nowPx, 6);
    expect(solid.x + solid.width).toBeCloseTo(fade.x, 6);
    expect(queued.x + queued.width).toBeCloseTo(nowPx, 6);
    expect(wait.x + wait.width).toBeCloseTo(solid.x, 6);
    expect(marksOf(scene)).toEqual(["play", "clock"]);
  });

  it("gives every family its mark, and a failure without a start its diamond with a cross", () => {
    const scene = build(pictureOf(modelOf([4, 8, 7, 0].map((statusCode, n) => timed(n, 0, 20_000, { statusCode })).concat(timed(9, null, 40_000, { statusCode: 8 })))));
    expect(marksOf(scene)).toEqual(["tick", "cross", "square", "dot", "cross"]);
    expect(rectsOf(scene, "markers")).toEqual([expect.objectContaining({ width: MARKER_PX, height: MARKER_PX })]);
  });

  it("points to a bar outside the window, and only to such", () => {
    const model = modelOf([timed(0, -5000, -4000), timed(1, 90_000, 90_100), timed(2, 1000, 2000)]);
    const { offscreen } = build(pictureOf(model, { window: null })).layers;
    expect([...offscreen.ref.subarray(0, offscreen.count)].map((slot, i) => [slot, Math.sign(offscreen.width[i])])).toEqual([[0, -1], [1, 1]]);
  });

  it("puts the duration right of a bar, left of it where the right has no room, and nowhere where neither has", () => {
    const scene = build(pictureOf(modelOf([timed(0, 10_000, 20_000), timed(1, 60_000, 86_000), timed(2, 0, 86_400)])));
    const { labels } = scene;
    expect(textsOf(labels)).toEqual(["0 min", "1 min"]);
    expect(labels.x[0]).toBeGreaterThan(231);
    expect(labels.x[1] + measure("1 min")).toBeLessThan(695);
  });

  it("builds the rows in view only", () => {
    const model = modelOf(Array.from({ length: 500 }, (_, n) => timed(n, 100 * n, 100 * n + 5000)));
    const scene = build(pictureOf(model, { window: null }, { scrollPx: 3000 }));
    expect(refsOf(scene, "bars").length).toBeLessThanOrEqual(20);
    expect(Math.min(...rectsOf(scene, "bars").map((box) => box.y + box.height))).toBeGreaterThan(AXIS_PX);
  });

  it("paints the rows that are selected, focused and hovered, each once", () => {
    const model = modelOf([0, 1, 2].map((n) => timed(n, 0, 10_000)));
    const { rows } = build(pictureOf(model, {}, { selected: new Set([guid(0)]), focusedRow: 1, hoveredSlot: 2 })).layers;
    expect([...rows.paint.subarray(0, rows.count)]).toEqual(["rowSelected", "rowFocused", "rowHover"].map((paint) => paintIndex(paint as "rowHover")));
    expect([...rows.width.subarray(0, 3)]).toEqual([1000, 1000, 1000]);
  });
});

describe("the axis", () => {
  const axis = (nowSeconds: number): Scene => build(pictureOf(modelOf([]), {}, { nowMs: at(nowSeconds) }));

  it("carries the time of now inside the plot, with no label below it", () => {
    for (const second of [0, 20_000, 43_250, 86_399]) {
      const { axisLines, axisLabels } = axis(second);
      const box = rect(axisLines, axisLines.count - 1);
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(1000);
      const under = textsOf(axisLabels).map((text, i) => ({ x: axisLabels.x[i], y: axisLabels.y[i] - 6, width: measure(text, axisLabels.bold[i]), height: 12 }));
      expect(under.filter((label) => meet(label, box))).toHaveLength(1);
      const lines = Array.from({ length: axisLines.count - 1 }, (_, i) => rect(axisLines, i)).filter(({ width }) => width === 1);
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.filter((line) => meet(line, box))).toEqual([]);
    }
  });

  it("shows no now line while now is out of view", () => {
    const scene = axis(90_000);
    expect([scene.layers.now.count, scene.nowPx, textsOf(scene.axisLabels).includes("3:46 AM")]).toEqual([0, NaN, false]);
  });
});
