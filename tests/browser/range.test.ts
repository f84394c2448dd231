import { REACTS, useDemo } from "./demo";
import { flowOf, NOW, startOf } from "./knownRuns";
import type { TimelinePage } from "./timelinePage";

const demo = useDemo();
const HOUR = 3_600_000;
/** The first window: the last 24 hours and a fiftieth more. */
const WINDOW = { from: Date.parse(NOW) - 24 * HOUR, length: 24 * HOUR * 1.02 };

interface Place {
  readonly x: number;
  readonly y: number;
}

/** A place over the plot, as shares of its width and height. */
async function overPlot(timeline: TimelinePage, across: number, down: number): Promise<Place> {
  const { left, top, width, height } = await timeline.box(".fst-plot");
  return { x: Math.round(left + width * across), y: Math.round(top + height * down) };
}

async function drag(timeline: TimelinePage, from: Place, to: Place): Promise<void> {
  const { keyboard, mouse } = timeline.page;
  await keyboard.down("Shift");
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(to.x, to.y, { steps: 3 });
}

async function letGo(timeline: TimelinePage): Promise<void> {
  await timeline.page.mouse.up();
  await timeline.page.keyboard.up("Shift");
}

const veiled = (timeline: TimelinePage): Promise<boolean> => timeline.page.evaluate(() => document.querySelector(".fst-range.fst-shown") !== null);

/** Opens the panel with the two ends and writes into it. */
async function write(timeline: TimelinePage, entry: string, from: string, to: string): Promise<void> {
  await timeline.choose(".fst-window", entry);
  await timeline.until("the first end has the focus", () => document.activeElement === document.querySelector(".fst-range-form input"), null);
  await timeline.page.keyboard.press("Control+a");
  await timeline.page.keyboard.type(from);
  await timeline.page.keyboard.press("Tab");
  await timeline.page.keyboard.press("Control+a");
  await timeline.page.keyboard.type(to);
  await timeline.page.keyboard.press("Enter");
}

const isShut = (timeline: TimelinePage): Promise<void> => timeline.until("the panel is shut", () => document.querySelector(".fst-range-form") === null, null);

describe.each(REACTS)("on React %i", (react) => {
  const open = (search: Readonly<Record<string, string | number>> = {}): Promise<TimelinePage> => demo.openOn(undefined, { react, layout: "tree", ...search });

  test.each([
    ["left to right", 0, 0.25, 0.75],
    ["from its end to its start", 0, 0.75, 0.25],
    ["in a page from right to left", 1, 0.25, 0.75],
  ])("Shift and drag shows exactly the range under the veil: %s", async (_title, rtl, begin, end) => {
    const timeline = await open({ rtl });
    const plot = await timeline.box(".fst-plot");
    const from = await overPlot(timeline, begin, 0.5);
    const to = await overPlot(timeline, end, 0.55);
    await drag(timeline, from, to);
    const veil = await timeline.box(".fst-range.fst-shown");
    expect([veil.left, veil.width]).toEqual([Math.min(from.x, to.x), Math.abs(to.x - from.x)]);
    expect(await timeline.text(".fst-range")).toMatch(/^12 h 1[345] min$/);
    await letGo(timeline);
    const msPerPx = (WINDOW.length / plot.width) * (veil.width / plot.width);
    const fromMs = WINDOW.from + ((veil.left - plot.left) / plot.width) * WINDOW.length;
    const index = 20;
    await timeline.untilBar(flowOf(index), "lies where the range puts it", (bar) => Math.abs(bar.left - (plot.left + (startOf(index) - fromMs) / msPerPx)) <= 1.5);
    expect(await veiled(timeline)).toBe(false);
  });

  test("Escape calls a range off, and what was under it stays as it was", async () => {
    const timeline = await open();
    const before = await timeline.bar(flowOf(12));
    await drag(timeline, await overPlot(timeline, 0.3, 0.5), await overPlot(timeline, 0.6, 0.5));
    expect(await veiled(timeline)).toBe(true);
    await timeline.press("Escape");
    expect(await veiled(timeline)).toBe(false);
    await letGo(timeline);
    await timeline.frame();
    expect(await timeline.bar(flowOf(12))).toEqual(before);
  });

  test("a custom range is written on the user's clock and shown on Enter; Escape leaves all as it was", async () => {
    const timeline = await open();
    await write(timeline, "Custom range", "3/10/2026 2:00:00 AM", "3/10/2026 4:00 am");
    await isShut(timeline);
    await timeline.eventually("the window is that", () => timeline.text(".fst-window"), (text) => /2:00 AM.*3:59 AM/.test(text));
    expect(await timeline.page.evaluate(() => document.activeElement?.classList.contains("fst-window"))).toBe(true);
    await timeline.choose(".fst-window", "Custom range");
    await timeline.until("the ends are those of the window", () => Array.from(document.querySelectorAll<HTMLInputElement>(".fst-range-form input"), (input) => input.value).join() === "3/10/2026 2:00:00 AM,3/10/2026 4:00:00 AM", null);
    await timeline.press("Escape");
    await isShut(timeline);
    expect(await timeline.text(".fst-window")).toMatch(/2:00 AM.*3:59 AM/);
  });

  test.each([
    ["en", "Custom range", "tomorrow", "3/10/2026", "This is no date and time. Write it like this: 3/9/2026 "],
    ["en", "Custom range", "3/10/2026 4 AM", "3/10/2026 3 AM", "The end must be later than the start."],
    ["de", "Eigener Zeitraum", "10.03.2026", "31.02.2026", "Das ist kein Datum mit Uhrzeit. So wird es geschrieben: 10.03.2026 "],
  ])("what is wrong with a range is said, and nothing moves: %s %#", async (lang, entry, from, to, said) => {
    const timeline = await open({ lang });
    const before = await timeline.text(".fst-window");
    await write(timeline, entry, from, to);
    await timeline.until("it is said", (text) => document.querySelector(".fst-range-form")?.textContent?.includes(text), said);
    expect(await timeline.text(".fst-window")).toBe(before);
    await timeline.press("Escape");
    await isShut(timeline);
  });
});
