import type { BrowserContextOptions } from "playwright-core";
import { useDemo } from "./demo";
import { staircase } from "./knownRuns";
import { recordNames } from "./probe";
import type { TimelinePage } from "./timelinePage";

/** Two pages that are compared must not differ by the milliseconds that lie between them. */
function stopClock(): void {
  const at = Date.now();
  Date.now = () => at;
}

const workers = useDemo(null, [stopClock]);
const pages = useDemo(null, [stopClock, recordNames]);
const forbidden = useDemo(null, [stopClock, forbidWorkers]);
const ownFonts = useDemo(null, [stopClock, widenTexts]);

function forbidWorkers(): void {
  window.Worker = class {
    public constructor() {
      throw new DOMException("Refused to create a worker from a blob.", "SecurityError");
    }
  } as unknown as typeof Worker;
}

/** As a font does that only the page has loaded. */
function widenTexts(): void {
  const { prototype } = CanvasRenderingContext2D;
  const measure = prototype.measureText;
  prototype.measureText = function (this: CanvasRenderingContext2D, text: string) {
    return { width: measure.call(this, text).width * 1.1 } as TextMetrics;
  };
}

type Search = Readonly<Record<string, string | number>>;

const untilAway = (timeline: TimelinePage): Promise<void> => timeline.until("a worker draws", () => document.querySelectorAll(".fst-twin").length === 2 && document.querySelector<HTMLElement>(".fst-canvas")?.style.opacity === "0", null);
const picture = (timeline: TimelinePage): Promise<string> => timeline.page.locator(".fst-chart").screenshot().then((image) => image.toString("base64"));

async function openInWorker(search: Search, context?: BrowserContextOptions): Promise<TimelinePage> {
  const timeline = await workers.openOn(staircase, search, context);
  await untilAway(timeline);
  return timeline;
}

/** Scrolls, zooms, and selects what the pointer is on. */
async function use(timeline: TimelinePage): Promise<void> {
  const { left, top } = await timeline.box(".fst-plot");
  const at = { x: left + 200, y: top + 150 };
  for (const y of [90, 37, 400, -33]) await timeline.wheel(at, { y });
  await timeline.wheel(at, { y: -120 }, "Control");
  await timeline.page.mouse.click(at.x, at.y);
  await timeline.page.mouse.move(at.x, at.y + 60);
  // The rows are brought where they are drawn, and gestures end.
  await timeline.page.waitForTimeout(600);
}

/** What is on screen in the end: a worker's picture may come a frame later. */
async function expectSame(one: TimelinePage, other: TimelinePage): Promise<void> {
  const wanted = await picture(other);
  await one.eventually("both show the same, pixel by pixel", async () => (await picture(one)) === wanted, (isSame) => isSame);
}

test.each<[string, Search, BrowserContextOptions]>([
  ["the tree", { layout: "tree" }, {}],
  ["the tree in the dark, at 1.5 device pixels to a pixel", { layout: "tree", theme: "dark" }, { deviceScaleFactor: 1.5 }],
  ["the tree from right to left", { layout: "tree", rtl: 1 }, {}],
  ["packed tracks", { layout: "machine" }, {}],
  ["packed tracks at 2 device pixels to a pixel", { layout: "machine" }, { deviceScaleFactor: 2 }],
])("a worker draws what the page would: %s", async (_what, search, context) => {
  const [inWorker, inPage] = [await openInWorker(search, context), await pages.openOn(staircase, search, context)];
  const first = await picture(inPage);
  await expectSame(inWorker, inPage);
  await use(inWorker);
  await use(inPage);
  expect(await picture(inPage)).not.toBe(first);
  await expectSame(inWorker, inPage);
});

test("a picture of another size is drawn by the page, at once, and then by the worker again", async () => {
  const [inWorker, inPage] = [await openInWorker({ layout: "tree" }), await pages.openOn(staircase, { layout: "tree" })];
  const size = { width: 900, height: 700 };
  await inPage.page.setViewportSize(size);
  await inWorker.page.setViewportSize(size);
  await inWorker.until("the page draws", () => document.querySelectorAll(".fst-twin").length === 0 && document.querySelector<HTMLElement>(".fst-canvas")?.style.opacity === "", null);
  await expectSame(inWorker, inPage);
  await untilAway(inWorker);
  expect(inWorker.page.workers()).toHaveLength(1);
  await expectSame(inWorker, inPage);
});

test("where the host's policy forbids such workers the page draws all", async () => {
  const [timeline, inPage] = [await forbidden.openOn(staircase, { layout: "tree" }), await pages.openOn(staircase, { layout: "tree" })];
  // Longer than until a worker would be started.
  await timeline.page.waitForTimeout(2_000);
  await use(timeline);
  await use(inPage);
  await expectSame(timeline, inPage);
  expect(await timeline.page.evaluate(() => document.querySelectorAll(".fst-twin").length)).toBe(0);
});

test("where the page has fonts that a worker has not the page draws all", async () => {
  const timeline = await ownFonts.openOn(staircase, { layout: "tree" });
  await timeline.until("a worker was asked", () => document.querySelectorAll(".fst-twin").length === 2, null);
  await timeline.until("the page draws", () => document.querySelectorAll(".fst-twin").length === 0, null);
  await timeline.eventually("the worker has ended", () => Promise.resolve(timeline.page.workers().length), (count) => count === 0);
  expect(await timeline.page.evaluate(() => document.querySelector<HTMLElement>(".fst-canvas")?.style.opacity)).toBe("");
});

test("the worker ends with the control", async () => {
  const timeline = await openInWorker({ layout: "tree" });
  expect(timeline.page.workers()).toHaveLength(1);
  await timeline.page.evaluate(() => window.demo?.host?.unmount());
  await timeline.eventually("the worker has ended", () => Promise.resolve(timeline.page.workers().length), (count) => count === 0);
});

test("what the graphics processor has lost is drawn again, at once", async () => {
  const timeline = await pages.openOn(staircase, { layout: "tree" });
  await use(timeline);
  const wanted = await timeline.page.locator(".fst-root").screenshot();
  await timeline.page.evaluate(() => {
    for (const canvas of document.querySelectorAll("canvas")) {
      const { width } = canvas;
      canvas.width = width;
      canvas.dispatchEvent(new Event("contextrestored"));
    }
  });
  expect((await timeline.page.locator(".fst-root").screenshot()).equals(wanted)).toBe(true);
});
