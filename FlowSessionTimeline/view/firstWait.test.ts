import { DAY } from "../base/brand";
import { dayBins, HandOverview, runAt, timelineRig, TimelineRig } from "../../tests/support/timelineRig";
import { TEST_NOW } from "../../tests/support/testClock";
import { FirstWindow, SourceState } from "./ports";

const DAYS = 24 * 60;
interface WaitRig extends TimelineRig { readonly overview: HandOverview; readonly fromMs: () => number | undefined }

/** The list's first page holds a run of so many days ago, and there is more. */
function rigOf(daysAgo: number, state: Partial<SourceState> = {}, firstWindow: FirstWindow = "auto"): WaitRig {
  const overview = new HandOverview();
  const rig = timelineRig({ firstWindow }, {}, { overview });
  rig.source.say({ hasMore: true, ...state });
  rig.source.show(runAt(1, daysAgo * DAYS));
  return { ...rig, overview, fromMs: () => rig.timeline.view.state.window?.fromMs };
}
const COUNTS = dayBins(1, [[0, 0, 5], [0, 0, 3]]);

describe("the first window", () => {
  it("waits for the server's counts where the first page holds no run of late", async () => {
    const { fromMs, overview } = rigOf(300);
    expect(fromMs()).toBeUndefined();
    overview.show(COUNTS);
    expect(fromMs()).toBe(TEST_NOW - DAY);
    expect(overview.listenerCount).toBe(0);
  });

  it("is chosen by what is loaded when the counts do not come", async () => {
    const { fromMs, clock, overview, source } = rigOf(300);
    await clock.advance(1900);
    expect(fromMs()).toBeUndefined();
    await clock.advance(200);
    const chosen = fromMs();
    expect(chosen).toBeLessThan(TEST_NOW - 299 * DAY);
    overview.show(COUNTS);
    source.show(runAt(1, 5));
    expect(fromMs()).toBe(chosen);
  });

  it.each<[string, number, Partial<SourceState>, FirstWindow]>([
    ["the page holds one of late", 0.1, {}, "auto"],
    ["the page is the whole list", 300, { hasMore: false }, "auto"],
    ["the server cannot be asked", 300, { limit: "noWebApi" }, "auto"],
    ["the page is the whole list, of which all is wanted", 300, { hasMore: false }, "all"],
  ])("does not wait if %s", (_when, daysAgo, state, preset) => {
    expect(rigOf(daysAgo, state, preset).fromMs()).toBeDefined();
  });

  it("waits for the whole extent, where all is wanted", () => {
    const { fromMs, overview } = rigOf(0.1, {}, "all");
    expect(fromMs()).toBeUndefined();
    overview.show(dayBins(30, [[1], [1]]));
    expect(fromMs()).toBeLessThan(TEST_NOW - 30 * DAY);
  });

  it("waits anew for other runs, and no longer than the control lives", async () => {
    const { fromMs, clock, source, timeline, overview } = rigOf(300);
    await clock.advance(2100);
    source.startOver("view 2");
    source.show(runAt(2, 200 * DAYS));
    expect(fromMs()).toBeUndefined();
    timeline.dispose();
    expect([clock.pending, overview.listenerCount]).toEqual([0, 0]);
  });
});
