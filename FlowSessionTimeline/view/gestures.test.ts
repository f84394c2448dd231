/** @jest-environment jsdom */
import { guid } from "../domain/run.testing";
import { AXIS_PX, ROW_PX } from "../layout/measures";
import { chartRig, ChartRig, PLOT_PX, withBrowserParts } from "../../tests/support/chartRig";
import { ago, childOf, onMachine, runAt } from "../../tests/support/timelineRig";
import { Keyboard } from "./keyboard";
import { Pointer } from "./pointer";
import { Surroundings } from "./ports";
import { RowClicks } from "./rowClicks";
import { RowTouch } from "./rowTouch";
import { Splitter } from "./splitter";
import { Tooltip } from "./tooltip";
import { Wheel } from "./wheel";

withBrowserParts();

/** A hundred runs of ten minutes, one a minute; the window is the last two hours. */
async function gestureRig(surroundings: Partial<Surroundings> = {}): Promise<ChartRig> {
  const rig = chartRig({ firstLayout: "tree", ...surroundings });
  rig.source.show(...Array.from({ length: 100 }, (_, n) => runAt(n + 1, 110 - n, n === 1 ? childOf(1) : onMachine("VM-1"))));
  rig.timeline.setWindow({ fromMs: ago(120), toMs: ago(0) }, true);
  await rig.frame();
  return rig;
}
const windowOf = ({ timeline }: ChartRig): { fromMs: number; toMs: number } => timeline.view.state.window ?? { fromMs: NaN, toMs: NaN };
const xOf = ({ chart }: ChartRig, minutesAgo: number): number => chart.scale()?.toPx(ago(minutesAgo)) ?? NaN;
/** The middle of a row on the canvas, px. */
const yOf = (row: number): number => AXIS_PX + row * ROW_PX + ROW_PX / 2;

describe("the wheel", () => {
  async function wheelRig(): Promise<ChartRig & { readonly turn: (event: WheelEventInit) => boolean }> {
    const rig = await gestureRig();
    new Wheel(rig.timeline, rig.chart, rig.commands);
    const turn = (init: WheelEventInit): boolean => {
      const event = new WheelEvent("wheel", { bubbles: true, cancelable: true, ...init });
      rig.chart.dom.canvas.dispatchEvent(event);
      return event.defaultPrevented;
    };
    return { ...rig, turn };
  }

  it("scrolls rows, and leaves the page its turn at the ends", async () => {
    const { turn, timeline } = await wheelRig();
    expect(turn({ deltaY: -100 })).toBe(false);
    expect(turn({ deltaY: 100 })).toBe(true);
    expect(timeline.view.state.scrollPx).toBe(100);
    expect(turn({ deltaY: 3, deltaMode: WheelEvent.DOM_DELTA_LINE })).toBe(true);
    expect(timeline.view.state.scrollPx).toBe(190);
    turn({ deltaY: 1e6 });
    expect([timeline.view.state.scrollPx, turn({ deltaY: 100 })]).toEqual([100 * ROW_PX - 300, false]);
  });

  it.each([{ ctrlKey: true }, { metaKey: true }])("zooms about the pointer, by 1.2 for a notch: %j", async (held) => {
    const rig = await wheelRig();
    const length = (): number => windowOf(rig).toMs - windowOf(rig).fromMs;
    const before = length();
    const at = xOf(rig, 90);
    expect(rig.turn({ deltaY: -100, clientX: at, ...held })).toBe(true);
    expect(length()).toBeCloseTo(before / 1.2, 0);
    expect(xOf(rig, 90)).toBeCloseTo(at, 3);
    rig.turn({ deltaY: 1000, clientX: at, ...held });
    expect(length()).toBeCloseTo(before, 0);
  });

  it("pans with Shift or sideways, a pixel for a pixel", async () => {
    const rig = await wheelRig();
    const at = xOf(rig, 90);
    rig.turn({ deltaY: 40, shiftKey: true });
    expect(xOf(rig, 90)).toBeCloseTo(at - 40, 3);
    rig.turn({ deltaX: -40, deltaY: 3 });
    expect(xOf(rig, 90)).toBeCloseTo(at, 3);
  });
});

describe("the pointer on the plot", () => {
  interface PointerRig extends ChartRig {
    readonly send: (type: string, x: number, y: number, init?: MouseEventInit & { readonly pointerId?: number }) => void;
    readonly click: (x: number, y: number, init?: MouseEventInit) => void;
  }
  async function pointerRig(): Promise<PointerRig> {
    const rig = await gestureRig();
    new Pointer(rig.timeline, rig.chart, rig.commands, new Tooltip(rig.timeline, rig.chart.dom.tooltip, rig.chart.dom.root));
    const send: PointerRig["send"] = (type, x, y, { pointerId = 1, ...init } = {}) => {
      const event = new MouseEvent(type, { bubbles: true, cancelable: true, clientX: x, clientY: y, button: 0, ...init });
      rig.chart.dom.canvas.dispatchEvent(Object.assign(event, { pointerId }));
    };
    return { ...rig, send, click: (x, y, init) => { send("pointerdown", x, y, init); send("pointerup", x, y, init); } };
  }

  it("says what lies under it, and nothing where nothing is", async () => {
    const rig = await pointerRig();
    const { tooltip } = rig.chart.dom;
    rig.send("pointermove", xOf(rig, 105), yOf(0));
    expect([rig.timeline.view.state.hoveredId, tooltip.classList.contains("fst-shown")]).toEqual([guid(1), true]);
    expect([...tooltip.children].map((line) => line.textContent)).toEqual(["Run 1", "Status_Succeeded", "Tooltip_Span|2026-01-15 10:10:00|2026-01-15 10:20:00", "Tooltip_Ran|Spoken_Minutes|10", "VM-1"]);
    rig.send("pointermove", xOf(rig, 20), yOf(0));
    expect([rig.timeline.view.state.hoveredId, tooltip.classList.contains("fst-shown")]).toEqual(["", false]);
    rig.send("pointermove", xOf(rig, 105), yOf(0));
    rig.send("pointerleave", 0, 0);
    expect([rig.timeline.view.state.hoveredId, tooltip.classList.contains("fst-shown")]).toEqual(["", false]);
  });

  it("selects and inspects with a click, adds with Ctrl, clears beside the bars, opens with two", async () => {
    const rig = await pointerRig();
    const { view } = rig.timeline;
    rig.click(xOf(rig, 105), yOf(0));
    expect([[...view.state.selected], view.state.panelId, view.state.focusedKey]).toEqual([[guid(1)], guid(1), guid(1)]);
    rig.click(xOf(rig, 103), yOf(2), { ctrlKey: true });
    expect([...view.state.selected]).toEqual([guid(1), guid(3)]);
    rig.send("dblclick", xOf(rig, 103), yOf(2));
    expect(rig.opened).toEqual([guid(3)]);
    rig.click(xOf(rig, 20), yOf(0));
    expect([...view.state.selected]).toEqual([]);
  });

  it("holds what it drags: time and rows stay under it, and the rows follow when it lets go", async () => {
    const rig = await pointerRig();
    const at = xOf(rig, 60);
    const { derived } = rig.timeline;
    rig.send("pointerdown", at, 300);
    rig.send("pointermove", at + 250, 200);
    expect(xOf(rig, 60)).toBeCloseTo(at + 250, 3);
    expect(rig.timeline.view.state.scrollPx).toBe(100);
    expect(rig.timeline.derived).toBe(derived);
    rig.send("pointerup", at + 250, 200);
    expect(rig.timeline.derived).not.toBe(derived);
    expect(rig.timeline.view.state.panelId).toBe("");
  });

  it("takes a press that hardly moves for a click", async () => {
    const rig = await pointerRig();
    const before = windowOf(rig);
    rig.send("pointerdown", xOf(rig, 105), yOf(0));
    rig.send("pointermove", xOf(rig, 105) + 2, yOf(0) + 1);
    rig.send("pointerup", xOf(rig, 105) + 2, yOf(0) + 1);
    expect([windowOf(rig), rig.timeline.view.state.panelId]).toEqual([before, guid(1)]);
  });

  it("zooms with two fingers about the point between them", async () => {
    const rig = await pointerRig();
    const length = windowOf(rig).toMs - windowOf(rig).fromMs;
    const middle = xOf(rig, 60);
    rig.send("pointerdown", middle - 50, 200);
    rig.send("pointerdown", middle + 50, 200, { pointerId: 2 });
    rig.send("pointermove", middle - 100, 200);
    rig.send("pointermove", middle + 100, 200, { pointerId: 2 });
    expect(windowOf(rig).toMs - windowOf(rig).fromMs).toBeCloseTo(length / 2, 0);
    expect(xOf(rig, 60)).toBeCloseTo(middle, 3);
  });

  describe("with Shift", () => {
    const veil = ({ chart }: ChartRig): string => (chart.dom.range.classList.contains("fst-shown") ? `${chart.dom.range.style.width} ${chart.dom.range.textContent}` : "");

    it.each([[200, 700], [700, 200]])("veils a range with its length, and shows exactly that on release: from %i to %i", async (from, to) => {
      const rig = await pointerRig();
      const scale = rig.chart.scale();
      rig.send("pointerdown", from, 100, { shiftKey: true });
      rig.send("pointermove", (from + to) / 2, 100);
      expect(veil(rig)).toBe("250px Short_Minutes|30");
      rig.send("pointermove", to, 180);
      expect(veil(rig)).toBe("500px Short_Hours|1");
      rig.send("pointerup", to, 180);
      expect(veil(rig)).toBe("");
      expect(windowOf(rig)).toEqual({ fromMs: scale?.toTime(200), toMs: scale?.toTime(700) });
      expect(rig.timeline.view.state.settledWindow).toEqual(windowOf(rig));
      expect(rig.timeline.view.state.scrollPx).toBe(0);
    });

    it("ends the range at the plot's edge, however far the pointer goes", async () => {
      const rig = await pointerRig();
      const { toMs } = windowOf(rig);
      rig.send("pointerdown", 900, 100, { shiftKey: true });
      rig.send("pointermove", 4000, 100);
      rig.send("pointerup", 4000, 100);
      expect(windowOf(rig).toMs).toBe(toMs);
    });

    it("never shows less than ten seconds", async () => {
      const rig = await pointerRig();
      rig.timeline.setWindow({ fromMs: ago(1), toMs: ago(0) }, true);
      rig.send("pointerdown", 500, 100, { shiftKey: true });
      rig.send("pointerup", 510, 100);
      expect(windowOf(rig).toMs - windowOf(rig).fromMs).toBe(10_000);
      expect((windowOf(rig).toMs + windowOf(rig).fromMs) / 2).toBeCloseTo(ago(1) + 30_300, 3);
    });

    it.each([["Escape", (): boolean => document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", cancelable: true }))], ["a lost pointer", undefined]])("%s calls it off", async (_how, press) => {
      const rig = await pointerRig();
      const before = rig.timeline.view.state;
      rig.send("pointerdown", 200, 100, { shiftKey: true });
      rig.send("pointermove", 700, 100);
      if (press) expect(press()).toBe(false);
      else rig.send("pointercancel", 700, 100);
      expect(veil(rig)).toBe("");
      rig.send("pointermove", 720, 100);
      expect(veil(rig)).toBe("");
      rig.send("pointerup", 720, 100);
      expect(rig.timeline.view.state).toBe(before);
    });

    it("takes a range under four px for a click", async () => {
      const rig = await pointerRig();
      const before = windowOf(rig);
      rig.send("pointerdown", xOf(rig, 105), yOf(0), { shiftKey: true });
      rig.send("pointermove", xOf(rig, 105) + 3, yOf(0));
      expect(veil(rig)).toBe("");
      rig.send("pointerup", xOf(rig, 105) + 3, yOf(0));
      expect([windowOf(rig), rig.timeline.view.state.panelId]).toEqual([before, guid(1)]);
    });
  });

  it("does nothing with other buttons", async () => {
    const rig = await pointerRig();
    const before = rig.timeline.view.state;
    rig.click(xOf(rig, 105), yOf(0), { button: 2 });
    expect(rig.timeline.view.state).toBe(before);
  });
});

describe("one finger", () => {
  /** The chart inside a form that scrolls, 500 px down. */
  async function touchRig(): Promise<ChartRig & { readonly form: HTMLElement; readonly touch: (on: HTMLElement, ...ys: readonly number[]) => void }> {
    const rig = await gestureRig();
    const form = document.createElement("div");
    form.style.overflowY = "auto";
    Object.defineProperties(form, { scrollHeight: { value: 3000 }, clientHeight: { value: 600 } });
    form.append(...document.body.childNodes);
    document.body.append(form);
    form.scrollTop = 500;
    new Pointer(rig.timeline, rig.chart, rig.commands, new Tooltip(rig.timeline, rig.chart.dom.tooltip, rig.chart.dom.root));
    new RowTouch(rig.timeline, rig.chart);
    new Keyboard(rig.timeline, rig.chart, rig.commands, { focusSearch: () => undefined, nextNewFailure: () => undefined });
    const touch = (on: HTMLElement, first: number, ...rest: readonly number[]): void => {
      const send = (type: string, y: number): void => {
        on.dispatchEvent(Object.assign(new MouseEvent(type, { bubbles: true, clientX: 100, clientY: y, button: 0 }), { pointerId: 7, pointerType: "touch" }));
      };
      send("pointerdown", first);
      for (const y of rest) send("pointermove", y);
      send("pointerup", rest[rest.length - 1] ?? first);
    };
    return { ...rig, form, touch };
  }
  const focusRows = async (rig: ChartRig): Promise<void> => {
    rig.chart.focusRow(rig.timeline.keyOfRow(0));
    await rig.frame();
  };

  it("is the browser's until the rows have the focus: the chart says so where touches begin", async () => {
    const rig = await touchRig();
    const { root, grid } = rig.chart.dom;
    expect(root.classList.contains("fst-focused")).toBe(false);
    rig.touch(grid, 300, 200);
    expect([rig.timeline.view.state.scrollPx, rig.form.scrollTop]).toEqual([0, 500]);
    await focusRows(rig);
    expect(root.classList.contains("fst-focused")).toBe(true);
    (document.activeElement as HTMLElement).blur();
    expect(root.classList.contains("fst-focused")).toBe(false);
  });

  it.each(["grid", "canvas"] as const)("then scrolls the rows, and at their ends the form around them: %s", async (part) => {
    const rig = await touchRig();
    await focusRows(rig);
    const state = (): readonly number[] => [rig.timeline.view.state.scrollPx, rig.form.scrollTop];
    rig.touch(rig.chart.dom[part], 300, 250, 180);
    expect(state()).toEqual([120, 500]);
    rig.touch(rig.chart.dom[part], 100, 300);
    expect(state()).toEqual([0, 420]);
    rig.touch(rig.chart.dom[part], 100, 300, 100);
    expect(state()).toEqual([0, 420]);
    rig.timeline.setScroll(1e6);
    const [end] = state();
    rig.touch(rig.chart.dom[part], 300, 260);
    expect(state()).toEqual([end, 460]);
  });
});

describe("clicks on the label column", () => {
  async function clickRig(surroundings: Partial<Surroundings> = {}): Promise<ChartRig & { readonly click: (row: number, x: number, type?: string, init?: MouseEventInit) => Promise<void> }> {
    const rig = await gestureRig(surroundings);
    new RowClicks(rig.timeline, rig.chart, rig.commands);
    const click = async (row: number, x: number, type = "click", init: MouseEventInit = {}): Promise<void> => {
      rig.chart.dom.rows.querySelector(`[aria-rowindex="${row + 1}"]`)?.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, clientX: x, clientY: (row + 0.5) * ROW_PX, detail: 1, ...init }));
      await rig.frame();
    };
    return { ...rig, click };
  }

  it("toggle at the twisty, inspect beside it, add with Ctrl, open with two", async () => {
    const rig = await clickRig();
    const { view } = rig.timeline;
    await rig.click(0, 10);
    expect([[...view.state.collapsed.flipped], view.state.panelId]).toEqual([[guid(1)], ""]);
    await rig.click(0, 200);
    expect([view.state.panelId, document.activeElement?.getAttribute("aria-rowindex")]).toEqual([guid(1), "1"]);
    await rig.click(1, 5, "click", { ctrlKey: true });
    expect([...view.state.selected]).toEqual([guid(1), guid(3)]);
    await rig.click(1, 5, "dblclick");
    expect(rig.opened).toEqual([guid(3)]);
  });

  it("hover the run's bar along with its row", async () => {
    const rig = await clickRig();
    await rig.click(4, 50, "pointermove");
    expect(rig.timeline.view.state.hoveredId).toBe(guid(5));
    rig.chart.dom.grid.dispatchEvent(new MouseEvent("pointerleave"));
    expect(rig.timeline.view.state.hoveredId).toBe("");
  });
});

describe("the edge of the label column", () => {
  it.each([[false, 40], [true, -40]])("follows the pointer and the arrow keys, within limits: right to left %p", async (isRtl, growth) => {
    const rig = await gestureRig({ isRtl });
    new Splitter(rig.timeline, rig.chart.dom);
    const { splitter } = rig.chart.dom;
    const width = (): number => rig.timeline.view.state.labelColumnPx;
    const send = (type: string, clientX: number): void => void splitter.dispatchEvent(Object.assign(new MouseEvent(type, { clientX, bubbles: true }), { pointerId: 1 }));
    send("pointermove", 900);
    expect(width()).toBe(330);
    send("pointerdown", 330);
    send("pointermove", 330 + growth);
    expect(width()).toBe(370);
    send("pointermove", isRtl ? 5000 : -5000);
    expect(width()).toBe(160);
    send("pointermove", isRtl ? -5000 : 5000);
    expect(width()).toBe(PLOT_PX.width - 120);
    send("pointerup", 0);
    send("pointermove", 330);
    expect(width()).toBe(PLOT_PX.width - 120);
    splitter.dispatchEvent(new KeyboardEvent("keydown", { key: isRtl ? "ArrowRight" : "ArrowLeft", bubbles: true, cancelable: true }));
    expect(width()).toBe(PLOT_PX.width - 136);
  });
});
