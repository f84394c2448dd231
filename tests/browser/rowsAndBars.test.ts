import { useDemo } from "./demo";
import { staircase } from "./knownRuns";
import type { BarOnScreen, FrameReport } from "./probe";
import type { TimelinePage } from "./timelinePage";

const demo = useDemo();
/** What the issue allows between a label and its bar. */
const HALF_A_PIXEL = 0.5;

/** Where each row's bar is while nothing moves: by aria-rowindex. Ends at the top again. */
async function barsAtRest(timeline: TimelinePage): Promise<Readonly<Record<number, BarOnScreen>>> {
  const known: Record<number, BarOnScreen> = {};
  await timeline.focusRows();
  for (let last = 0; last < staircase.length; ) {
    const rows = await timeline.eventually("the next rows are in view", () => timeline.rows(), (now) => (now[now.length - 1]?.index ?? 0) >= last);
    for (const { index, bar } of rows) if (bar) known[index] = bar;
    last = rows[rows.length - 1]?.index ?? 0;
    if (last === staircase.length) break;
    await timeline.press("PageDown");
    // The first page may end with a row that is cut, and the key only uncovers the rest of it.
    for (let frame = 0; frame < 3; frame++) await timeline.frame();
  }
  await timeline.press("Home");
  await timeline.eventually("the first row is in view", () => timeline.rows(), (rows) => rows[0]?.index === 1);
  expect(Object.keys(known)).toHaveLength(staircase.length);
  return known;
}

async function sampled(timeline: TimelinePage, known: Readonly<Record<number, BarOnScreen>>, scroll: () => Promise<void>): Promise<FrameReport> {
  await timeline.page.evaluate((bars) => window.fstProbe?.startSampling(bars), known);
  await scroll();
  const report = await timeline.page.evaluate(() => window.fstProbe?.stopSampling());
  if (!report) throw new Error("Nothing was sampled.");
  return report;
}

function expectTogether(report: FrameReport): void {
  expect(report.lost).toEqual([]);
  expect(report.worstPx).toBeLessThanOrEqual(HALF_A_PIXEL);
  expect(report.moved).toBeGreaterThanOrEqual(8);
  expect(report.compared).toBeGreaterThan(report.moved * 15);
}

describe.each([1, 1.5])("at %d device pixels to a pixel", (deviceScaleFactor) => {
  const open = (): Promise<TimelinePage> => demo.openOn(staircase, { layout: "tree" }, { deviceScaleFactor });

  test("in every painted frame of a scroll by wheel each label has its own bar beside it", async () => {
    const timeline = await open();
    const known = await barsAtRest(timeline);
    const { left, top } = await timeline.box(".fst-plot");
    const report = await sampled(timeline, known, async () => {
      for (const delta of [13, 37, 120, 301, 750, 999, -64, -500, 77, 1203, -38, -2000]) {
        await timeline.wheel({ x: left + 300, y: top + 300 }, { y: delta });
        await timeline.frame();
      }
    });
    expectTogether(report);
  });

  test("in every painted frame of a scroll by the scrollbar each label has its own bar beside it", async () => {
    const timeline = await open();
    const known = await barsAtRest(timeline);
    const { left, top, width } = await timeline.box(".fst-scrollbar");
    const report = await sampled(timeline, known, async () => {
      // Headless browsers draw no thumb to hold: its places are set instead, as a drag sets them, and the wheel over the bar scrolls it natively.
      for (const share of [0.01, 0.02, 0.05, 0.06, 0.2, 0.43, 0.8, 1, 0.97, 0.5, 0.51, 0.1, 0]) {
        await timeline.page.evaluate((at) => {
          const bar = document.querySelector(".fst-scrollbar")?.shadowRoot?.querySelector("[part=bar]");
          if (bar) bar.scrollTop = at * (bar.scrollHeight - bar.clientHeight);
        }, share);
        await timeline.frame();
      }
      for (const delta of [60, 333, 1200]) {
        const firstLabel = async (): Promise<string | undefined> => (await timeline.rows())[0]?.label;
        const before = await firstLabel();
        await timeline.wheel({ x: left + width / 2, y: top + 100 }, { y: delta });
        await timeline.eventually("the rows follow", firstLabel, (now) => now !== before);
      }
    });
    expectTogether(report);
  });
});

test("the page hears nothing of a scroll by the scrollbar: a listener of its own would take a part of every frame", async () => {
  const timeline = await demo.openOn(staircase, { layout: "tree" });
  const heard = await timeline.page.evaluate(async () => {
    const types: string[] = [];
    const note = (event: Event): void => void types.push(event.type);
    const bar = document.querySelector(".fst-scrollbar")?.shadowRoot?.querySelector("[part=bar]");
    document.addEventListener("scroll", note, true);
    const scrolled = new Promise((resolve) => bar?.addEventListener("scroll", resolve, { once: true }));
    if (bar) bar.scrollTop = 60;
    await scrolled;
    document.removeEventListener("scroll", note, true);
    return types;
  });
  expect(heard).toEqual([]);
});

test("the measure sees labels that are a pixel off their bars, rows that have another's, and rows that say another name", async () => {
  const timeline = await demo.openOn(staircase, { layout: "tree" });
  const known = await barsAtRest(timeline);
  const spoiled = async (css: string): Promise<FrameReport> => {
    const style = await timeline.page.addStyleTag({ content: `/* spoiled */ ${css}` });
    const report = await sampled(timeline, known, () => timeline.frame());
    await style.evaluate((element) => (element as Element).remove());
    return report;
  };
  expect((await spoiled(".fst-names { margin-top: 1px; }")).worstPx).toBe(1);
  expect((await spoiled(".fst-names { margin-top: 30px; }")).lost).not.toEqual([]);
  expect(await spoiled("")).toMatchObject({ worstPx: 0, lost: [] });
  await timeline.page.$eval(".fst-row", (row) => row.setAttribute("aria-label", "Another name"));
  expect((await spoiled("")).lost).not.toEqual([]);
});
