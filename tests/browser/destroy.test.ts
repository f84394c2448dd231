import { REACTS, useDemo } from "./demo";
import { flowOf } from "./knownRuns";
import { difference, installLedger, ofTheControl, type Pending } from "./ledger";
import type { TimelinePage } from "./timelinePage";

const demo = useDemo();

/** What is pending, and what stands in the body. */
interface Footprint {
  readonly pending: Pending;
  readonly body: readonly string[];
}

const footprint = (timeline: TimelinePage): Promise<Footprint> =>
  timeline.page.evaluate(() => ({
    pending: window.fstLedger?.pending() ?? {},
    body: [...document.body.children].map(({ outerHTML }) => outerHTML.slice(0, 80)),
  }));

/** Ends a life of the control that did `what` is to be done again, so that what libraries set up once per page is there before the next. */
async function endFirstLife(timeline: TimelinePage, what: () => Promise<void>): Promise<Footprint> {
  await what();
  await timeline.page.evaluate(() => {
    const { host } = window.demo ?? {};
    window.fstHost = host;
    window.fstPlace = document.querySelector<HTMLElement>(".control-place") ?? undefined;
    host?.unmount();
  });
  return quiet(timeline);
}

/** React 17 ends passive effects in a task after the unmount, the page its messages: waits until nothing changes from frame to frame. */
async function quiet(timeline: TimelinePage): Promise<Footprint> {
  let before = "";
  return timeline.eventually("the page is quiet", () => footprint(timeline), (now) => {
    const same = JSON.stringify(now) === before;
    before = JSON.stringify(now);
    return same;
  });
}

declare global {
  interface Window { fstHost?: NonNullable<Window["demo"]>["host"] | undefined; fstPlace?: HTMLElement | undefined }
}

describe.each(REACTS)("on React %i", (react) => {
  const open = async (search: Readonly<Record<string, string | number>> = {}): Promise<TimelinePage> => {
    const timeline = await demo.openEmpty({ react, size: 2000, ...search });
    await timeline.page.addInitScript(installLedger);
    await timeline.page.reload();
    await timeline.until("the page is ready", () => window.demo?.ready === true, null);
    await timeline.untilRows();
    return timeline;
  };
  const secondLife = async (timeline: TimelinePage): Promise<void> => {
    await timeline.page.evaluate(() => {
      if (window.fstPlace) window.fstHost?.mount(window.fstPlace);
    });
    await timeline.untilRows();
  };

  test.each(["tree", "machine"])("with a menu open and a request in flight (%s) destroy leaves nothing that could still happen, and no element", async (layout) => {
    const timeline = await open({ layout });
    const use = async (): Promise<void> => {
      const { left, top } = await timeline.box(".fst-plot");
      await timeline.wheel({ x: left + 300, y: top + 200 }, { y: 90 });
      await timeline.openMenu(".fst-layout");
    };
    const before = await endFirstLife(timeline, use);
    await secondLife(timeline);
    await use();
    // In one task: a gesture that has not settled, a request that has not been answered, a frame that has not been painted.
    const atOnce = await timeline.page.evaluate(() => {
      document.querySelector(".fst-canvas")?.dispatchEvent(new WheelEvent("wheel", { deltaY: 100, ctrlKey: true, bubbles: true, cancelable: true }));
      const alive = window.fstLedger?.pending() ?? {};
      window.fstHost?.refresh();
      window.fstHost?.unmount();
      return { alive, after: window.fstLedger?.pending() ?? {} };
    });
    // The ledger sees the control while it lives: its listeners, its frame, its timer, its observers.
    const alive = Object.keys(ofTheControl(atOnce.alive)).map((key) => key.split(/ of |,/)[0]);
    expect(alive).toEqual(expect.arrayContaining(["listener wheel", "animation frame", "timer", "ResizeObserver"]));
    // No task of the control's is left even at once; React 17 ends its listeners in a task of its own.
    expect(Object.keys(ofTheControl(atOnce.after)).filter((key) => !key.startsWith("listener"))).toEqual([]);
    const after = await quiet(timeline);
    expect(ofTheControl(after.pending)).toEqual({});
    expect(difference(before.pending, after.pending)).toEqual({});
    expect(after.body).toEqual(before.body);
  });

  test("with panel, tooltip and a text being typed destroy leaves nothing", async () => {
    const timeline = await open({ layout: "tree" });
    const use = async (): Promise<void> => {
      await timeline.page.click(".fst-row");
      await timeline.element(".fst-side");
      await timeline.page.hover(".fst-plot");
      await timeline.page.fill(".fst-search input", "in");
    };
    const before = await endFirstLife(timeline, use);
    await secondLife(timeline);
    await use();
    await timeline.page.evaluate(() => window.fstHost?.unmount());
    const after = await quiet(timeline);
    expect(ofTheControl(after.pending)).toEqual({});
    expect(difference(before.pending, after.pending)).toEqual({});
    expect(after.body).toEqual(before.body);
  });

  test("the first control of a page leaves of its own nothing either, destroyed before its first rows came", async () => {
    const timeline = await open();
    await timeline.page.evaluate(() => {
      window.fstHost = window.demo?.host;
      window.fstPlace = document.querySelector<HTMLElement>(".control-place") ?? undefined;
      window.fstHost?.unmount();
      if (window.fstPlace) window.fstHost?.mount(window.fstPlace);
      window.fstHost?.unmount();
    });
    const after = await quiet(timeline);
    expect(ofTheControl(after.pending)).toEqual({});
    expect(await timeline.page.$$(".fst-root, .ms-Layer, .fst-row")).toEqual([]);
  });

  test("opening a record in place ends the control on the page that it leaves", async () => {
    const timeline = await open({ layout: "tree" });
    await timeline.page.dblclick(".fst-row");
    await timeline.until("the form is there", () => document.querySelector(".form-page"), null);
    await timeline.page.evaluate(() => window.demo?.unmountAll());
    expect(ofTheControl((await quiet(timeline)).pending)).toEqual({});
  });

  test("a control that is mounted again after a destroy works", async () => {
    const timeline = await demo.openOn(undefined, { react, layout: "tree" });
    await timeline.page.evaluate(() => {
      const { host } = window.demo ?? {};
      const place = document.querySelector<HTMLElement>(".control-place");
      host?.unmount();
      if (place) host?.mount(place);
    });
    await timeline.untilRows();
    expect((await timeline.bar(flowOf(0))).bar.family).toBe("ok");
  });
});
