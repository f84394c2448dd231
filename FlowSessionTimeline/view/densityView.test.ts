/** @jest-environment jsdom */
import { DAY, epochMs } from "../base/brand";
import { guid } from "../domain/run.testing";
import { palette } from "../render/palette";
import { HandResizeObserver } from "../../tests/support/browserParts";
import { chartRig, ChartRig, withBrowserParts } from "../../tests/support/chartRig";
import { dayBins, HandOverview, runAt } from "../../tests/support/timelineRig";
import { TEST_NOW } from "../../tests/support/testClock";
import { Keyboard } from "./keyboard";
import { Minimap } from "./minimap";
import { minimapDom } from "./minimapDom";
import { NewFailures } from "./newFailures";
import { Pointer } from "./pointer";
import { Tooltip } from "./tooltip";

withBrowserParts();

interface DensityRig extends ChartRig { readonly overview: HandOverview; readonly row: () => Element | null; readonly runRows: () => number }

/** Forty days, of which each has a thousand runs and the last one a failure; a few runs of today are loaded. */
async function rigOf(): Promise<DensityRig> {
  const overview = new HandOverview();
  const rig = chartRig({ firstLayout: "tree" }, { overview });
  const strip = document.createElement("div");
  document.body.append(strip);
  rig.chart.minimap = new Minimap(rig.timeline, minimapDom(strip), palette("light", "#0f6cbd"), rig.measure);
  HandResizeObserver.fire();
  rig.source.show(...Array.from({ length: 5 }, (_, n) => runAt(n + 1, 60 + n)));
  overview.show(dayBins(39, Array.from({ length: 40 }, (_, day) => [day === 39 ? 1 : 0, 0, 1000])));
  await rig.frame();
  const { grid } = rig.chart.dom;
  return { ...rig, overview, row: () => grid.querySelector(".fst-density-row"), runRows: () => grid.querySelectorAll(".fst-row").length };
}
async function goBeyond(rig: DensityRig): Promise<void> {
  rig.timeline.setWindow({ fromMs: epochMs(TEST_NOW - 39 * DAY), toMs: TEST_NOW }, true);
  rig.source.serve({ phase: "beyond", received: 0, expected: 40_001 });
  await rig.frame();
}
const note = ({ chart }: ChartRig): string => chart.dom.note.textContent ?? "";

describe("a window with more runs than can be listed", () => {
  it("says so over the columns, and in one row what they hold", async () => {
    const rig = await rigOf();
    expect([rig.row(), rig.runRows(), note(rig)]).toEqual([null, 5, ""]);
    await goBeyond(rig);
    expect(rig.runRows()).toBe(0);
    expect(rig.chart.dom.grid.getAttribute("aria-rowcount")).toBe("1");
    const spoken = rig.row()?.getAttribute("aria-label") ?? "";
    for (const part of ["Status_InWindow|40001", "Density_Family|Family_Failed|1", "Density_Family|Family_Ok|40,000", "Density_Note"]) expect(spoken).toContain(part);
    expect(note(rig)).toBe("Density_Note Density_Column|Spoken_Days|1");
  });

  it("says whose counts these are where they are not of all runs", async () => {
    const rig = await rigOf();
    await goBeyond(rig);
    rig.overview.partial = true;
    rig.overview.show(dayBins(39, [[0, 0, 5]]));
    await rig.frame();
    expect(note(rig)).toMatch(/ · Scope_Partial$/);
    rig.overview.show(null);
    await rig.clock.advance(1000);
    expect(note(rig)).toMatch(/ · Scope_Loaded$/);
    rig.commands.onlyFamily("failed");
    await rig.clock.advance(1000);
    expect(rig.row()?.textContent).not.toContain("Family_Ok");
  });

  it("keeps the focus in the grid, there and back, so that zooming out and in by keys goes on", async () => {
    const rig = await rigOf();
    const keyboard = new Keyboard(rig.timeline, rig.chart, rig.commands, { focusSearch: () => undefined, nextNewFailure: () => new NewFailures(rig.timeline, rig.commands).next() });
    rig.chart.focusRow(guid(2));
    await rig.frame();
    await goBeyond(rig);
    expect(document.activeElement).toBe(rig.row());
    const { window } = rig.timeline.view.state;
    for (const key of ["w", "ArrowDown", "End", "Enter", " "]) document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    await rig.clock.advance(1000);
    expect(rig.timeline.view.state.window).not.toBe(window);
    rig.commands.preset("hours24");
    rig.source.serve({ phase: "reading", received: 0, expected: null });
    await rig.frame();
    await rig.frame();
    expect([rig.row(), note(rig)]).toEqual([null, ""]);
    expect(document.activeElement?.getAttribute("aria-label")).toContain("Run 2");
    keyboard.dispose();
  });

  it("does not take the focus from elsewhere", async () => {
    const rig = await rigOf();
    const input = document.createElement("input");
    document.body.append(input);
    input.focus();
    await goBeyond(rig);
    rig.source.serve({});
    await rig.frame();
    await rig.frame();
    expect(document.activeElement).toBe(input);
  });

  it("tells a column under the pointer, and a click shows its time; one wider than the plot has nothing more to show", async () => {
    const rig = await rigOf();
    const { dom } = rig.chart;
    const pointer = new Pointer(rig.timeline, rig.chart, rig.commands, new Tooltip(rig.timeline, dom.tooltip, dom.root));
    const act = (type: string, clientX: number): void => void dom.canvas.dispatchEvent(Object.assign(new MouseEvent(type, { clientX, clientY: 200, button: 0, bubbles: true }), { pointerId: 1, pointerType: "mouse" }));
    const click = async (x: number): Promise<void> => {
      act("pointerdown", x);
      act("pointerup", x);
      await rig.frame();
    };
    await goBeyond(rig);
    act("pointermove", 990);
    expect(dom.tooltip.textContent).toContain("Runs|1001");
    expect(dom.tooltip.textContent).toContain("Failures|1");
    await click(990);
    const today = Math.floor(TEST_NOW / DAY) * DAY;
    expect(rig.timeline.view.state.window).toEqual({ fromMs: today, toMs: today + DAY });
    await click(500);
    expect(rig.timeline.view.state.window).toEqual({ fromMs: today, toMs: today + DAY });
    pointer.dispose();
  });

  it("hands the focus to the grid while no row is there, and to a row as soon as one is", async () => {
    const rig = await rigOf();
    const { grid } = rig.chart.dom;
    await goBeyond(rig);
    (rig.row() as HTMLElement).focus();
    rig.timeline.setWindow({ fromMs: epochMs(TEST_NOW - 9 * DAY), toMs: epochMs(TEST_NOW - 8 * DAY) }, true);
    rig.source.serve({ phase: "reading", received: 0, expected: null });
    await rig.frame();
    await rig.frame();
    expect([rig.runRows(), document.activeElement]).toEqual([0, grid]);
    rig.source.show(runAt(77, 8.5 * 24 * 60));
    await rig.frame();
    await rig.frame();
    expect(document.activeElement?.getAttribute("aria-label")).toContain("Run 77");
  });
});
