import { guid } from "../domain/run.testing";
import { isInWindow } from "../layout/runTimes";
import { CountingPainter, runAt, timelineRig, TimelineRig } from "../../tests/support/timelineRig";
import { NewFailures } from "./newFailures";

interface NewsRig extends TimelineRig { readonly news: NewFailures; readonly painter: CountingPainter }

/** Runs 1 and 2 failed in the window, 3 long before it; 9 failed and is not loaded. */
function rigOf(...ids: readonly number[]): NewsRig {
  const rig = timelineRig({ firstLayout: "tree" });
  const painter = new CountingPainter();
  rig.timeline.attach(painter);
  rig.source.show(runAt(1, 30, { statusCode: 8 }), runAt(2, 90, { statusCode: 8 }), runAt(3, 60 * 24 * 9, { statusCode: 8 }), runAt(4, 20));
  rig.source.say({ newFailures: ids.map(guid) });
  return { ...rig, news: new NewFailures(rig.timeline, rig.commands), painter };
}
const panel = ({ timeline }: TimelineRig): string => timeline.view.state.panelId;

describe("new failures", () => {
  it("are visited one by one, with the focus and the panel, and seen when all were visited", () => {
    const rig = rigOf(1, 2);
    const { news, source, timeline, painter } = rig;
    news.next();
    expect([panel(rig), timeline.view.state.focusedKey, news.left, source.looks, painter.focusWishes]).toEqual([guid(1), guid(1), [guid(2)], 0, 1]);
    news.next();
    expect([panel(rig), news.left, source.looks, painter.focusWishes]).toEqual([guid(2), [], 1, 2]);
    news.next();
    expect([panel(rig), source.looks]).toEqual([guid(2), 1]);
  });

  it("bring the window along", () => {
    const rig = rigOf(3);
    rig.news.next();
    const { source: { store }, timeline, clock } = rig;
    const { window } = timeline.view.state;
    expect(window && isInWindow(store, store.slotOf(guid(3)), window, clock.now())).toBe(true);
    expect(timeline.view.state.focusedKey).toBe(guid(3));
  });

  it("pass over what is not there any more", () => {
    const rig = rigOf(9, 2);
    rig.news.next();
    expect([panel(rig), rig.news.left, rig.source.looks]).toEqual([guid(2), [], 1]);
    const gone = rigOf(9);
    gone.news.next();
    expect([panel(gone), gone.source.looks]).toEqual(["", 1]);
  });

  it("are counted on when more come on the way", () => {
    const rig = rigOf(1, 2);
    rig.news.next();
    rig.source.say({ newFailures: [3, 1, 2].map(guid) });
    expect(rig.news.left).toEqual([guid(3), guid(2)]);
  });

  it("are seen when they are dismissed, and forgotten with other runs", () => {
    const rig = rigOf(1, 2);
    rig.news.dismiss();
    expect([rig.news.left, rig.source.looks]).toEqual([[], 1]);
    rig.source.startOver("view 2");
    rig.source.say({ newFailures: [guid(1)] });
    expect(rig.news.left).toEqual([guid(1)]);
  });

  it("take a run out of a filter that hides it", () => {
    const rig = rigOf(1);
    rig.commands.onlyFamily("ok");
    rig.news.next();
    expect(rig.timeline.rowOf(guid(1))).toBeGreaterThanOrEqual(0);
  });
});
