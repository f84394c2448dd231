import { durationMs, HOUR } from "../base/brand";
import { guid } from "../domain/run.testing";
import { pan } from "../layout/timeWindow";
import { onMachine, runAt, timelineRig, TimelineRig } from "../../tests/support/timelineRig";

const rigOf = (): TimelineRig => {
  const rig = timelineRig({ firstLayout: "tree" });
  rig.source.show(runAt(1, 60), runAt(2, 50, onMachine("A")), runAt(3, 40));
  return rig;
};
const last = ({ source }: TimelineRig): { readonly fromMs: number; readonly pinned: readonly string[] } => source.demands[source.demands.length - 1];
const panBy = ({ timeline }: TimelineRig, hours: number): void => {
  const { window } = timeline.view.state;
  if (window) timeline.setWindow(pan(window, durationMs(hours * HOUR)), false);
};

describe("what is demanded of the source", () => {
  it("is the first window as soon as there is one", () => {
    const rig = timelineRig();
    expect(rig.source.demands).toEqual([]);
    rig.source.show(runAt(1, 60));
    expect(rig.source.demands).toEqual([{ ...rig.timeline.view.state.window, pinned: [], hidden: new Set() }]);
  });

  it("is the window when a gesture has settled, and now and then while it goes on", async () => {
    const rig = rigOf();
    // 20 moves in 1 s, none of them settles.
    for (let move = 0; move < 20; move++) {
      panBy(rig, -1);
      await rig.clock.advance(50);
    }
    expect(rig.source.demands.length).toBeGreaterThanOrEqual(3);
    expect(rig.source.demands.length).toBeLessThanOrEqual(5);
    await rig.clock.advance(150);
    expect(last(rig).fromMs).toBe(rig.timeline.view.state.settledWindow?.fromMs);
    expect(last(rig).fromMs).toBe(rig.timeline.view.state.window?.fromMs);
    const { length } = rig.source.demands;
    await rig.clock.advance(5000);
    expect(rig.source.demands).toHaveLength(length);
  });

  it("is never the same twice in a row", async () => {
    const rig = rigOf();
    panBy(rig, -1);
    panBy(rig, 1);
    await rig.clock.advance(1000);
    rig.timeline.view.set({ sort: "name" });
    rig.commands.select(guid(1));
    rig.timeline.view.set({ selected: new Set([guid(1)]) });
    expect(rig.source.demands).toHaveLength(2);
    const texts = rig.source.demands.map((one) => JSON.stringify(one));
    expect(texts.every((text, i) => i === 0 || text !== texts[i - 1])).toBe(true);
  });

  it("leaves out the families that the filter hides, at once", () => {
    const rig = rigOf();
    rig.commands.onlyFamily("failed");
    expect([...rig.source.demands[1].hidden].sort()).toEqual(["ok", "open", "other", "stopped"]);
    rig.commands.setText("Run");
    expect(rig.source.demands).toHaveLength(2);
    rig.commands.clearFilter();
    expect(rig.source.demands.map(({ hidden }) => hidden.size)).toEqual([0, 4, 0]);
  });

  it("keeps what is selected, focused, in the panel or the origin of times, and only runs", () => {
    const rig = rigOf();
    rig.commands.select(guid(1));
    expect(last(rig).pinned).toEqual([guid(1)]);
    rig.commands.inspect(guid(2));
    rig.commands.select(guid(1));
    rig.timeline.view.set({ focusedKey: guid(3) });
    expect(last(rig).pinned).toEqual([guid(1), guid(2), guid(3)]);
    rig.timeline.view.set({ selected: new Set(), panelId: "", focusedKey: "track of A" });
    expect(last(rig).pinned).toEqual([]);
    rig.commands.toggleRelative(guid(2));
    expect(last(rig).pinned).toEqual([guid(2)]);
  });

  it("begins anew with other runs", () => {
    const rig = rigOf();
    const [first] = rig.source.demands;
    rig.source.startOver("view 2");
    rig.source.show(runAt(1, 60));
    expect(rig.source.demands).toEqual([first, first]);
  });

  it("ends with the timeline", async () => {
    const rig = rigOf();
    panBy(rig, -1);
    rig.timeline.dispose();
    const { length } = rig.source.demands;
    await rig.clock.advance(1000);
    expect([rig.source.demands.length, rig.clock.pending]).toEqual([length, 0]);
  });
});
