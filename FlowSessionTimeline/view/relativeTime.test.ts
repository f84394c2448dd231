/** @jest-environment jsdom */
import { MINUTE } from "../base/brand";
import { aRun, guid } from "../domain/run.testing";
import { linearScale } from "../layout/timeScale";
import { ago, childOf, runAt, timelineRig, TimelineRig } from "../../tests/support/timelineRig";
import { axisTicks, relativeOrigin, relativeWords } from "./relativeTime";
import { spokenRun } from "./runText";

const measure = (text: string): number => text.length * 7;

/** Run 1 > Run 2 > Run 3; a ghost > Run 4; Run 5 without any time. */
async function rig(): Promise<TimelineRig> {
  const made = timelineRig({ firstLayout: "tree" });
  made.source.show(runAt(1, 60), runAt(2, 55, childOf(1)), runAt(3, 50, childOf(2)), runAt(4, 30, childOf(90)), aRun(guid(5), {}));
  made.timeline.setWindow({ fromMs: ago(75), toMs: ago(0) }, true);
  await made.clock.advance(20);
  return made;
}
const lower = ({ timeline }: TimelineRig): string[] => {
  const { window } = timeline.view.state;
  return window ? axisTicks(timeline, linearScale(window, 800), measure).lower.map(({ label }) => label).filter(Boolean) : [];
};

describe("time since a run's start", () => {
  it("is off at first: the axis has the clock's times", async () => {
    const made = await rig();
    expect(relativeOrigin(made.timeline)).toBeNaN();
    expect(lower(made)[0]).toMatch(/^\d\d:\d\d$/);
    expect(relativeWords(made.timeline, ago(3))).toBe("");
  });

  it("counts from the root of the run that was chosen, until that is chosen again or none is", async () => {
    const made = await rig();
    for (const chosen of [3, 1]) {
      made.commands.toggleRelative(guid(chosen));
      expect(made.timeline.view.state.relativeTo).toBe(chosen === 3 ? guid(1) : "");
    }
    made.commands.toggleRelative(guid(2));
    made.commands.toggleRelative(guid(4));
    expect(made.timeline.view.state.relativeTo).toBe(guid(4));
    made.commands.toggleRelative("");
    expect(made.timeline.view.state.relativeTo).toBe("");
    made.commands.toggleRelative("");
    expect(made.timeline.view.state.relativeTo).toBe("");
  });

  it("does not count from a run without a time", async () => {
    const made = await rig();
    made.commands.toggleRelative(guid(5));
    expect(made.timeline.view.state.relativeTo).toBe("");
  });

  it("stands on the axis with its sign, and the day above it", async () => {
    const made = await rig();
    made.commands.toggleRelative(guid(1));
    expect(lower(made).slice(0, 4)).toEqual(["\u22120:15", "\u22120:10", "\u22120:05", "+0:00"]);
    made.timeline.setWindow({ fromMs: ago(60), toMs: ago(59.5) }, true);
    expect(lower(made).slice(0, 2)).toEqual(["+0:00:00", "+0:00:05"]);
    made.timeline.setWindow({ fromMs: ago(61), toMs: ago(60 - 30 * 24 * 60) }, true);
    expect(lower(made).slice(0, 2)).toEqual(["+Short_Days|0", "+Short_Days|5"]);
  });

  it("is said beside the clock's time, never instead of it", async () => {
    const made = await rig();
    made.commands.toggleRelative(guid(1));
    expect(relativeWords(made.timeline, ago(60) - 2 * MINUTE)).toBe("Relative_Before|Spoken_Minutes|2|Run 1");
    expect(spokenRun(made.timeline, made.source.store.slotOf(guid(3)), ago(0))).toContain("Spoken_Started|2026-01-15 11:10:00, Relative_After|Spoken_Minutes|10|Run 1, ");
  });

  it("ends with its run", async () => {
    const made = await rig();
    made.commands.toggleRelative(guid(1));
    made.source.show(runAt(4, 30));
    expect(relativeOrigin(made.timeline)).toBeNaN();
    expect(lower(made)[0]).toMatch(/^\d\d:\d\d$/);
  });
});
