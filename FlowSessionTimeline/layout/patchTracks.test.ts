import * as fc from "fast-check";
import { runToEnd } from "../base/work";
import { named, rowsOf as parsed } from "../domain/run.testing";
import { patchTrackRows } from "./patchTracks";
import { modelAt, modelOf, NOW, pictureOf, rowsOf, someRuns, UTC_ZONE, windowOf } from "./picture.testing";
import { LayoutKind, RowsInput } from "./rows";
import { RowTable } from "./rowTable";
import { ALL_OPEN } from "./collapse";
import { LAYERS, Scene } from "./scene";
import { SceneBuilder } from "./sceneBuilder";

const WINDOW = windowOf(0, 60_000);
const VIEWPORT = { width: 1000, height: 4000 };

const boxesOf = (scene: Scene): unknown[] => LAYERS.map((layer) => {
  const { count, x, y, width, height, paint, ref } = scene.layers[layer];
  return [layer, ...[x, y, width, height, paint, ref].map((column) => [...column.subarray(0, count)])];
});

describe("rows of tracks after some runs changed, came or moved to another track", () => {
  it("draw the same picture as if they were built anew", () => {
    let patches = 0;
    fc.assert(fc.property(someRuns(30), someRuns(30), fc.array(fc.nat(29)), fc.constantFrom<LayoutKind>("machine", "status", "flow"), (runs, others, picked, layout) => {
      const model = modelOf(runs);
      const rows = rowsOf(model, { layout, window: WINDOW });
      // Each takes the times, status and machine of another run; what had no place yet comes.
      const changed = others.filter((_, n) => picked.includes(n)).map((run) => ({ ...run, flow: named("a") }));
      model.store.merge(parsed(...changed), "keep");
      const next = modelAt(model.store);
      const input: RowsInput = { ...next, layout: layout, matches: null, window: WINDOW, nowMs: NOW, collapsed: ALL_OPEN, tallTracks: new Set(), zone: UTC_ZONE, trackSet: null, sort: "start", descending: false };
      const patched = runToEnd(patchTrackRows(rows, input, changed.map((run) => model.store.slotOf(run.id))));
      if (patched === null) return;
      patches++;
      const built = rowsOf(next, { layout, window: WINDOW });
      const sceneOf = (table: RowTable): unknown[] => boxesOf(new SceneBuilder().build(pictureOf(next, {}, { rows: table, view: WINDOW, viewportPx: VIEWPORT })));
      expect(patched.tracks.map((track) => [track.key, [...track.laneSlots], [...track.laneOffsets]])).toEqual(built.tracks.map((track) => [track.key, [...track.laneSlots], [...track.laneOffsets]]));
      expect(patched.tracks.map((track) => [track.runsInWindow, track.failuresInWindow, track.busyMs])).toEqual(built.tracks.map((track) => [track.runsInWindow, track.failuresInWindow, track.busyMs]));
      expect(runs.map((_, slot) => patched.rowOfNode(slot))).toEqual(runs.map((_, slot) => built.rowOfNode(slot)));
      expect(sceneOf(patched)).toEqual(sceneOf(built));
    }), { numRuns: 150 });
    expect(patches).toBeGreaterThan(50);
  });
});
