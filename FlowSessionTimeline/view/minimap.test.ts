/** @jest-environment jsdom */
import { EpochMs, epochMs } from "../base/brand";
import { lengthOf, TimeWindow } from "../layout/timeWindow";
import { rowsOf } from "../domain/run.testing";
import { MinimapRenderer } from "../render/minimapRenderer";
import { palette } from "../render/palette";
import { HandResizeObserver } from "../../tests/support/browserParts";
import { chartRig, ChartRig, withBrowserParts } from "../../tests/support/chartRig";
import { ago, dayBins, HandOverview, runAt } from "../../tests/support/timelineRig";
import { Minimap } from "./minimap";
import { MinimapDom, minimapDom } from "./minimapDom";
import { MinimapKeyboard } from "./minimapKeyboard";
import { MinimapPointer } from "./minimapPointer";
import { Ports } from "./ports";

withBrowserParts();

interface MinimapRig extends ChartRig {
  readonly minimap: Minimap;
  readonly dom: MinimapDom;
  /** px of an instant on the minimap. */
  readonly x: (t: number) => number;
  readonly window: () => TimeWindow;
  readonly dispose: () => void;
}

/** A hundred runs in the last hundred minutes, after ten hours with a run an hour; the window is the last hour but half of one. */
async function rigOf(isRtl = false, parts: Partial<Ports> = {}): Promise<MinimapRig> {
  const rig = chartRig({ firstLayout: "tree", isRtl }, parts);
  const root = document.createElement("div");
  document.body.append(root);
  const dom = minimapDom(root);
  const minimap = new Minimap(rig.timeline, dom, palette("light", "#0f6cbd"), rig.measure);
  rig.chart.minimap = minimap;
  const handlers = [minimap, new MinimapPointer(rig.timeline, minimap, rig.commands), new MinimapKeyboard(rig.timeline, minimap, rig.commands)];
  HandResizeObserver.fire();
  rig.source.show(...Array.from({ length: 100 }, (_, n) => runAt(n, 110 - n)), ...Array.from({ length: 10 }, (_, n) => runAt(200 + n, 700 - n * 60)));
  rig.timeline.setWindow({ fromMs: ago(90), toMs: ago(30) }, true);
  await rig.clock.advance(1000);
  const window = (): TimeWindow => rig.timeline.view.state.window ?? { fromMs: epochMs(NaN), toMs: epochMs(NaN) };
  return { ...rig, minimap, dom, window, x: (t) => minimap.scale()?.toPx(t) ?? NaN, dispose: () => handlers.forEach((part) => part.dispose()) };
}
function pointer(rig: MinimapRig, type: string, x: number, more: MouseEventInit = {}): void {
  rig.dom.root.dispatchEvent(Object.assign(new MouseEvent(type, { clientX: x, button: 0, bubbles: true, cancelable: true, ...more }), { pointerId: 1, pointerType: "mouse" }));
}
function drag(rig: MinimapRig, from: number, to: number, more: MouseEventInit = {}): void {
  pointer(rig, "pointerdown", from, more);
  pointer(rig, "pointermove", (from + to) / 2, more);
  pointer(rig, "pointermove", to, more);
  pointer(rig, "pointerup", to, more);
}
const timeAt = ({ minimap }: MinimapRig, px: number): EpochMs => minimap.scale()?.toTime(px) ?? epochMs(NaN);
const press = (rig: MinimapRig, part: "window" | "from" | "to", key: string, more: KeyboardEventInit = {}): boolean =>
  !rig.dom[part].dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
const MINUTE = 60_000;

describe("the brush of the minimap", () => {
  it("lies over the window: drawn with each frame, its sliders follow when the window rests", async () => {
    const drawn = jest.spyOn(MinimapRenderer.prototype, "drawBrush");
    const rig = await rigOf();
    const places = (): string[] => [rig.dom.window, rig.dom.from, rig.dom.to].map((part) => part.style.transform).concat(rig.dom.window.style.width);
    const at = (fromAgo: number, toAgo: number): string[] => [fromAgo, fromAgo, toAgo].map((minutes) => `translateX(${rig.x(ago(minutes))}px)`).concat(`${rig.x(ago(toAgo)) - rig.x(ago(fromAgo))}px`);
    expect(places()).toEqual(at(90, 30));
    rig.timeline.setWindow({ fromMs: ago(600), toMs: ago(300) }, false);
    await rig.frame();
    expect(drawn.mock.lastCall?.[0]).toEqual({ leftPx: rig.x(ago(600)), rightPx: rig.x(ago(300)) });
    expect(places()).toEqual(at(90, 30));
    await rig.clock.advance(200);
    expect(places()).toEqual(at(600, 300));
    rig.timeline.setWindow({ fromMs: ago(500), toMs: ago(300) }, true);
    await rig.frame();
    expect(places()).toEqual(at(600, 300));
    await rig.clock.advance(300);
    expect(places()).toEqual(at(500, 300));
    drawn.mockRestore();
  });

  it("has its sliders with it in each frame while one of them has the focus, which can be seen", async () => {
    const rig = await rigOf();
    rig.dom.window.focus();
    rig.timeline.setWindow({ fromMs: ago(600), toMs: ago(300) }, false);
    await rig.frame();
    expect(rig.dom.window.style.transform).toBe(`translateX(${rig.x(ago(600))}px)`);
  });

  it.each([false, true])("moves the window with a drag, right to left or not (%s): time runs left to right", async (isRtl) => {
    const rig = await rigOf(isRtl);
    const before = rig.window();
    const grip = rig.x(ago(60));
    drag(rig, grip, grip - 100);
    const moved = rig.window();
    expect(rig.x(moved.fromMs)).toBeCloseTo(rig.x(before.fromMs) - 100, 3);
    expect(lengthOf(moved)).toBe(lengthOf(before));
    expect(rig.timeline.view.state.settledWindow).toBe(moved);
  });

  it("resizes it by its ends, no further than to ten seconds", async () => {
    const rig = await rigOf();
    drag(rig, rig.x(ago(90)), rig.x(ago(90)) - 80);
    expect(rig.x(rig.window().fromMs)).toBeCloseTo(rig.x(ago(90)) - 80, 3);
    expect(rig.window().toMs).toBe(ago(30));
    drag(rig, rig.x(ago(30)), 0);
    expect(lengthOf(rig.window())).toBe(10_000);
  });

  it("is drawn anew on empty space, and with Shift anywhere", async () => {
    const rig = await rigOf();
    drag(rig, 300, 100);
    expect(rig.window().fromMs).toBeCloseTo(timeAt(rig, 100), 0);
    expect(rig.window().toMs).toBeCloseTo(timeAt(rig, 300), 0);
    drag(rig, 150, 250, { shiftKey: true });
    expect(rig.window().fromMs).toBeCloseTo(timeAt(rig, 150), 0);
    expect(rig.window().toMs).toBeCloseTo(timeAt(rig, 250), 0);
  });

  it("comes to where a click is; a double click shows all", async () => {
    const rig = await rigOf();
    const length = lengthOf(rig.window());
    pointer(rig, "pointerdown", 200);
    pointer(rig, "pointermove", 202);
    pointer(rig, "pointerup", 202);
    expect((rig.window().fromMs + rig.window().toMs) / 2).toBeCloseTo(timeAt(rig, 200), 0);
    expect(lengthOf(rig.window())).toBeCloseTo(length, 3);
    pointer(rig, "dblclick", 200);
    expect(rig.window().fromMs).toBeLessThanOrEqual(ago(700));
  });

  it("stays where it is when a press is taken away", async () => {
    const rig = await rigOf();
    const before = rig.window();
    pointer(rig, "pointerdown", 200);
    pointer(rig, "pointercancel", 200);
    pointer(rig, "pointermove", 400);
    expect(rig.window()).toBe(before);
  });
});

describe("the wheel over the minimap", () => {
  const turn = (rig: MinimapRig, init: WheelEventInit): boolean => !rig.dom.root.dispatchEvent(new WheelEvent("wheel", { bubbles: true, cancelable: true, ...init }));

  it("zooms with Ctrl about the pointer in the window, about its nearest end from elsewhere", async () => {
    const rig = await rigOf();
    expect(turn(rig, { deltaY: -100, ctrlKey: true, clientX: rig.x(ago(60)) })).toBe(true);
    expect(lengthOf(rig.window())).toBeCloseTo((60 * MINUTE) / 1.2, 0);
    expect((rig.window().fromMs + rig.window().toMs) / 2).toBeCloseTo(ago(60), 0);
    const { fromMs } = rig.window();
    turn(rig, { deltaY: -100, ctrlKey: true, clientX: 10 });
    expect(rig.window().fromMs).toBeCloseTo(fromMs, 0);
  });

  it("pans with Shift, and else is the page's", async () => {
    const rig = await rigOf();
    turn(rig, { deltaY: 40, shiftKey: true });
    expect(rig.x(rig.window().fromMs)).toBeCloseTo(rig.x(ago(90)) + 40, 3);
    const before = rig.window();
    expect(turn(rig, { deltaY: 100 })).toBe(false);
    expect(rig.window()).toBe(before);
  });
});

describe("the sliders of the minimap", () => {
  it.each([
    ["ArrowRight", {}, 6], ["ArrowLeft", {}, -6], ["ArrowRight", { shiftKey: true }, 60], ["ArrowLeft", { ctrlKey: true }, -60], ["PageUp", {}, 60],
  ])("%s %j moves the window by minutes: %d", async (key, held, minutes) => {
    const rig = await rigOf(true);
    expect(press(rig, "window", key, held)).toBe(true);
    expect(rig.window()).toEqual({ fromMs: ago(90 - minutes), toMs: ago(30 - minutes) });
  });

  it("moves one end, the other stays", async () => {
    const rig = await rigOf();
    press(rig, "from", "ArrowLeft");
    expect(rig.window()).toEqual({ fromMs: ago(96), toMs: ago(30) });
    press(rig, "to", "End");
    expect(rig.window()).toEqual({ fromMs: ago(96), toMs: rig.minimap.scale()?.window.toMs });
  });

  it("goes to the ends of the extent with Home and End, and zooms with + and -", async () => {
    const rig = await rigOf();
    press(rig, "window", "Home");
    expect(rig.window().fromMs).toBe(rig.minimap.scale()?.window.fromMs);
    press(rig, "window", "+");
    expect(lengthOf(rig.window())).toBeCloseTo((60 * MINUTE) / 1.2, 0);
    expect(press(rig, "window", "+", { ctrlKey: true })).toBe(false);
    expect(press(rig, "window", "x")).toBe(false);
  });

  it("say the window and its ends in the user's formats", async () => {
    const rig = await rigOf();
    const said = (part: "window" | "from" | "to"): (string | null)[] => ["role", "aria-label", "aria-valuetext"].map((name) => rig.dom[part].getAttribute(name));
    const { formats } = rig.timeline.surroundings;
    expect(said("from")).toEqual(["slider", "Minimap_From", formats.dateTime(ago(90))]);
    expect(said("to")).toEqual(["slider", "Minimap_To", formats.dateTime(ago(30))]);
    expect(said("window")[2]).toContain(formats.time(ago(90)));
    press(rig, "window", "ArrowRight");
    await rig.clock.advance(1000);
    expect(said("from")[2]).toBe(formats.dateTime(ago(84)));
    const [low, value, high] = ["aria-valuemin", "aria-valuenow", "aria-valuemax"].map((name) => Number(rig.dom.from.getAttribute(name)));
    expect(low).toBeLessThan(value);
    expect(value).toBeLessThan(high);
  });
});

describe("the minimap", () => {
  it("says how many runs lie under the pointer, and how many of them failed", async () => {
    const rig = await rigOf();
    rig.source.show(runAt(1, 100, { statusCode: 8 }), runAt(2, 100), runAt(3, 400));
    await rig.clock.advance(2000);
    pointer(rig, "pointermove", rig.x(ago(100)) + 1);
    expect(rig.dom.hint.textContent).toMatch(/Runs\|2\nFailures\|1$/);
    expect(rig.dom.hint.classList).toContain("fst-shown");
    pointer(rig, "pointerleave", 0);
    expect(rig.dom.hint.classList).not.toContain("fst-shown");
  });

  it("counts what the filter lets through, at most twice a second while runs arrive", async () => {
    const rig = await rigOf();
    let counted = 0;
    rig.minimap.overview.subscribe(() => counted++);
    const total = (): number => rig.minimap.overview.bins()?.families.reduce((sum, counts) => sum + counts.reduce((a, b) => a + b, 0), 0) ?? -1;
    expect(total()).toBe(110);
    for (let n = 0; n < 10; n++) {
      rig.source.show(...Array.from({ length: 100 * (n + 1) }, (_, k) => runAt(k, 1100 - k)));
      await rig.clock.advance(100);
    }
    await rig.clock.advance(1000);
    expect(counted).toBeLessThanOrEqual(4);
    expect(total()).toBe(1000);
    rig.commands.setText("Run 999");
    await rig.clock.advance(1000);
    expect(total()).toBe(1);
  });

  it("counts one run that changed without counting all, and draws nothing anew where no count changed", async () => {
    const rig = await rigOf();
    const failures = (): number => rig.minimap.overview.bins()?.families[0].reduce((sum, n) => sum + n, 0) ?? -1;
    const bins = rig.minimap.overview.bins();
    let told = 0;
    rig.minimap.overview.subscribe(() => told++);
    rig.source.store.merge(rowsOf(runAt(5, 105, { statusCode: 8 })), "keep");
    rig.source.say({});
    await rig.clock.advance(50);
    expect([failures(), told, rig.minimap.overview.bins() === bins]).toEqual([1, 1, true]);
    rig.source.store.merge(rowsOf(runAt(5, 105, { statusCode: 8, errorCode: "other" })), "keep");
    rig.source.say({});
    await rig.clock.advance(1000);
    expect([failures(), told]).toEqual([1, 1]);
    rig.source.store.merge(rowsOf(runAt(300, 60 * 24 * 30)), "keep");
    rig.source.say({});
    await rig.clock.advance(1000);
    expect(rig.minimap.overview.bins()).not.toBe(bins);
  });

  it("shows no brush while there is nothing to show", async () => {
    const rig = await rigOf();
    expect(rig.dom.root.classList).not.toContain("fst-minimap-empty");
    rig.source.startOver("view 2");
    await rig.clock.advance(1000);
    expect(rig.dom.root.classList).toContain("fst-minimap-empty");
    drag(rig, 100, 200);
    expect(rig.timeline.view.state.window).toBeNull();
  });

  it("leaves nothing behind, also with a count under way", async () => {
    const rig = await rigOf();
    rig.source.show(runAt(1, 5));
    rig.dispose();
    rig.timeline.dispose();
    expect(rig.clock.pending).toBe(0);
    const before = rig.window();
    drag(rig, 100, 300);
    press(rig, "window", "End");
    expect(rig.window()).toBe(before);
    expect([...HandResizeObserver.alive]).toHaveLength(1);
  });
});

describe("what the minimap counts", () => {
  it("is said of it: in its name, under the pointer, and on it where it is not all", async () => {
    const overview = new HandOverview();
    const rig = await rigOf(false, { overview });
    const said = async (): Promise<(string | null)[]> => {
      await rig.clock.advance(1000);
      return [rig.dom.root.getAttribute("aria-label"), rig.dom.scope.textContent];
    };
    expect(await said()).toEqual(["Minimap_Label", "Scope_Loaded"]);
    overview.show(dayBins(9, Array.from({ length: 10 }, () => [1, 0, 50])));
    expect(await said()).toEqual(["Minimap_Label_All", ""]);
    pointer(rig, "pointermove", rig.x(ago(60)) - 1);
    expect(rig.dom.hint.textContent).toMatch(/Runs\|51\nFailures\|1\nScope_All$/);
    rig.commands.setText("Run");
    expect(await said()).toEqual(["Minimap_Label_All", "Scope_NoSearch"]);
    rig.commands.clearFilter();
    overview.partial = true;
    overview.show(dayBins(9, [[1]]));
    expect(await said()).toEqual(["Minimap_Label_Partial", "Scope_Partial"]);
    rig.dispose();
    expect(overview.listenerCount).toBe(0);
  });

  it("is not said on it where there is nothing else to count", async () => {
    const rig = await rigOf();
    expect([rig.dom.root.getAttribute("aria-label"), rig.dom.scope.textContent]).toEqual(["Minimap_Label", ""]);
    pointer(rig, "pointermove", rig.x(ago(60)));
    expect(rig.dom.hint.textContent).not.toContain("Scope");
  });
});
