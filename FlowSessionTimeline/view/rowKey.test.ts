import * as fc from "fast-check";
import { epochMs } from "../base/brand";
import { runToEnd } from "../base/work";
import { anyRun, guid, storeHolding } from "../domain/run.testing";
import { ALL_OPEN } from "../layout/collapse";
import { modelAt, UTC_ZONE } from "../layout/picture.testing";
import { buildRows } from "../layout/rows";
import { LAYOUT_KINDS } from "./layoutKinds";
import { rowKey, rowOfKey } from "./rowKey";

describe("the key of a row", () => {
  it("finds the same row again, in every layout", () => {
    fc.assert(fc.property(fc.array(anyRun(fc.nat(15).map(guid)), { maxLength: 25 }), fc.constantFrom(...LAYOUT_KINDS), (runs, layout) => {
      const store = storeHolding(runs);
      const model = modelAt(store);
      const { forest } = model;
      const rows = runToEnd(buildRows({ ...model, layout, matches: null, window: null, nowMs: epochMs(60_000), collapsed: ALL_OPEN, tallTracks: new Set(), zone: UTC_ZONE, trackSet: null, sort: "start", descending: false }));
      const keys = [...Array(rows.count).keys()].map((row) => rowKey(rows, row, store, forest));
      expect(new Set(keys).size).toBe(rows.count);
      expect(keys.map((key) => rowOfKey(rows, key, forest))).toEqual([...keys.keys()]);
    }));
  });

  it("names no row if it is empty or unknown", () => {
    const store = storeHolding([]);
    const model = modelAt(store);
    const { forest } = model;
    const rows = runToEnd(buildRows({ ...model, layout: "machine", matches: null, window: null, nowMs: epochMs(0), collapsed: ALL_OPEN, tallTracks: new Set(), zone: UTC_ZONE, trackSet: null, sort: "start", descending: false }));
    expect(["", guid(1), "lanes:machine:x", "machine:x"].map((key) => rowOfKey(rows, key, forest))).toEqual([-1, -1, -1, -1]);
    expect(rowKey(rows, -1, store, forest)).toBe("");
  });
});
