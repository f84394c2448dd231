import { REACTS, useDemo } from "./demo";
import { COUNT, FAILED, flowOf, INNER, NEVER_STARTED, OUTER } from "./knownRuns";
import type { TimelinePage } from "./timelinePage";

const demo = useDemo();

const labels = async (timeline: TimelinePage): Promise<readonly string[]> => (await timeline.rows()).map(({ label }) => label);
const untilLabels = (timeline: TimelinePage, what: string, isGood: (now: readonly string[]) => boolean): Promise<readonly string[]> => timeline.eventually(what, () => labels(timeline), isGood);
const chip = (family: string): string => `.fst-chip.fst-mark-${family}`;

describe.each(REACTS)("on React %i", (react) => {
  const open = (search: Readonly<Record<string, string | number>> = {}): Promise<TimelinePage> => demo.openOn(undefined, { react, layout: "tree", ...search });

  test("the legend counts the families in the window", async () => {
    const timeline = await open();
    const counts = await timeline.page.$$eval(".fst-chip", (chips) => chips.map((one) => [one.className.match(/fst-mark-(\w+)/)?.[1], Number(one.querySelector(".fst-chip-count")?.textContent)]));
    expect(Object.fromEntries(counts)).toEqual({ failed: FAILED.length, open: 2, ok: COUNT - FAILED.length - 4, stopped: 2 });
  });

  test("a click in the legend shows one family alone, another click all again", async () => {
    const timeline = await open();
    await timeline.page.click(chip("failed"));
    await untilLabels(timeline, "the failed runs alone", (now) => now.join() === FAILED.map(flowOf).join());
    await timeline.untilFacts(`${FAILED.length} runs in this window`);
    expect(await timeline.facts()).toContain("filtered");
    await timeline.page.click(chip("failed"));
    await timeline.untilFacts(`${COUNT} runs in this window`);
  });

  test("Ctrl and a click in the legend take a family away and add it again", async () => {
    const timeline = await open();
    await timeline.page.click(chip("ok"), { modifiers: ["Control"] });
    await timeline.untilFacts(`${FAILED.length + 4} runs in this window`);
    await timeline.page.click(chip("stopped"), { modifiers: ["Control"] });
    await timeline.untilFacts(`${FAILED.length + 2} runs in this window`);
    await timeline.page.click(chip("ok"), { modifiers: ["Control"] });
    await timeline.untilFacts(`${COUNT - 2} runs in this window`);
  });

  test("text finds runs by their flow and keeps the ancestors of matches, dimmed and uncounted", async () => {
    const timeline = await open();
    await timeline.page.fill(".fst-search input", "flow 13");
    await untilLabels(timeline, "the match below its ancestors", (now) => now.join() === [OUTER, INNER, 13].map(flowOf).join());
    await timeline.untilFacts("1 run in this window");
    expect(await timeline.page.$$eval(".fst-row[data-dimmed]", (rows) => rows.length)).toBe(2);
    await timeline.page.click(".fst-status >> text=Clear the filter");
    await timeline.untilFacts(`${COUNT} runs in this window`);
    expect(await timeline.page.inputValue(".fst-search input")).toBe("");
  });

  test("another view brings its own rows", async () => {
    const timeline = await open({ chrome: 1 });
    await timeline.page.selectOption(".view-switcher", "failed");
    await untilLabels(timeline, "the view's rows", (now) => now.length === FAILED.length && now[0] === flowOf(FAILED[0]));
    expect(await timeline.facts()).toContain(`all ${FAILED.length} loaded`);
    await timeline.page.selectOption(".view-switcher", "all");
    await timeline.untilFacts(`all ${COUNT} loaded`);
  });

  test("the layout menu goes from the tree to tracks and back", async () => {
    const timeline = await open();
    await timeline.choose(".fst-layout", "By machine");
    await untilLabels(timeline, "a track per machine", (now) => ["VM-0", "VM-1", "VM-2"].every((name) => now.includes(name)));
    expect((await timeline.row("VM-1")).name).toContain("16 runs");
    await timeline.choose(".fst-layout", "By status");
    await untilLabels(timeline, "a track per status", (now) => ["Succeeded", "Failed", "Cancelled"].every((name) => now.includes(name)));
    await timeline.choose(".fst-layout", "Tree");
    await untilLabels(timeline, "the tree", (now) => now[0] === flowOf(0));
  });

  test("the chosen layout is remembered when the control comes back", async () => {
    const timeline = await open();
    await timeline.choose(".fst-layout", "By machine");
    await untilLabels(timeline, "a track per machine", (now) => now.includes("VM-0"));
    await timeline.page.evaluate(() => window.demo?.update({ theme: "dark", zone: "UTC" }));
    await timeline.untilRows();
    await untilLabels(timeline, "a track per machine", (now) => now.includes("VM-0"));
  });

  test("a window of the menu ends now and holds what its name says", async () => {
    const timeline = await open();
    await timeline.choose(".fst-window", "Last 6 hours");
    // 28 minutes apart: thirteen begin in the last six hours, and one from before reaches into them.
    await untilLabels(timeline, "runs of six hours", (now) => now.length <= 14 && now[now.length - 1] === flowOf(COUNT - 1));
  });

  test("the failure before goes backward in time from failure to failure", async () => {
    const timeline = await open();
    const failures = [NEVER_STARTED, ...FAILED.filter((one) => one !== NEVER_STARTED).reverse()];
    for (const index of failures.slice(0, 3)) {
      await timeline.page.click(".fst-toolbar button[aria-label='Go to the failure before']");
      await timeline.eventually(`the panel tells of ${flowOf(index)}`, () => timeline.text(".fst-side-title"), (title) => title === flowOf(index));
      await timeline.eventually("its row is in view", () => labels(timeline), (now) => now.includes(flowOf(index)));
    }
  });
});
