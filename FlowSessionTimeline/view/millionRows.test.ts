/** @jest-environment jsdom */
import { epochMs } from "../base/brand";
import { aRun, guid, named } from "../domain/run.testing";
import { AXIS_PX, ROW_PX } from "../layout/measures";
import { chartRig, ChartRig, withBrowserParts } from "../../tests/support/chartRig";
import { TEST_NOW } from "../../tests/support/testClock";
import { Keyboard } from "./keyboard";

withBrowserParts();

const RUNS = 1_000_000;
/** Ends of the list, its middle, and where single precision would no longer tell two rows apart. */
const PLACES = [0, 17, 559_240, 700_001, RUNS - 12];
const STEPS = 11;
/** After this pause elements lie where their rows are. */
const AT_REST_MS = 250;

async function million(): Promise<ChartRig> {
  const rig = chartRig({ firstLayout: "tree" });
  const start = TEST_NOW - RUNS * 1000;
  const row = (n: number) => ({ run: aRun(guid(n), { startedOn: epochMs(start + n * 1000), completedOn: epochMs(start + n * 1000 + 500), flow: named(`Flow ${n % 7}`), machine: named(`VM-${n % 3}`) }), problems: 0 });
  rig.source.store.merge(Array.from({ length: RUNS }, (_, n) => row(n)), "remove");
  rig.timeline.view.set({ allRows: true });
  rig.source.say({ phase: "ready", busy: false, asOf: TEST_NOW });
  for (let turn = 0; turn < 1000 && rig.timeline.derived?.rows.count !== RUNS; turn++) await rig.frame();
  return rig;
}

/** Where a row's element is on screen, px below the axis: the pool's shift and its own. */
function shownTop(element: Element): number {
  const shift = (one: Element | null): number => Number(/translateY\((-?[\d.]+)px\)/.exec((one as HTMLElement).style.transform)?.[1]);
  return shift(element) + shift(element.parentElement);
}

describe("a million rows", () => {
  it("are walked by keyboard in the order of the store, each in step with its bar", async () => {
    const rig = await million();
    const { timeline, chart, source } = rig;
    const keyboard = new Keyboard(timeline, chart, rig.commands, { focusSearch: () => undefined, nextNewFailure: () => undefined });
    const rows = timeline.derived?.rows;
    expect(rows?.count).toBe(RUNS);
    for (const place of PLACES) {
      timeline.setScroll(place * ROW_PX - 90);
      chart.focusRow(timeline.keyOfRow(place));
      await rig.frame();
      for (let row = place; row < place + STEPS; row++) {
        const focused = document.activeElement;
        const slot = rows?.node[row] ?? -1;
        expect(focused?.getAttribute("aria-rowindex")).toBe(String(row + 1));
        expect(focused?.getAttribute("aria-label")).toContain(`${source.store.title(slot)}`);
        expect(source.store.id(slot)).toBe(guid(row));
        expect(chart.hit(5, AXIS_PX + (row + 1) * ROW_PX - timeline.view.state.scrollPx - 1)).toEqual({ kind: "row", row });
        focused?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, cancelable: true }));
        await rig.frame();
      }
      await rig.clock.advance(AT_REST_MS);
      expect(shownTop(document.activeElement as Element)).toBeCloseTo((place + STEPS) * ROW_PX - timeline.view.state.scrollPx, 6);
    }
    keyboard.dispose();
    chart.dispose();
  });
});
