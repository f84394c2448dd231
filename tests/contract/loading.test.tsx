/** @jest-environment jsdom */
import * as React from "react";
import * as ReactDOM from "react-dom";
import { act } from "react-dom/test-utils";
import { epochMs } from "../../FlowSessionTimeline/base/brand";
import { guid } from "../../FlowSessionTimeline/domain/run.testing";
import { Ports } from "../../FlowSessionTimeline/view/ports";
import { App } from "../../FlowSessionTimeline/view/shell/App";
import { HandResizeObserver, installBrowserParts } from "../support/browserParts";
import { TEST_NOW } from "../support/testClock";
import { dayBins, HandOverview, PLAIN_SURROUNDINGS, runAt, timelineRig, TimelineRig } from "../support/timelineRig";

interface ShellRig extends TimelineRig {
  readonly root: HTMLElement;
  readonly wait: (ms: number) => Promise<void>;
  readonly does: (action: () => void) => Promise<void>;
  readonly one: (selector: string) => HTMLElement | null;
  readonly facts: () => string;
  /** The button with this text. @throws if there is none */
  readonly button: (text: string) => HTMLElement;
}

let end: (() => void) | undefined;
afterEach(() => {
  end?.();
  end = undefined;
});

/** The whole shell on a source made by hand, with texts that are their keys. */
async function shellRig(parts: Partial<Ports> = {}): Promise<ShellRig> {
  const browser = installBrowserParts(window, { width: 1000, height: 500 });
  const rig = timelineRig({ firstLayout: "tree" }, {}, parts);
  const root = document.createElement("div");
  document.body.append(root);
  const wait = async (ms: number): Promise<void> => void (await act(async () => rig.clock.advance(ms)));
  const does = async (action: () => void): Promise<void> => {
    await act(async () => action());
    await wait(40);
  };
  end = () => {
    act(() => void ReactDOM.unmountComponentAtNode(root));
    rig.timeline.dispose();
    root.remove();
    browser.remove();
    expect([rig.clock.pending, rig.source.listenerCount]).toEqual([0, 0]);
  };
  await does(() => void ReactDOM.render(<App timeline={rig.timeline} surroundings={PLAIN_SURROUNDINGS} />, root));
  await does(() => HandResizeObserver.fire());
  await does(() => rig.source.show(runAt(1, 60), runAt(2, 50, { statusCode: 8 }), runAt(3, 40)));
  await does(() => rig.source.serve({}));
  const one = (selector: string): HTMLElement | null => root.querySelector<HTMLElement>(selector);
  const button = (text: string): HTMLElement => {
    const found = [...root.querySelectorAll("button")].find((element) => [element.textContent, element.getAttribute("aria-label")].includes(text));
    if (!found) throw new Error(`no button ${text}`);
    return found;
  };
  return { ...rig, root, wait, does, one, facts: () => one(".fst-facts")?.textContent ?? "", button };
}

describe("reading a window", () => {
  it("shows no progress, and changes no words, where it takes less than 150 ms", async () => {
    const { source, facts, does, wait, one } = await shellRig();
    await wait(100);
    const before = facts();
    expect(before).toContain("Status_AllLoaded");
    await does(() => source.serve({ phase: "reading", received: 1, expected: 9 }));
    await wait(60);
    expect([facts(), one("[role=progressbar]")]).toEqual([before, null]);
    await does(() => source.serve({}));
    await wait(1000);
    expect([facts(), one("[role=progressbar]")]).toEqual([before, null]);
  });

  it("shows its progress, and can be stopped", async () => {
    const { source, facts, does, wait, one, button } = await shellRig();
    await does(() => source.serve({ phase: "reading", received: 25, expected: 100 }));
    await wait(200);
    expect(facts()).toContain("Status_ReadingOf|25|100");
    expect(one("[role=progressbar]")?.getAttribute("aria-valuenow")).toBe("25");
    await does(() => button("Stop_Reading").click());
    expect(source.cancels).toBe(1);
    await does(() => source.serve({ phase: "interrupted", received: 25, expected: 100 }));
    expect([facts().includes("Status_MissingRuns|75"), one("[role=progressbar]")]).toEqual([true, null]);
    await does(() => button("Read_On").click());
    expect(source.refreshes).toBe(1);
  });

  it("says no share where nobody knows how much there is", async () => {
    const { source, does, wait, one } = await shellRig();
    await does(() => source.serve({ phase: "reading", received: 5000, expected: null }));
    await wait(200);
    const bar = one("[role=progressbar]");
    expect([bar === null, bar?.hasAttribute("aria-valuenow"), bar?.textContent]).toEqual([false, false, ""]);
  });

  it("shows where rows will be while none has come, and takes it away when they do", async () => {
    const { source, timeline, does, wait, one } = await shellRig();
    await does(() => timeline.setWindow({ fromMs: epochMs(TEST_NOW - 9e8), toMs: epochMs(TEST_NOW - 8e8) }, true));
    await does(() => source.serve({ phase: "reading", received: 0, expected: null }));
    expect(one(".fst-message, .fst-skeleton")).toBeNull();
    await wait(200);
    expect(one(".fst-skeleton")).not.toBeNull();
    await does(() => source.show(runAt(4, 8.5e8 / 60_000)));
    expect(one(".fst-message, .fst-skeleton")).toBeNull();
  });

  it("has a button for the list's next page only where the list is all there is", async () => {
    const { source, does, root, button } = await shellRig();
    await does(() => source.say({ hasMore: true }));
    expect(root.textContent).not.toContain("Load_More");
    await does(() => source.say({ server: null, limit: "parentUnknown" }));
    expect(root.querySelector(".fst-note")?.textContent).toBe("Limit_ParentUnknown");
    await does(() => button("Load_More").click());
    expect(source.loads).toBe(1);
  });
});

describe("a fault", () => {
  it("stands beside what is on screen, with a button that tries again", async () => {
    const { source, does, one, button, root } = await shellRig();
    await does(() => source.serve({ phase: "interrupted", received: 3, expected: 9, fault: { kind: "busy", message: "", retryAt: epochMs(TEST_NOW + 60_000) } }));
    expect(one(".fst-note")?.textContent).toBe("Fault_Busy Fault_Retry|12:01:00");
    expect([one(".fst-message"), root.querySelectorAll(".fst-row").length]).toEqual([null, 3]);
    await does(() => button("Try_Again").click());
    expect(source.refreshes).toBe(1);
    await does(() => source.serve({}));
    expect(one(".fst-note")?.textContent).toBe("");
  });
});

describe("new failures", () => {
  it("are a chip that is spoken when it comes, leads to each, and goes when all were seen", async () => {
    const { source, does, one, button, timeline } = await shellRig();
    const place = one(".fst-news");
    expect([place?.getAttribute("role"), place?.textContent]).toEqual(["status", ""]);
    await does(() => source.say({ newFailures: [guid(2)] }));
    expect(place?.textContent).toBe("New_Failures|1");
    await does(() => button("New_Failures|1").click());
    expect([timeline.view.state.panelId, source.looks, place?.textContent]).toEqual([guid(2), 1, ""]);
    expect(document.activeElement?.getAttribute("aria-label")).toContain("Run 2");
  });

  it("can be dismissed", async () => {
    const { source, does, one, button, timeline } = await shellRig();
    await does(() => source.say({ newFailures: [guid(2)] }));
    await does(() => button("New_Failures_Dismiss").click());
    expect([timeline.view.state.panelId, source.looks, one(".fst-news")?.textContent]).toEqual(["", 1, ""]);
  });

  it("are one key away from the rows", async () => {
    const { source, does, one, timeline } = await shellRig();
    await does(() => source.say({ newFailures: [guid(2)] }));
    await does(() => one(".fst-row")?.focus());
    await does(() => void document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "x", bubbles: true, cancelable: true })));
    expect([timeline.view.state.panelId, source.looks]).toEqual([guid(2), 1]);
  });
});

describe("more runs than can be drawn", () => {
  it("have a legend without counts, which still chooses families, and no message that nothing is there", async () => {
    const overview = new HandOverview();
    const { source, does, one, root, facts, timeline } = await shellRig({ overview });
    expect(one(".fst-chip-count")?.textContent).toBe("1");
    await does(() => {
      overview.show(dayBins(1, [[1, 2, 900], [3]]));
      source.serve({ phase: "beyond", received: 0, expected: 2_000_000 });
    });
    expect([facts().startsWith("Status_Beyond|2000000"), one(".fst-message"), one(".fst-chip-count")]).toEqual([true, null, null]);
    expect(root.querySelectorAll(".fst-legend button")).toHaveLength(5);
    await does(() => one(".fst-legend .fst-mark-failed")?.click());
    expect(timeline.view.state.filter.hiddenFamilies.size).toBe(4);
    expect(one(".fst-density-row")?.getAttribute("aria-label")).toContain("Family_Failed|4");
    expect(one(".fst-density-row")?.getAttribute("aria-label")).not.toContain("Family_Ok");
  });

  it("have their family in the legend also where none of it is read", async () => {
    const { source, commands, does, root } = await shellRig();
    await does(() => commands.toggleFamily("other"));
    await does(() => source.serve({ hidden: new Set(["other"]) }));
    expect([...root.querySelectorAll(".fst-legend button")].map((chip) => chip.textContent)).toEqual(["Family_Failed 1", "Family_Ok 2", "Family_Other "]);
  });
});
