import { useDemo } from "./demo";
import { NOW } from "./knownRuns";
import { clearLedger, leave, rowsRequests, runsInShownWindow, shownCount, shownWindow, untilCounting, untilWhole } from "./serverRuns";
import type { TimelinePage } from "./timelinePage";

const demo = useDemo();
const MILLIONS = { server: 1, size: 2_000_000, now: NOW };
const DAYS_ARE_COUNTED_MS = 90_000;
const HOUR_MS = 3_600_000;

/** Columns that play a role and that the table has, and the id. */
const COLUMNS = [
  "flowsessionid", "startedon", "completedon", "createdon", "modifiedon", "parentdesktopflowrunid", "statuscode", "name", "machineid", "machinegroupid", "regardingobjectid", "runmode", "triggertype",
  "ownerid", "errorcode", "errormessage", "errorinnererror", "sessionusername", "runsessionmode", "subcategory",
];

const untilCounted = (timeline: TimelinePage): Promise<void> =>
  timeline.until("the days of all years are counted", () => document.querySelector(".fst-minimap")?.getAttribute("aria-label") === "Overview of all runs", null, DAYS_ARE_COUNTED_MS);

async function expectTruth(timeline: TimelinePage): Promise<void> {
  const shown = await shownCount(timeline);
  const { least, most } = await runsInShownWindow(timeline);
  expect(shown).toBeGreaterThanOrEqual(least);
  expect(shown).toBeLessThanOrEqual(most);
  expect(most - least).toBeLessThan(5);
}

/** Mounts the control anew and tells how many round trips had been answered when its first rows were drawn, and what it said then. */
function firstSight(timeline: TimelinePage): Promise<{ readonly rounds: number; readonly facts: string; readonly rows: number }> {
  return timeline.page.evaluate(async () => {
    const { host, server } = window.demo ?? {};
    const place = document.querySelector<HTMLElement>(".control-place");
    host?.unmount();
    server?.ledger.clear();
    const seen = new Promise<{ rounds: number; facts: string; rows: number }>((resolve) => {
      const look = (): void => {
        const rows = document.querySelectorAll(".fst-root .fst-row").length;
        if (rows === 0 || document.querySelector(".fst-skeleton")) return void requestAnimationFrame(look);
        const answered = (server?.ledger.entries ?? []).filter(({ answeredAt }) => answeredAt !== null);
        resolve({ rounds: Math.max(0, ...answered.map(({ round }) => round)), facts: document.querySelector(".fst-facts")?.textContent ?? "", rows });
      };
      look();
    });
    if (place) host?.mount(place);
    return seen;
  });
}

test("something true is on screen after one round trip", async () => {
  const timeline = await demo.open({ ...MILLIONS, latency: 1_500 });
  const { rounds, facts, rows } = await firstSight(timeline);
  expect(rounds).toBe(1);
  expect(rows).toBeGreaterThan(5);
  expect(facts).toMatch(/^250 runs in this window · 250 of 5,000 loaded · as of /);
});

test("of two million runs the window is whole after three round trips and two requests for rows, of the listed columns only", async () => {
  const timeline = await demo.open(MILLIONS);
  await untilWhole(timeline);
  const entries = await timeline.page.evaluate(() => (window.demo?.server?.ledger.entries ?? []).map(({ kind, round }) => ({ kind, round })));
  const rows = (await rowsRequests(timeline)).filter(({ isCount, rows }) => !isCount && rows > 0);
  expect(rows.length).toBeLessThanOrEqual(2);
  expect(Math.max(...rows.map(({ round }) => round))).toBeLessThanOrEqual(3);
  for (const { columns } of rows) expect(columns.filter((name) => !COLUMNS.includes(name))).toEqual([]);
  expect(entries.filter(({ kind, round }) => kind === "page" && round === 1).length).toBe(1);
  expect(await shownCount(timeline)).toBeGreaterThan(5000);
  await expectTruth(timeline);
  expect(await leave(timeline)).toEqual({ asked: 0, violations: [] });
});

test("a pan by a tenth of the window asks for no row, and what is shown then is whole and true", async () => {
  const timeline = await demo.open(MILLIONS);
  await untilWhole(timeline);
  await untilCounting(timeline);
  const [before, runsBefore] = [await shownWindow(timeline), await shownCount(timeline)];
  await clearLedger(timeline);
  const { left, top, width } = await timeline.box(".fst-plot");
  await timeline.wheel({ x: left + 300, y: top + 200 }, { x: -Math.round(width / 10) });
  await timeline.eventually("other runs are counted", () => shownCount(timeline), (count) => count !== runsBefore && count > 0);
  await untilWhole(timeline);
  const after = await shownWindow(timeline);
  expect((before.from - after.from) / (before.to - before.from)).toBeCloseTo(0.1, 2);
  expect((await rowsRequests(timeline)).filter(({ isCount }) => !isCount).map(({ rows }) => rows)).toEqual([]);
  await expectTruth(timeline);
});

test("zooming out to everything shows densities and says so, and a preset brings the rows back", async () => {
  const timeline = await demo.open({ ...MILLIONS, chrome: 1 });
  const inTable = Number(/([\d,]+) runs, made up/.exec(await timeline.page.innerText("body"))?.[1]?.replace(/,/g, ""));
  await untilWhole(timeline);
  await untilCounted(timeline);
  await clearLedger(timeline);
  await timeline.focusRows();
  await timeline.press("0");
  await timeline.untilFacts("runs in this window: too many to draw one by one. Zoom in");
  expect(await shownCount(timeline)).toBe(inTable);
  expect(await timeline.page.$$eval(".fst-row", (rows) => rows.length)).toBe(0);
  expect(await timeline.text(".fst-density-cell")).toMatch(/^[\d,]+ runs in this window.*Failed: [\d,]+Open: [\d,]+Succeeded: [\d,]+/);
  expect(await timeline.page.getAttribute(".fst-density-row", "aria-label")).toMatch(/Too many runs to draw one by one\. Zoom in\. One column is /);
  expect(await rowsRequests(timeline)).toEqual([]);
  for (const [preset, least, most] of [["Last hour", 10, 1_000], ["Last 24 hours", 5_000, 8_000], ["Last 7 days", 20_000, 45_000]] as const) {
    await timeline.choose(".fst-window", preset);
    await timeline.eventually(`${preset} has its runs`, () => shownCount(timeline), (count) => count >= least && count <= most);
    await untilWhole(timeline);
    await timeline.until("rows are back", () => document.querySelector(".fst-row") !== null, null);
    if (preset !== "Last hour") continue;
    await timeline.eventually("the minimap's sliders follow", () => shownWindow(timeline), ({ from, to }) => to - from < 2 * HOUR_MS);
    await expectTruth(timeline);
  }
  await timeline.choose(".fst-window", "All runs");
  await timeline.untilFacts("too many to draw one by one");
  expect(await leave(timeline)).toEqual({ asked: 0, violations: [] });
});
