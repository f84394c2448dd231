/** @jest-environment jsdom */
import { DAY } from "../../FlowSessionTimeline/base/brand";
import { Timeline } from "../../FlowSessionTimeline/view/timeline";
import { HOUR, NEWEST_FIRST, servedRun, serverRig, storedView } from "../support/serverRig";
import { TEST_NOW } from "../support/testClock";

interface Opened { readonly fromMs: number | undefined; readonly rows: number | undefined; readonly phase: string | undefined; readonly demands: number }

/** What a view of 2,000 runs opens on, whose list has so many a page. @param lastHoursAgo when the latest run started; one came every two hours before it */
async function opened(order: string, lastHoursAgo: number): Promise<Opened> {
  const rows = Array.from({ length: 2000 }, (_, n) => servedRun(n + 1, TEST_NOW - (lastHoursAgo + 2 * n) * HOUR));
  const rig = serverRig({ rows, views: [storedView(order)] });
  const { source } = rig.keeper.ports;
  const windows = new Set<unknown>();
  const timeline = new Timeline(rig.keeper.ports, rig.clock, rig.keeper.surroundings());
  timeline.view.subscribe(() => windows.add(timeline.view.state.window));
  for (let second = 0; second < 8; second++) await rig.wait(1000);
  const found = { fromMs: timeline.view.state.window?.fromMs, rows: timeline.derived?.rows.count, phase: source.state().server?.phase, demands: windows.size };
  timeline.dispose();
  rig.host.unmount();
  return found;
}
const OLDEST_FIRST = '<order attribute="createdon"/>';

describe("a view that is opened", () => {
  it("shows the last 24 hours of the table, whatever the list's first page holds", async () => {
    for (const order of [NEWEST_FIRST, OLDEST_FIRST]) {
      const { fromMs, rows, phase, demands } = await opened(order, 1);
      expect((fromMs ?? NaN) - (TEST_NOW - DAY)).toBeLessThan(2000);
      expect([rows, phase, demands]).toEqual([12, "complete", 1]);
    }
  });

  it("shows where the latest runs are, if none is of late", async () => {
    const newest = await opened(NEWEST_FIRST, 100);
    expect(newest.fromMs).toBe(TEST_NOW - 100 * HOUR + 600_000 - DAY);
    const oldest = await opened(OLDEST_FIRST, 100);
    // Noon is the test's now: the day that holds the latest run ends 84 hours before it.
    expect(oldest.fromMs).toBe(TEST_NOW - 84 * HOUR - DAY);
    for (const { rows, phase, demands } of [newest, oldest]) expect([(rows ?? 0) > 0, phase, demands]).toEqual([true, "complete", 1]);
  });
});
