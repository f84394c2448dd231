import * as fc from "fast-check";
import { runToEnd } from "../base/work";
import { Run } from "../domain/run";
import { guid, named, rowsOf as parsed } from "../domain/run.testing";
import { STATUS_FAMILIES } from "../domain/status";
import { ALL_OPEN } from "./collapse";
import { LaneTiles } from "./laneTiles";
import { paintIndex } from "./paint";
import { patchTrackRows } from "./patchTracks";
import { modelAt, modelOf, NOW, pictureOf, rowsOf, someRuns, timed, UTC_ZONE, windowOf } from "./picture.testing";
import { RowTable } from "./rowTable";
import { LAYERS, Scene } from "./scene";
import { SceneBuilder } from "./sceneBuilder";
import { TimeWindow } from "./timeWindow";

const FAILED = STATUS_FAMILIES.indexOf("failed");
/** Tall enough for all lanes: what is below the viewport is not built. */
const TALL = { width: 1000, height: 3000 };

/** Runs of one machine one soon after another, many of them in one bin, some over the next bins and tiles. */
const someDense = fc.array(
  fc.record({
    gap: fc.oneof({ weight: 9, arbitrary: fc.nat(150) }, { weight: 1, arbitrary: fc.nat(5000) }), length: fc.oneof({ weight: 9, arbitrary: fc.nat(120) }, { weight: 1, arbitrary: fc.nat(9000) }),
    status: fc.constantFrom(4, 4, 4, 7, 8),
  }), { minLength: 80, maxLength: 160 },
).map((specs) => {
  let from = 0;
  return specs.map(({ gap, length, status }, n): Run => timed(n, (from += gap), from + length, { statusCode: status, machine: named("VM-1") }));
});
const someLanes = fc.oneof({ weight: 1, arbitrary: someRuns(80) }, { weight: 2, arbitrary: someDense });

const everythingOf = (scene: Scene): unknown => ({
  layers: LAYERS.map((layer) => {
    const { count, bands, x, y, width, height, paint, ref } = scene.layers[layer];
    return [layer, [...bands], ...[x, y, width, height, paint, ref].map((column) => [...column.subarray(0, count)])];
  }),
  merges: [...scene.merges],
  labels: [scene.labels.text.slice(0, scene.labels.count), [...scene.labels.x.slice(0, scene.labels.count)]],
});

const moved = ({ fromMs, toMs }: TimeWindow, byMs: number): TimeWindow => windowOf((fromMs + byMs - windowOf(0, 1).fromMs) / 1000, (toMs + byMs - windowOf(0, 1).fromMs) / 1000);

type Step =
  | { readonly kind: "pan" | "scroll"; readonly px: number }
  | { readonly kind: "zoom"; readonly notches: number }
  | { readonly kind: "select"; readonly run: number }
  | { readonly kind: "change"; readonly picked: readonly number[] };
const someStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom("pan" as const, "scroll" as const), px: fc.integer({ min: -700, max: 700 }) }),
  fc.record({ kind: fc.constant("zoom" as const), notches: fc.integer({ min: -6, max: 6 }) }),
  fc.record({ kind: fc.constant("select" as const), run: fc.nat(80) }),
  fc.record({ kind: fc.constant("change" as const), picked: fc.array(fc.nat(79), { minLength: 1, maxLength: 6 }) }),
);

describe("lanes", () => {
  it("are after any steps of panning, zooming, scrolling, selecting and changes to runs what they would be at once", () => {
    let merges = 0;
    fc.assert(fc.property(someLanes, someRuns(80), fc.array(someStep, { minLength: 1, maxLength: 8 }), (runs, others, steps) => {
      let model = modelOf(runs);
      let rows: RowTable = rowsOf(model, { layout: "machine" });
      let view = windowOf(0, 40_000);
      let scrollPx = 0;
      let selected: ReadonlySet<string> = new Set();
      const kept = new SceneBuilder();
      const change = (picked: readonly number[]): void => {
        // Each takes the times, status and machine of another run; what had no place yet comes.
        const changed = others.filter((_, n) => picked.includes(n)).map((run) => ({ ...run, flow: named("a") }));
        model.store.merge(parsed(...changed), "keep");
        model = modelAt(model.store);
        const input = { ...model, layout: "machine" as const, matches: null, window: null, nowMs: NOW, collapsed: ALL_OPEN, tallTracks: new Set<string>(), zone: UTC_ZONE, trackSet: null, sort: "start" as const, descending: false };
        rows = runToEnd(patchTrackRows(rows, input, changed.map(({ id }) => model.store.slotOf(id)))) ?? rowsOf(model, { layout: "machine" });
      };
      for (const step of [null, ...steps]) {
        const lengthMs = view.toMs - view.fromMs;
        if (step?.kind === "pan") view = moved(view, (step.px * lengthMs) / TALL.width);
        else if (step?.kind === "zoom") view = windowOf((view.fromMs - windowOf(0, 1).fromMs) / 1000, (view.fromMs - windowOf(0, 1).fromMs + lengthMs * 1.2 ** step.notches) / 1000);
        else if (step?.kind === "scroll") scrollPx = Math.max(0, scrollPx + step.px);
        else if (step?.kind === "select") selected = new Set([guid(step.run)]);
        else if (step?.kind === "change") change(step.picked);
        const input = pictureOf(model, {}, { rows, view, scrollPx, selected, viewportPx: TALL });
        const scene = kept.build(input);
        merges += scene.merges.length;
        expect(everythingOf(scene)).toEqual(everythingOf(new SceneBuilder().build(input)));
      }
    }), { numRuns: 60 });
    expect(merges).toBeGreaterThan(300);
  });

  it("merge the same runs wherever a window of the same length begins, and draw them in the same place and paint", () => {
    let seen = 0;
    fc.assert(fc.property(someLanes, fc.integer({ min: 500, max: 90_000 }), fc.integer({ min: -400_000, max: 400_000 }), (runs, seconds, shift) => {
      const model = modelOf(runs);
      const rows = rowsOf(model, { layout: "machine" });
      const here = windowOf(1000, 1000 + seconds);
      const pxPerMs = TALL.width / (here.toMs - here.fromMs);
      // Not by whole pixels.
      const byPx = shift / 1000;
      const merged = (view: TimeWindow, leftPx: number): Map<string, readonly number[]> => {
        const scene = new SceneBuilder().build(pictureOf(model, {}, { rows, view, viewportPx: TALL }));
        const { count, x, width, y, paint, ref } = scene.layers.merged;
        const all = Array.from({ length: count }, (_, i) => [JSON.stringify(scene.merges[ref[i]]), [x[i] + leftPx, width[i], y[i], paint[i]]] as const);
        // What an edge of either window cuts is drawn by that window only up to it.
        return new Map(all.filter(([, [left, wide]]) => left > Math.max(10, 10 + byPx) && left + wide < Math.min(TALL.width - 10, TALL.width - 10 + byPx)));
      };
      const [before, after] = [merged(here, 0), merged(moved(here, byPx / pxPerMs), byPx)];
      expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
      for (const [merge, box] of before) after.get(merge)?.forEach((number, n) => expect(number).toBeCloseTo(box[n], 3));
      seen += before.size;
    }), { numRuns: 200 });
    expect(seen).toBeGreaterThan(300);
  });
});

describe("tiles of a lane", () => {
  it("hold each of its runs once, in items that count them and their failures, whichever run is asked first", () => {
    fc.assert(fc.property(someLanes, fc.integer({ min: 8, max: 22 }), fc.nat(1000), (runs, power, nth) => {
      const { store, ...model } = modelOf(runs);
      const binMs = 2 ** power;
      const tiles = new LaneTiles();
      tiles.begin(binMs);
      for (const track of rowsOf({ store, ...model }, { layout: "machine", window: null }).tracks) {
        const { laneSlots, laneOffsets } = track;
        for (let lane = 0; lane + 1 < laneOffsets.length; lane++) {
          const [low, end] = [laneOffsets[lane], laneOffsets[lane + 1]];
          const middle = low + (nth % (end - low));
          const asked = tiles.tileOf(track, middle, low, end);
          let at = low;
          while (at < end) {
            const tile = tiles.tileOf(track, at, low, end);
            expect(tile.first).toBe(at);
            tile.ends.forEach((next, item) => {
              const slots = [...laneSlots.subarray(at, next)];
              const failures = slots.filter((slot) => store.family[slot] === FAILED).length;
              expect(slots.length).toBeGreaterThan(0);
              expect(tile.failures[item]).toBe(failures);
              expect(tile.paints[item] === paintIndex("failed")).toBe(failures === slots.length);
              expect(new Set(slots.map((slot) => Math.floor(store.fromMs[slot] / binMs))).size).toBe(1);
              at = next;
            });
            expect(tile === asked).toBe(tile.first <= middle && middle < at);
          }
          expect(at).toBe(end);
        }
      }
    }), { numRuns: 100 });
  });
});
