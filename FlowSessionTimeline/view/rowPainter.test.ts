/** @jest-environment jsdom */
import { guid } from "../domain/run.testing";
import { ROW_PX } from "../layout/measures";
import { NameColumn } from "../render/nameColumn";
import { chartRig, ChartRig, withBrowserParts } from "../../tests/support/chartRig";
import { runAt } from "../../tests/support/timelineRig";

withBrowserParts();

const listed = Array.from({ length: 200 }, (_, n) => runAt(n + 1, 400 - n));

async function scrolledRig(): Promise<ChartRig> {
  const rig = chartRig({ firstLayout: "tree" });
  rig.source.show(...listed);
  for (let turn = 0; turn < 20; turn++) await rig.frame();
  return rig;
}

/** What the grid says, as screen readers walk it: by aria-rowindex. */
const said = (rig: ChartRig): string[] =>
  [...rig.chart.dom.rows.children].sort((a, b) => Number(a.getAttribute("aria-rowindex")) - Number(b.getAttribute("aria-rowindex"))).map((row) => row.getAttribute("aria-label")?.split(",")[0] ?? "");

async function changesOf(rig: ChartRig, act: () => Promise<void>): Promise<Set<string>> {
  const records: MutationRecord[] = [];
  const observer = new MutationObserver((some) => void records.push(...some));
  observer.observe(rig.chart.dom.rows, { subtree: true, attributes: true, childList: true, characterData: true });
  await act();
  records.push(...observer.takeRecords());
  observer.disconnect();
  return new Set(records.map(({ type, attributeName }) => attributeName ?? type));
}

describe("rows that scroll", () => {
  it("say in the same frame what is drawn, and touch neither style nor elements; place and text follow at rest", async () => {
    const rig = await scrolledRig();
    const before = said(rig);
    const moving = await changesOf(rig, async () => {
      for (let turn = 0; turn < 30; turn++) {
        rig.timeline.setScroll((turn + 1) * 3 * ROW_PX);
        await rig.frame();
        expect(said(rig)).toEqual(before.map((_, row) => `Run ${(turn + 1) * 3 + row + 1}`));
      }
    });
    expect([...moving].every((name) => name.startsWith("aria-"))).toBe(true);
    const resting = await changesOf(rig, () => rig.clock.advance(250));
    expect(resting).toEqual(new Set(["style", "childList", "tabindex"]));
    expect([...rig.chart.dom.rows.children].map((row) => row.textContent?.split(",")[0])).toEqual(said(rig));
  });

  it("are drawn once where their words and the second change together", async () => {
    const rig = await scrolledRig();
    // The next frame is the first of a second.
    await rig.clock.advance(990 - (rig.clock.now() % 1000));
    const drawn = jest.spyOn(NameColumn.prototype, "draw");
    rig.commands.select(guid(2));
    await rig.frame();
    rig.timeline.invalidate();
    await rig.frame();
    expect(drawn).toHaveBeenCalledTimes(1);
    drawn.mockRestore();
  });

  it("say and draw what changed of one run, and nothing else again", async () => {
    const rig = await scrolledRig();
    const words = (): readonly string[] => [...rig.chart.dom.rows.children].map((row) => row.getAttribute("aria-label") ?? "");
    const before = words();
    const made = jest.spyOn(rig.source.store, "title");
    const changed = await changesOf(rig, async () => {
      rig.source.show(...listed.map((run, n) => (n === 2 ? { ...run, statusCode: 8 } : run)));
      for (let turn = 0; turn < 4; turn++) await rig.frame();
    });
    expect(words().filter((word, row) => word !== before[row])).toEqual([expect.stringContaining("Failed") as string]);
    expect(new Set(made.mock.calls.map(([slot]) => slot))).toEqual(new Set([rig.source.store.slotOf(guid(3))]));
    expect(changed).toEqual(new Set(["aria-label", "data-mark", "childList"]));
    made.mockRestore();
  });

  it("do nothing more at rest", async () => {
    const rig = await scrolledRig();
    rig.timeline.setScroll(3 * ROW_PX);
    await rig.clock.advance(500);
    expect(await changesOf(rig, () => rig.clock.advance(5000))).toEqual(new Set());
  });

  it("at rest are written where they are, at once: no timer is asked for", async () => {
    const rig = await scrolledRig();
    const asked = jest.spyOn(rig.clock, "timeout");
    rig.commands.select(guid(2));
    await rig.frame();
    expect(rig.chart.dom.rows.querySelector("[aria-selected=true]")?.getAttribute("aria-label")).toContain("Run 2");
    rig.timeline.setScroll(3 * ROW_PX);
    expect(asked.mock.calls.map(([, ms]) => ms)).not.toContain(200);
    await rig.frame();
    expect(asked.mock.calls.map(([, ms]) => ms)).toContain(200);
  });

  it("are found under the pointer by where they are drawn", async () => {
    const rig = await scrolledRig();
    rig.timeline.setScroll(30 * ROW_PX);
    await rig.frame();
    expect(rig.timeline.keyOfRow(rig.chart.rowAt(48 + 2.5 * ROW_PX))).toBe(guid(33));
  });
});
