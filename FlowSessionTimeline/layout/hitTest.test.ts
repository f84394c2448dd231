import * as fc from "fast-check";
import { guid } from "../domain/run.testing";
import { hitTest } from "./hitTest";
import { AXIS_PX, ROW_PX } from "./measures";
import { modelOf, pictureOf, someRuns, timed, windowOf } from "./picture.testing";
import { Layer, Scene, SceneInput } from "./scene";
import { SceneBuilder } from "./sceneBuilder";

const build = (input: SceneInput): Scene => new SceneBuilder().build(input);
const BARS = ["bars", "openBars", "queued", "markers", "waits"] as const satisfies readonly Layer[];
const someView = fc.tuple(fc.integer({ min: -5000, max: 80_000 }), fc.integer({ min: 10, max: 90_000 })).map(([from, length]) => windowOf(from, from + length));

describe("the hit test", () => {
  it("finds what lies at the centre of every bar, marker and wait in view, one run or merged ones", () => {
    fc.assert(fc.property(someRuns(100), someView, fc.constantFrom("tree", "machine"), fc.nat(300), (runs, view, layout, scrollPx) => {
      const scene = build(pictureOf(modelOf(runs), { layout: layout as "tree" }, { view, scrollPx }));
      for (const layer of [...BARS, "merged"] as const) {
        const items = scene.layers[layer];
        for (let i = 0; i < items.count; i++) {
          const x = items.x[i] + items.width[i] / 2;
          const y = items.y[i] + items.height[i] / 2;
          if (x < 0 || x >= scene.widthPx || y < AXIS_PX || y >= scene.heightPx) continue;
          expect(hitTest(scene, x, y)).toEqual(layer === "merged" ? { kind: "merged", merge: scene.merges[items.ref[i]] } : { kind: "run", slot: items.ref[i] });
        }
      }
    }), { numRuns: 200 });
  });

  it("finds all runs of a merged item", () => {
    const scene = build(pictureOf(modelOf([0, 1, 2].map((n) => timed(n, 40_000 + 2 * n, 40_001 + 2 * n))), { layout: "machine" }));
    const { merged } = scene.layers;
    expect(hitTest(scene, merged.x[0] + 1, merged.y[0] + 8)).toEqual({ kind: "merged", merge: scene.merges[0] });
  });

  const single = build(pictureOf(modelOf([timed(0, 43_200, 43_201), timed(1, 100, 200, { parentId: guid(7) })])));
  const bar = { x: single.layers.bars.x[1], y: single.layers.bars.y[1] };

  it("gives two px of grace beside a bar, no more", () => {
    expect(hitTest(single, bar.x - 1.9, bar.y + 8)).toMatchObject({ kind: "run" });
    expect(hitTest(single, bar.x - 2.1, bar.y + 8)).toMatchObject({ kind: "row" });
    expect(hitTest(single, bar.x + 4.9, bar.y - 1.9)).toMatchObject({ kind: "run" });
  });

  it("finds the exact one before one within the grace", () => {
    const scene = build(pictureOf(modelOf([timed(0, 10_000, 20_000), timed(1, 20_100, 30_000)]), { layout: "machine" }));
    const { x, width, y } = scene.layers.bars;
    expect(hitTest(scene, x[0] + width[0] - 0.1, y[0] + 8)).toEqual({ kind: "run", slot: 0 });
    expect(hitTest(scene, x[1] + 0.1, y[1] + 8)).toEqual({ kind: "run", slot: 1 });
  });

  it("finds ghosts, rows, and nothing in the axis or below the last row", () => {
    const { ghosts } = single.layers;
    expect(hitTest(single, ghosts.x[0] + ghosts.width[0] / 2, ghosts.y[0] + 8)).toMatchObject({ kind: "ghost", node: 2 });
    expect(hitTest(single, 900, AXIS_PX + 1)).toEqual({ kind: "row", row: 0 });
    expect(hitTest(single, 900, AXIS_PX + 3 * ROW_PX - 1)).toEqual({ kind: "row", row: 2 });
    expect([hitTest(single, 900, AXIS_PX - 1), hitTest(single, 900, AXIS_PX + 3 * ROW_PX)]).toEqual([null, null]);
  });
});
