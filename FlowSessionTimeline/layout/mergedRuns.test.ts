import * as fc from "fast-check";
import { named } from "../domain/run.testing";
import { drawnWith, failuresOf, placeOnTrack } from "./mergedRuns";
import { modelOf, pictureOf, someRuns, timed, windowOf } from "./picture.testing";
import { SceneBuilder } from "./sceneBuilder";

describe("runs that are drawn as one", () => {
  it("are those of the picture: each merged item of a scene for each of its runs, and no other run has company", () => {
    fc.assert(fc.property(someRuns(), fc.integer({ min: 60, max: 200_000 }), (runs, seconds) => {
      const model = modelOf(runs);
      const { store } = model;
      const input = pictureOf(model, { layout: "machine" }, { view: windowOf(-20_000, seconds), viewportPx: { width: 1000, height: 4000 } });
      const { merges } = new SceneBuilder().build(input);
      const inMerge = new Set<number>();
      for (const { track: index, lane, first, count, failures } of merges) {
        const track = input.rows.tracks[index];
        for (const slot of track.laneSlots.subarray(first, first + count)) {
          inMerge.add(slot);
          const drawn = drawnWith(store, track, slot, input.scale.msPerPx);
          expect(drawn).toEqual({ lane, first, count });
          expect(failuresOf(track, { lane, first, count })).toBe(failures);
        }
      }
      for (const track of input.rows.tracks) {
        for (const slot of track.slots) {
          expect(track.slots[placeOnTrack(store, track, slot)]).toBe(slot);
          const isInView = store.fromMs[slot] >= input.scale.window.fromMs && store.fromMs[slot] < input.scale.window.toMs;
          const drawn = drawnWith(store, track, slot, input.scale.msPerPx);
          if (isInView && !inMerge.has(slot) && drawn && drawn.lane < track.shownLanes) expect(drawn.count).toBe(1);
        }
      }
    }), { numRuns: 150 });
  });

  it("are none for a run that is not on the track", () => {
    const model = modelOf([timed(0, 100, 200, { machine: named("VM-1") }), timed(1, 100, 200, { machine: named("VM-2") })]);
    const { rows } = pictureOf(model, { layout: "machine" });
    expect(drawnWith(model.store, rows.tracks[0], rows.tracks[1].slots[0], 1000)).toBeNull();
    expect(placeOnTrack(model.store, rows.tracks[0], rows.tracks[1].slots[0])).toBe(-1);
  });
});
