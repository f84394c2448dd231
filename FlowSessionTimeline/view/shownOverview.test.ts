import { MinimapBins } from "../layout/minimapBins";
import { dayBins, HandOverview, runAt, timelineRig, TimelineRig } from "../../tests/support/timelineRig";
import { ShownOverview } from "./shownOverview";

interface OverviewRig extends TimelineRig { readonly server: HandOverview; readonly shown: ShownOverview; told: number }

async function rigOf(): Promise<OverviewRig> {
  const server = new HandOverview();
  const rig = timelineRig({ firstLayout: "tree" }, {}, { overview: server });
  const shown = new ShownOverview(rig.timeline);
  const state = { told: 0 };
  rig.source.show(runAt(1, 60), runAt(2, 50, { statusCode: 8 }));
  await rig.clock.advance(1000);
  const all = Object.assign(state, rig, { server, shown });
  shown.subscribe(() => void all.told++);
  return all;
}
const sums = (bins: MinimapBins | null): number[] => bins?.families.map((counts) => counts.reduce((sum, n) => sum + n, 0)) ?? [];
const COUNTS = dayBins(2, [[5, 0, 900], [1, 2, 800], [0, 0, 7]]);

describe("the overview", () => {
  it("counts what is loaded until the server has counted, and never both together", async () => {
    const rig = await rigOf();
    expect([rig.shown.scope, sums(rig.shown.bins())]).toEqual(["loaded", [1, 0, 1, 0, 0]]);
    rig.server.show(COUNTS);
    expect([rig.shown.scope, rig.shown.bins(), rig.told]).toEqual(["all", COUNTS, 1]);
    rig.source.show(runAt(1, 60), runAt(2, 50, { statusCode: 8 }), runAt(3, 40));
    await rig.clock.advance(1000);
    expect(rig.shown.bins()).toBe(COUNTS);
    rig.server.show(null);
    await rig.clock.advance(1000);
    expect([rig.shown.scope, sums(rig.shown.bins())]).toEqual(["loaded", [1, 0, 2, 0, 0]]);
  });

  it("says when some runs are not in the server's counts", async () => {
    const rig = await rigOf();
    rig.server.partial = true;
    expect([rig.shown.scope, rig.shown.isPartial()]).toEqual(["loaded", false]);
    rig.server.show(COUNTS);
    expect([rig.shown.scope, rig.shown.isPartial()]).toEqual(["partial", true]);
  });

  it("leaves out hidden families of the server's counts, and says that a search does not narrow them", async () => {
    const rig = await rigOf();
    rig.server.show(COUNTS);
    rig.told = 0;
    rig.commands.toggleFamily("ok");
    const bins = rig.shown.bins();
    expect([sums(bins), rig.told, bins?.lengthMs, bins?.first, bins?.count]).toEqual([[6, 2, 0, 0, 0], 1, COUNTS.lengthMs, COUNTS.first, 3]);
    expect(rig.shown.bins()).toBe(bins);
    expect(rig.shown.ignoresSearch).toBe(false);
    rig.commands.setText("Run");
    expect(rig.shown.ignoresSearch).toBe(true);
    rig.commands.clearFilter();
    expect(rig.shown.bins()).toBe(COUNTS);
  });

  it("counts here what the server counts by days, where all of it is loaded", async () => {
    const rig = await rigOf();
    rig.source.serve({});
    const before = rig.shown.bins();
    rig.server.show(dayBins(1, [[1, 0, 1]]));
    expect([rig.shown.scope, rig.shown.bins(), rig.shown.ignoresSearch]).toEqual(["all", before, false]);
    rig.server.show(COUNTS);
    expect([rig.shown.scope, rig.shown.bins()]).toEqual(["all", COUNTS]);
    const many = dayBins(0, [[0, 0, 3]]);
    rig.server.show(many);
    expect(rig.shown.bins()).toBe(many);
    rig.source.show(runAt(1, 60), runAt(2, 50), runAt(3, 40));
    await rig.clock.advance(1000);
    expect([rig.shown.scope, sums(rig.shown.bins()), rig.shown.bins()?.source]).toEqual(["all", [0, 0, 3, 0, 0], "loaded"]);
  });

  it("leaves nothing behind, whatever it counts", async () => {
    for (const counts of [COUNTS, null]) {
      const rig = await rigOf();
      rig.server.show(counts);
      rig.source.show(runAt(1, 5));
      rig.shown.dispose();
      rig.timeline.dispose();
      expect([rig.clock.pending, rig.server.listenerCount]).toEqual([0, 0]);
    }
  });
});
