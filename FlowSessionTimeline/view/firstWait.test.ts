import { DAY, HOUR } from "../base/brand";
import { dayBins, HandOverview, runAt, timelineRig, TimelineRig } from "../../tests/support/timelineRig";
import { TEST_NOW } from "../../tests/support/testClock";
import { emptyMessage } from "./emptyMessage";
import { FirstWindow, SourceState } from "./ports";

const DAYS = 24 * 60;
interface WaitRig extends TimelineRig { readonly overview: HandOverview; readonly fromMs: () => number | undefined }

/** The list's first page holds runs of so many days ago, in this order, and there is more. */
function rigOf(daysAgo: readonly number[], state: Partial<SourceState> = {}, firstWindow: FirstWindow = "auto"): WaitRig {
  const overview = new HandOverview();
  const rig = timelineRig({ firstWindow }, {}, { overview });
  rig.source.say({ hasMore: true, ...state });
  rig.source.show(...daysAgo.map((days, n) => runAt(n + 1, days * DAYS)));
  return { ...rig, overview, fromMs: () => rig.timeline.view.state.window?.fromMs };
}
const OLDEST_FIRST = [300, 299, 298, 297, 296, 295];
const NEWEST_FIRST = [...OLDEST_FIRST].reverse();
const COUNTS = dayBins(1, [[0, 0, 5], [0, 0, 3]]);

describe("the first window", () => {
  it("waits for the server's counts where the first page holds no run of late", async () => {
    const { fromMs, overview } = rigOf(OLDEST_FIRST);
    expect(fromMs()).toBeUndefined();
    overview.show(COUNTS);
    expect(fromMs()).toBe(TEST_NOW - DAY);
    expect(overview.listenerCount).toBe(0);
  });

  it("asks meanwhile for the runs of late, and takes their time as soon as one has come", () => {
    const { fromMs, source } = rigOf(OLDEST_FIRST, {}, "hours6");
    expect(source.demands).toHaveLength(1);
    expect([source.demands[0].fromMs, source.demands[0].toMs > TEST_NOW]).toEqual([TEST_NOW - 6 * HOUR, true]);
    source.say({});
    expect(source.demands).toHaveLength(1);
    source.show(runAt(1, 300 * DAYS), runAt(20, 60));
    expect(fromMs()).toBe(TEST_NOW - 6 * HOUR);
  });

  it("is chosen by the counts also where the server has dropped what the list had, and meanwhile nobody says that there is nothing", () => {
    const { fromMs, overview, source, timeline } = rigOf(OLDEST_FIRST);
    source.show();
    source.say({ hasMore: false, server: { phase: "complete", received: 0, expected: 0, fault: null, hidden: new Set() } });
    expect([fromMs(), emptyMessage(timeline).kind]).toEqual([undefined, "loading"]);
    overview.show(dayBins(30, [[0, 0, 5]]));
    expect(fromMs()).toBe(Math.floor(TEST_NOW / DAY) * DAY - 30 * DAY);
  });

  it("waits on when the server has taken over from the list, which then has no next page", () => {
    const { fromMs, overview, source } = rigOf(OLDEST_FIRST);
    source.say({ hasMore: false, server: { phase: "reading", received: 0, expected: null, fault: null, hidden: new Set() } });
    expect(fromMs()).toBeUndefined();
    overview.show(COUNTS);
    expect(fromMs()).toBe(TEST_NOW - DAY);
  });

  it("is chosen by what is loaded when the server does not answer", async () => {
    const { fromMs, clock, overview, source } = rigOf(OLDEST_FIRST);
    await clock.advance(4900);
    expect(fromMs()).toBeUndefined();
    await clock.advance(200);
    const chosen = fromMs();
    expect(chosen).toBeLessThan(TEST_NOW - 295 * DAY);
    overview.show(COUNTS);
    source.show(runAt(1, 5));
    expect(fromMs()).toBe(chosen);
  });

  it.each<[string, readonly number[], Partial<SourceState>, FirstWindow]>([
    ["the page holds one of late", [300, 0.1, 299], {}, "auto"],
    ["the page has the newest first, of which none is of late", NEWEST_FIRST, {}, "auto"],
    ["the page is the whole list", OLDEST_FIRST, { hasMore: false }, "auto"],
    ["the server cannot be asked", OLDEST_FIRST, { limit: "noWebApi" }, "auto"],
    ["the page is the whole list, of which all is wanted", OLDEST_FIRST, { hasMore: false }, "all"],
  ])("does not wait if %s", (_when, daysAgo, state, preset) => {
    expect(rigOf(daysAgo, state, preset).fromMs()).toBeDefined();
  });

  it("does not take a page of another order, or of one run, for one with the newest first", () => {
    for (const daysAgo of [[295, 299, 298, 300, 297, 296, 298.5], [297, 295, 300], [300]]) expect(rigOf(daysAgo).fromMs()).toBeUndefined();
  });

  it("waits for the whole extent, where all is wanted", () => {
    const { fromMs, overview } = rigOf([0.1, 0.2, 0.3], {}, "all");
    expect(fromMs()).toBeUndefined();
    overview.show(dayBins(30, [[1], [1]]));
    expect(fromMs()).toBeLessThan(TEST_NOW - 30 * DAY);
  });

  it("is waited for once where the source answers a demand at once", () => {
    const rig = timelineRig({}, {}, { overview: new HandOverview() });
    const demand = jest.spyOn(rig.source, "demand").mockImplementation(() => rig.source.say({ busy: true }));
    rig.source.say({ hasMore: true });
    rig.source.show(runAt(1, 300 * DAYS));
    expect(demand).toHaveBeenCalledTimes(1);
    rig.timeline.dispose();
    expect(rig.clock.pending).toBe(0);
  });

  it("waits anew for other runs, and no longer than the control lives", async () => {
    const { fromMs, clock, source, timeline, overview } = rigOf(OLDEST_FIRST);
    await clock.advance(5100);
    source.startOver("view 2");
    source.show(...OLDEST_FIRST.map((days, n) => runAt(50 + n, days * DAYS)));
    expect(fromMs()).toBeUndefined();
    timeline.dispose();
    expect([clock.pending, overview.listenerCount]).toEqual([0, 0]);
  });
});
