import { REACTS, useDemo } from "./demo";
import { flowOf, NOW, startOf } from "./knownRuns";
import type { TimelinePage } from "./timelinePage";

const demo = useDemo();
const HOUR = 3_600_000;

interface Brush { readonly left: number; readonly right: number; readonly top: number; readonly height: number }

const part = (index: 0 | 1 | 2): string => `.fst-minimap [role=slider]:nth-of-type(${index + 1})`;
const WINDOW = part(0);

async function brushOf(timeline: TimelinePage): Promise<Brush> {
  const { left, top, width, height } = await timeline.box(".fst-brush");
  return { left, right: left + width, top, height };
}
/** The window as the sliders say it, epoch seconds. */
const ends = (timeline: TimelinePage): Promise<readonly number[]> =>
  timeline.page.evaluate(() => [".fst-brush-from", ".fst-brush-to"].map((one) => Number(document.querySelector(one)?.getAttribute("aria-valuenow"))));
const untilEnds = (timeline: TimelinePage, what: string, isGood: (from: number, to: number) => boolean): Promise<readonly number[]> =>
  timeline.eventually(`the sliders say ${what}`, () => ends(timeline), ([from, to]) => isGood(from, to));

async function drag(timeline: TimelinePage, fromX: number, toX: number, y: number): Promise<void> {
  const { mouse } = timeline.page;
  await mouse.move(fromX, y);
  await mouse.down();
  await mouse.move((fromX + toX) / 2, y, { steps: 3 });
  await mouse.move(toX, y, { steps: 3 });
  await mouse.up();
}

/** Pixels of the minimap's canvas that are strongly red, as failures are. */
const redPixels = (timeline: TimelinePage): Promise<number> =>
  timeline.page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>(".fst-minimap-canvas");
    const { data } = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    let count = 0;
    for (let i = 0; i < data.length; i += 4) if (data[i] > 180 && data[i + 1] < 40 && data[i + 2] < 60) count++;
    return count;
  });

describe.each(REACTS)("on React %i", (react) => {
  const open = async (search: Readonly<Record<string, string | number>> = {}): Promise<TimelinePage> => {
    const timeline = await demo.openOn(undefined, { react, layout: "tree", window: "hours6", ...search });
    await timeline.until("the minimap shows the window", () => document.querySelector(".fst-minimap:not(.fst-minimap-empty) .fst-brush") !== null, null);
    return timeline;
  };

  test.each([0, 1])("a drag of the brush moves the window, its end resizes it, also from right to left (rtl=%i)", async (rtl) => {
    const timeline = await open({ rtl });
    const [from, to] = await untilEnds(timeline, "six hours that end now", (a, b) => Math.abs(b - a - 6 * 3600 * 1.02) < 2);
    const brush = await brushOf(timeline);
    const y = brush.top + brush.height / 2;
    const width = brush.right - brush.left;
    const secondsPerPx = (to - from) / width;
    // The brush is drawn in whole pixels: over 200 of them its width is that much off, at most.
    const slack = (200 / width + 3) * secondsPerPx;
    await drag(timeline, (brush.left + brush.right) / 2, (brush.left + brush.right) / 2 - 200, y);
    const moved = await untilEnds(timeline, "an earlier window", (a) => Math.abs(a - (from - 200 * secondsPerPx)) < slack);
    expect(moved[1] - moved[0]).toBe(to - from);
    await timeline.untilBar(flowOf(30), "is in the window", (bar) => bar.right > bar.left);
    const after = await brushOf(timeline);
    expect(Math.abs(after.left - (brush.left - 200))).toBeLessThanOrEqual(1.5);
    await drag(timeline, after.left, after.left - 100, y);
    const wider = await untilEnds(timeline, "an earlier start", (a) => Math.abs(a - (moved[0] - 100 * secondsPerPx)) < slack);
    expect(wider[1]).toBe(moved[1]);
  });

  test("a click brings the window there, a drag beside the brush draws another, a double click shows all", async () => {
    const timeline = await open();
    const { left, width } = await timeline.box(".fst-minimap");
    const [from, to] = await ends(timeline);
    const y = (await brushOf(timeline)).top + 10;
    await timeline.page.mouse.click(left + width * 0.3, y);
    await timeline.eventually("the brush is there", () => brushOf(timeline), (one) => Math.abs((one.left + one.right) / 2 - (left + width * 0.3)) < 1.5);
    await untilEnds(timeline, "a window as long as before", (a, b) => a < from && Math.abs(b - a - (to - from)) <= 1);
    await drag(timeline, left + width * 0.6, left + width * 0.8, y);
    await timeline.eventually("the brush is what was drawn", () => brushOf(timeline), (one) => Math.abs(one.left - (left + width * 0.6)) < 1.5 && Math.abs(one.right - (left + width * 0.8)) < 1.5);
    await timeline.page.mouse.dblclick(left + width * 0.1, y);
    await untilEnds(timeline, "all runs", (a, b) => a * 1000 <= startOf(0) && b * 1000 >= Date.parse(NOW));
  });

  test("keys move the window and its ends, and say where they are", async () => {
    const timeline = await open();
    const [from, to] = await ends(timeline);
    await timeline.page.focus(WINDOW);
    await timeline.press("ArrowLeft");
    const [earlier, end] = await untilEnds(timeline, "a tenth earlier", (a, b) => Math.abs(from - a - (to - from) / 10) <= 1 && Math.abs(to - b - (to - from) / 10) <= 1);
    const said = await timeline.page.getAttribute(WINDOW, "aria-valuetext");
    await timeline.eventually("the toolbar says the same", () => timeline.text(".fst-window"), (text) => text === said);
    await timeline.page.focus(part(2));
    await timeline.press("End");
    await untilEnds(timeline, "a later end, the same start", (a, b) => a === earlier && b > end);
    await timeline.press("Shift+Tab");
    await timeline.press("Home");
    await untilEnds(timeline, "the first run", (a) => a * 1000 <= startOf(0) && a * 1000 > startOf(0) - HOUR);
  });

  test("failures are seen over the whole extent, and only those that the filter lets through", async () => {
    const timeline = await open();
    await timeline.eventually("failures are red", () => redPixels(timeline), (count) => count > 10);
    await timeline.page.click(".fst-chip.fst-mark-ok");
    await timeline.eventually("no failure is left", () => redPixels(timeline), (count) => count === 0);
  });

  test("is gone where the control is narrow", async () => {
    const timeline = await open();
    await timeline.page.setViewportSize({ width: 600, height: 700 });
    await timeline.until("the minimap is gone", () => document.querySelector<HTMLElement>(".fst-minimap")?.offsetHeight === 0, null);
    await timeline.page.setViewportSize({ width: 700, height: 700 });
    await timeline.until("it is back, as wide as the control lets it be", () => {
      const [map, canvas] = [".fst-minimap", ".fst-minimap-canvas"].map((one) => document.querySelector<HTMLElement>(one));
      // With the margins at either side, into which the brush's grips reach.
      return map?.offsetHeight === 44 && canvas?.clientWidth === map.clientWidth + 16 && map.clientWidth > 600;
    }, null);
  });
});
