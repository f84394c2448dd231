import { readFileSync } from "node:fs";
import type { AxeResults } from "axe-core";
import { useDemo } from "./demo";
import { COUNT, flowOf, INNER, OUTER } from "./knownRuns";
import { untilWhole } from "./serverRuns";
import type { TimelinePage } from "./timelinePage";

const demo = useDemo();
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Violations inside the control, told by rule and element. */
async function violations(timeline: TimelinePage): Promise<readonly string[]> {
  await timeline.frame();
  await timeline.page.evaluate(axe);
  const results = await timeline.page.evaluate(async () => {
    const { axe: loaded } = window as unknown as { axe: { run(context: unknown): Promise<AxeResults> } };
    return loaded.run({ include: [[".fst-root"]] });
  });
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)}: ${failureSummary ?? ""}`));
}

type Look = Readonly<Record<string, string | number>>;
const LOOKS: readonly (readonly [string, Look])[] = [
  ["light", { theme: "light" }],
  ["dark", { theme: "dark" }],
  ["right to left", { rtl: 1 }],
  ["without a theme of the host", { theme: "none" }],
];

describe.each(LOOKS)("axe finds nothing to object to: %s", (_name, look) => {
  const open = (search: Look = {}): Promise<TimelinePage> => demo.open({ size: 200, now: "2026-03-10T12:00:00Z", layout: "tree", ...look, ...search });

  test("the tree, with a failed run's details", async () => {
    const timeline = await open();
    expect(await violations(timeline)).toEqual([]);
    await timeline.page.click(".fst-toolbar button[aria-label='Go to the failure before']");
    await timeline.element(".fst-side .fst-why");
    expect(await violations(timeline)).toEqual([]);
  });

  test("tracks", async () => {
    const timeline = await open({ layout: "machine" });
    expect(await violations(timeline)).toEqual([]);
  });

  test("help and notes", async () => {
    const timeline = await open();
    await timeline.focusRows();
    await timeline.press("?");
    await timeline.element(".fst-side .fst-keys");
    expect(await violations(timeline)).toEqual([]);
    await timeline.page.click(".fst-status >> text=/data notes?/");
    await timeline.eventually("the notes are open", () => timeline.text(".fst-side-title"), (title) => title === "Data notes");
    expect(await violations(timeline)).toEqual([]);
  });

  test("filtered, selected, and with nothing found", async () => {
    const timeline = await open();
    await timeline.page.click(".fst-chip.fst-mark-failed");
    await timeline.untilFacts("filtered");
    await timeline.page.click(".fst-row");
    await timeline.element(".fst-side");
    expect(await violations(timeline)).toEqual([]);
    await timeline.page.fill(".fst-search input", "no run has this name");
    await timeline.element(".fst-message");
    expect(await violations(timeline)).toEqual([]);
  });

  test("densities, and what keeps runs from coming", async () => {
    const timeline = await demo.open({ server: 1, size: 300_000, now: "2026-03-10T12:00:00Z", ...look });
    await untilWhole(timeline);
    await timeline.until("the days of all years are counted", () => document.querySelector(".fst-minimap")?.getAttribute("aria-label") === "Overview of all runs", null, 60_000);
    const meet = (fault: "slow" | "busy"): Promise<unknown> => timeline.page.evaluate((name) => window.demo?.update({ fault: name }), fault);
    await meet("slow");
    await timeline.focusRows();
    // Away from what has been read, beyond its margin.
    for (let step = 0; step < 4; step++) await timeline.press("a");
    await timeline.element(".fst-status button:has-text('Stop')");
    expect(await violations(timeline)).toEqual([]);
    await timeline.page.click(".fst-status button:has-text('Stop')");
    await meet("busy");
    await timeline.page.click(".fst-status button:has-text('Read on')");
    await timeline.element(".fst-status button:has-text('Try again')");
    expect(await violations(timeline)).toEqual([]);
    await timeline.focusRows();
    await timeline.press("0");
    await timeline.element(".fst-density-row");
    expect(await violations(timeline)).toEqual([]);
  });

  test("on a phone's width", async () => {
    const timeline = await demo.open({ size: 200, now: "2026-03-10T12:00:00Z", layout: "tree", ...look }, { viewport: { width: 320, height: 640 } });
    expect(await violations(timeline)).toEqual([]);
  });
});

test("forced colours keep every row readable", async () => {
  const timeline = await demo.openOn(undefined, { layout: "tree" }, { forcedColors: "active" });
  expect(await violations(timeline)).toEqual([]);
  await timeline.until("the control wears the user's colours", () => document.querySelector(".fst-root.fst-highContrast"), null);
});

describe("the treegrid", () => {
  const attribute = (timeline: TimelinePage, name: string): Promise<string | null> => timeline.page.getAttribute(".fst-grid", name);

  test("knows how many rows there are, whatever is in view or collapsed", async () => {
    const timeline = await demo.openOn(undefined, { layout: "tree" });
    expect(await attribute(timeline, "role")).toBe("treegrid");
    expect(await attribute(timeline, "aria-rowcount")).toBe(String(COUNT));
    expect(await timeline.page.$$eval(".fst-row", (rows) => rows.length)).toBeLessThan(COUNT);
    await timeline.choose("More", "Collapse all");
    await timeline.eventually("three rows fewer", () => attribute(timeline, "aria-rowcount"), (count) => count === String(COUNT - 3));
  });

  test("numbers rows, levels and branches rightly while it scrolls", async () => {
    const timeline = await demo.openOn(undefined, { layout: "tree" });
    const { left, top } = await timeline.box(".fst-plot");
    for (const delta of [0, 111, 222, 333]) {
      await timeline.wheel({ x: left + 200, y: top + 200 }, { y: delta });
      await timeline.frame();
      for (const { index, label, level, expanded } of await timeline.rows()) {
        expect(label).toBe(flowOf(index - 1));
        expect([label, level]).toEqual([label, index - 1 === 13 ? 3 : [11, INNER].includes(index - 1) ? 2 : 1]);
        expect([label, expanded]).toEqual([label, [OUTER, INNER].includes(index - 1) ? "true" : null]);
      }
    }
  });

  test("has its rows in the DOM in the order in which they are read, as soon as they rest", async () => {
    const timeline = await demo.openOn(undefined, { layout: "tree" });
    await timeline.focusRows();
    const { left, top } = await timeline.box(".fst-plot");
    for (const delta of [0, 95, 400, -250, 333, -2000]) {
      await timeline.wheel({ x: left + 200, y: top + 200 }, { y: delta });
      await timeline.frame();
      const order = (): Promise<number[]> => timeline.page.$$eval(".fst-rows [role=row]", (rows) => rows.map((row) => Number(row.getAttribute("aria-rowindex"))));
      await timeline.eventually("rows stand in their order", order, (indices) => indices.every((one, at) => at === 0 || one > (indices[at - 1] ?? NaN)));
    }
  });

  test("says of each run its flow, status, start in the user's zone, and duration in words", async () => {
    const timeline = await demo.openOn(undefined, { layout: "tree", zone: "Asia/Kolkata" });
    // Kolkata is five and a half hours ahead of UTC: the first run started at 13:00 UTC.
    expect((await timeline.row(flowOf(0))).name).toMatch(/^Flow 00, Succeeded, started 3\/9\/2026 6:30(:00)? PM, took 14 minutes, VM-0$/);
    expect((await timeline.row(flowOf(3))).name).toMatch(/^Flow 03, Failed, started 3\/9\/2026 7:54(:00)? PM, took 14 minutes, VM-0$/);
    await timeline.focusRows();
    await timeline.press("End");
    await timeline.eventually("the last row is in view", () => timeline.rows(), (rows) => rows.some(({ index }) => index === COUNT));
    expect((await timeline.row(flowOf(COUNT - 1))).name).toMatch(/^Flow 47, Running, started 3\/10\/2026 4:26(:00)? PM, running for 1 hour 4 minutes, VM-2$/);
    expect((await timeline.row(flowOf(COUNT - 2))).name).toMatch(/^Flow 46, Waiting, waiting since 3\/10\/2026 3:58(:00)? PM, waited 1 hour 32 minutes, VM-1$/);
  });
});
