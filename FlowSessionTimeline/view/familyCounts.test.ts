import { aRun, guid, storeHolding } from "../domain/run.testing";
import { rowsOf } from "../domain/run.testing";
import { ago, hoursAgo, runAt } from "../../tests/support/timelineRig";
import { TEST_NOW } from "../../tests/support/testClock";
import { familyCounts } from "./familyCounts";

const window = { fromMs: hoursAgo(1), toMs: TEST_NOW };

describe("counts of the legend", () => {
  it("tell what is loaded from what lies in the window, by family", () => {
    const store = storeHolding([
      runAt(1, 30), runAt(2, 300), runAt(3, 30, { statusCode: 8 }), runAt(4, 30, { statusCode: 10 }), aRun(guid(5), { statusCode: 2, startedOn: ago(500) }),
      aRun(guid(6), { statusCode: 8, completedOn: ago(20) }), aRun(guid(7), { statusCode: 7 }), runAt(8, 30, { statusCode: 77 }),
    ]);
    expect(familyCounts(store, window)).toEqual({
      ok: { loaded: 2, inWindow: 1 }, failed: { loaded: 3, inWindow: 3 }, open: { loaded: 1, inWindow: 1 }, stopped: { loaded: 1, inWindow: 0 }, other: { loaded: 1, inWindow: 1 },
    });
  });

  it("forget runs that have gone", () => {
    const store = storeHolding([runAt(1, 30), runAt(2, 30)]);
    store.merge(rowsOf(runAt(2, 30)), "remove");
    expect(familyCounts(store, window).ok).toEqual({ loaded: 1, inWindow: 1 });
  });

  it("count nothing as in the window before there is one", () => {
    expect(familyCounts(storeHolding([runAt(1, 30)]), null).ok).toEqual({ loaded: 1, inWindow: 0 });
  });
});
