import { REACTS, useDemo } from "./demo";
import { COUNT, flowOf, NOW, startOf } from "./knownRuns";
import type { TimelinePage } from "./timelinePage";

const demo = useDemo();
const HOUR = 3_600_000;
/** The first window: the last 24 hours and a fiftieth more. */
const WINDOW = { from: Date.parse(NOW) - 24 * HOUR, length: 24 * HOUR * 1.02 };

/** A point over the plot, away from edges. */
async function overPlot(timeline: TimelinePage): Promise<{ readonly x: number; readonly y: number }> {
  const { left, top, width, height } = await timeline.box(".fst-plot");
  return { x: Math.round(left + width * 0.6), y: Math.round(top + height * 0.5) };
}

/** px per hour, from two bars whose distance in time is known. */
async function pxPerHour(timeline: TimelinePage, early: number, late: number): Promise<number> {
  const [a, b] = [await timeline.bar(flowOf(early)), await timeline.bar(flowOf(late))];
  return ((b.bar.left - a.bar.left) / (startOf(late) - startOf(early))) * HOUR;
}

describe.each(REACTS)("on React %i", (react) => {
  const open = (search: Readonly<Record<string, string | number>> = {}): Promise<TimelinePage> => demo.openOn(undefined, { react, layout: "tree", ...search });

  test("draws every run of the window where its start is, in the colour of its status family", async () => {
    const timeline = await open();
    const { left, width } = await timeline.box(".fst-plot");
    const rows = await timeline.rows();
    expect(rows.length).toBeGreaterThan(15);
    for (const { index, label, bar } of rows) {
      expect(label).toBe(flowOf(index - 1));
      const expected = left + ((startOf(index - 1) - WINDOW.from) / WINDOW.length) * width;
      // Half a pixel of rounding, and one that a round end does not fill.
      expect(Math.abs((bar?.left ?? NaN) - expected)).toBeLessThanOrEqual(1.5);
    }
    expect(rows.map(({ bar }) => bar?.family).slice(2, 7)).toEqual(["ok", "failed", "ok", "stopped", "ok"]);
  });

  test("the wheel scrolls the rows by what it turns and leaves the axis where it is", async () => {
    const timeline = await open();
    const axis = (): Promise<string> =>
      timeline.page.evaluate(() => {
        const canvas = document.querySelector<HTMLCanvasElement>(".fst-canvas");
        return Array.from(canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, 48).data ?? []).join();
      });
    const before = { axis: await axis(), top: (await timeline.row(flowOf(8))).top };
    await timeline.wheel(await overPlot(timeline), { y: 90 });
    await timeline.eventually("the rows have moved by 90 px", async () => (await timeline.row(flowOf(8))).top, (top) => top === before.top - 90);
    expect(await axis()).toBe(before.axis);
  });

  test("the wheel belongs to the page where the rows end", async () => {
    const timeline = await open();
    const at = await overPlot(timeline);
    await timeline.page.evaluate(() => {
      window.addEventListener("wheel", (event) => document.body.setAttribute("data-wheel", event.defaultPrevented ? "ours" : "the page's"));
    });
    const whose = (): Promise<string | null> => timeline.page.evaluate(() => document.body.getAttribute("data-wheel"));
    await timeline.wheel(at, { y: -60 });
    await timeline.eventually("the top releases the wheel", whose, (one) => one === "the page's");
    await timeline.wheel(at, { y: 60 });
    await timeline.eventually("the middle keeps it", whose, (one) => one === "ours");
    await timeline.wheel(at, { y: 100_000 });
    await timeline.eventually("the last row is reached", async () => (await timeline.rows()).some((one) => one.index === COUNT), Boolean);
    await timeline.wheel(at, { y: 60 });
    await timeline.eventually("the bottom releases the wheel", whose, (one) => one === "the page's");
  });

  test.each([
    ["in", -100, 1.2],
    ["out", 100, 1 / 1.2],
  ])("Ctrl and the wheel zoom %s about the pointer: the instant under it stays", async (_direction, delta, factor) => {
    const timeline = await open();
    const before = await pxPerHour(timeline, 2, 16);
    const { bar } = await timeline.bar(flowOf(9));
    await timeline.wheel({ x: Math.round(bar.left), y: bar.top + 4 }, { y: delta }, "Control");
    const scale = await timeline.eventually("the scale has changed", () => pxPerHour(timeline, 4, 16), (now) => Math.abs(now / before - factor) < 0.01);
    expect(scale / before).toBeCloseTo(factor, 2);
    // A pixel of the pointer's own, and half a one for the rounding of the bar's edge.
    expect(Math.abs((await timeline.bar(flowOf(9))).bar.left - Math.round(bar.left))).toBeLessThanOrEqual(1.5);
  });

  test.each([
    ["Shift and the wheel", { y: 100 }, "Shift" as const],
    ["a horizontal wheel", { x: 100 }, undefined],
  ])("%s pan by what it turns", async (_how, delta, held) => {
    const timeline = await open();
    const before = await timeline.bar(flowOf(12));
    const scale = await pxPerHour(timeline, 8, 16);
    await timeline.wheel(await overPlot(timeline), delta, held);
    await timeline.untilBar(flowOf(12), "has moved left by 100 px", (bar) => Math.abs(bar.left - (before.bar.left - 100)) <= 1);
    expect(await pxPerHour(timeline, 8, 16)).toBeCloseTo(scale, 0);
  });

  test("a drag takes time and rows along with the pointer", async () => {
    const timeline = await open();
    const before = await timeline.bar(flowOf(15));
    const { mouse } = timeline.page;
    const from = await overPlot(timeline);
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(from.x - 40, from.y - 30, { steps: 4 });
    await mouse.move(from.x - 130, from.y - 75, { steps: 4 });
    const during = await timeline.untilBar(flowOf(15), "is 130 px further left", (bar) => Math.abs(bar.left - (before.bar.left - 130)) <= 1);
    expect(during?.top).toBe(before.top - 75);
    await mouse.up();
    expect(await timeline.selected()).toEqual([]);
  });

  test("a resize of the page reaches the control and its canvas, and nothing sticks out", async () => {
    const timeline = await open();
    for (const [width, height] of [[900, 600], [1500, 900], [320, 640]] as const) {
      await timeline.page.setViewportSize({ width, height });
      await timeline.eventually("the control is as wide as the page", () => timeline.box(".fst-root"), (box) => box.left + box.width <= width && box.width > width - 40);
      await timeline.until("the canvas fills the plot", () => {
        const canvas = document.querySelector<HTMLCanvasElement>(".fst-canvas");
        const plot = document.querySelector<HTMLElement>(".fst-plot");
        return canvas?.width === plot?.clientWidth && canvas?.height === plot?.clientHeight;
      }, null);
      expect(await timeline.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const { top, height: own } = await timeline.box(".fst-root");
      expect(top + own).toBeLessThanOrEqual(height);
      expect((await timeline.rows()).filter(({ bar }) => bar !== null).length).toBeGreaterThan(3);
    }
  });

  test("full screen fills the window, and the host's own button brings everything back", async () => {
    const timeline = await open({ chrome: 1 });
    const before = await timeline.box(".fst-root");
    await timeline.choose("More", "Full screen");
    const { width, height } = timeline.page.viewportSize() ?? { width: 0, height: 0 };
    await timeline.eventually("the control fills the window", () => timeline.box(".fst-root"), (box) => box.width === width && box.height === height);
    expect(await timeline.page.evaluate(() => window.demo?.host?.fullScreen)).toBe(true);
    await timeline.page.evaluate(() => window.demo?.host?.exitFullScreen());
    await timeline.eventually("the control has its place again", () => timeline.box(".fst-root"), (box) => JSON.stringify(box) === JSON.stringify(before));
    expect((await timeline.rows()).length).toBeGreaterThan(10);
  });
});
