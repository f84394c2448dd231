import { readFileSync } from "node:fs";
import type * as ReactTypes from "react";
import { createHost, createSession, createTable, readManifest, readResx, type ControlConstructor, type HostLibraries, type HostOptions } from "../../emulator";
import { generateRuns } from "../../demo/data/generator";
import { flowsession } from "../../demo/data/flowsession";
import { propertySets, viewOf } from "../../demo/page/views";
import { HandResizeObserver, installBrowserParts, type BrowserParts } from "../support/browserParts";
import { ListenerCount } from "../support/listenerCount";
import { Act, Page } from "./page";

const SOURCE = "FlowSessionTimeline";
const SIZE = { width: 1000, height: 500 };
const NOW = Date.UTC(2026, 0, 15, 12);

const text = (file: string): string => readFileSync(`${SOURCE}/${file}`, "utf8");

/**
 * The life of the control on the emulated host, with every measured quirk, from `init` to `destroy`.
 * @param act React's own `act` of the same version
 */
export function describeLifecycle(version: string, Control: new () => unknown, libraries: HostLibraries & { readonly React: typeof ReactTypes }, act: Act): void {
  const manifest = readManifest(text("ControlManifest.Input.xml"));
  const strings = readResx(text("strings/FlowSessionTimeline.1033.resx"));
  let parts: BrowserParts;
  let listeners: ListenerCount;
  let mounted: Page | undefined;
  const said: string[] = [];

  beforeEach(() => {
    said.length = 0;
    for (const level of ["warn", "error"] as const) jest.spyOn(console, level).mockImplementation((...words: unknown[]) => void said.push(words.map(String).join(" ")));
    jest.useFakeTimers({ now: NOW });
    parts = installBrowserParts(window, SIZE);
    listeners = new ListenerCount();
  });

  afterEach(async () => {
    if (mounted?.host.mounted) await act(async () => mounted?.host.unmount());
    const violations = mounted?.host.violations ?? [];
    mounted = undefined;
    document.body.replaceChildren();
    listeners.stop();
    parts.remove();
    jest.useRealTimers();
    jest.restoreAllMocks();
    expect(violations).toEqual([]);
    expect(said).toEqual([]);
  });

  async function open(options: Partial<HostOptions> & { readonly size?: number } = {}): Promise<Page> {
    const { size = 300, ...rest } = options;
    const table = createTable(flowsession, generateRuns({ size, nowMs: NOW }));
    // The host knows a control by its constructor alone.
    const host = createHost(Control as ControlConstructor, { manifest, libraries, table, view: viewOf("all"), propertySets, strings, strictStrings: true, width: 1000, ...rest });
    const container = document.createElement("div");
    document.body.append(container);
    const page = new Page(host, container, table, act);
    mounted = page;
    await act(async () => host.mount(container));
    await act(async () => HandResizeObserver.fire());
    return page;
  }

  async function opened(options: Parameters<typeof open>[0] = {}): Promise<Page> {
    const page = await open(options);
    await page.wait();
    return page;
  }

  describe(`the control on React ${version}`, () => {
    it("runs on that React", () => {
      expect(libraries.React.version).toBe(version);
    });

    it("says that it loads, then draws its rows and what is true of them", async () => {
      const page = await open();
      expect(page.one(".fst-skeleton").getAttribute("aria-label")).toBe(strings.Loading);
      await page.wait();
      expect(page.all(".fst-skeleton")).toEqual([]);
      expect(page.rows.length).toBeGreaterThan(3);
      expect(page.one(".fst-facts").textContent).toContain("50");
      expect(Number(page.one("[role=treegrid]").getAttribute("aria-rowcount"))).toBeGreaterThanOrEqual(page.rows.length);
      for (const row of page.rows) expect(row.getAttribute("aria-label")).toMatch(/.+,.+/);
    });

    it("draws the same after passes that bring nothing new", async () => {
      const page = await opened();
      const before = page.container.innerHTML;
      page.host.resize(999);
      page.host.resize(1000);
      await page.wait(20);
      expect(page.container.innerHTML).toBe(before);
    });

    it("never goes round in circles with its host", async () => {
      const page = await opened({ passLimit: 10 });
      page.host.refresh();
      await page.wait();
      const { passes } = page.host;
      await page.wait(60_000);
      expect(page.host.passes).toBe(passes);
    });

    it("tells an empty view, a failed one and one without times apart, each with its remedy", async () => {
      const empty = await opened({ size: 0 });
      expect(empty.one(".fst-message").textContent).toContain(strings.Message_Empty);
      await act(async () => empty.host.unmount());
      const unbound = await opened({ view: { ...viewOf("all"), columns: [{ name: "name", width: 100 }] }, propertySets: {} });
      expect(unbound.one(".fst-message").textContent).toContain(strings.Message_Unbound);
      await act(async () => unbound.host.unmount());
      const failed = await open();
      failed.host.failNextFetch("The server is on holiday.");
      await failed.wait();
      expect(failed.one(".fst-message").textContent).toContain("The server is on holiday.");
      await failed.click(failed.button(strings.Try_Again ?? ""));
      await failed.wait();
      expect(failed.all(".fst-message")).toEqual([]);
      expect(failed.rows.length).toBeGreaterThan(0);
    });

    it("loads more until the list has ended, and counts along", async () => {
      const page = await opened({ size: 220 });
      await page.click(page.button(strings.Load_More ?? ""));
      await page.wait(5_000);
      expect(page.all(".fst-status button").map((button) => button.textContent)).not.toContain(strings.Load_More);
      const ids = new Set(page.table.rows.map((row) => row.id).filter(Boolean));
      expect(page.one(".fst-facts").textContent).toContain(String(ids.size));
    });

    it("shows another view from its beginning", async () => {
      const page = await opened();
      await page.clickRun();
      expect(page.all(".fst-side")).toHaveLength(1);
      page.host.setView(viewOf("failed"));
      await page.wait(10);
      expect(page.all(".fst-side")).toEqual([]);
      await page.wait();
      const marks = page.rows.map((row) => row.dataset.mark);
      expect(marks.length).toBeGreaterThan(0);
      expect(marks.filter((mark) => mark === "ok" || mark === "open" || mark === "stopped")).toEqual([]);
    });

    it("says why a run failed, and selects it in the host", async () => {
      const page = await opened({ view: viewOf("failed") });
      await page.clickRun("failed");
      const why = page.one(`.fst-side [aria-label="${strings.Why_Failed ?? ""}"]`);
      expect((why.textContent ?? "").length).toBeGreaterThan((strings.Why_Failed ?? "").length + 5);
      expect(page.host.selectedRecordIds).toHaveLength(1);
      page.host.refresh();
      await page.wait();
      expect(page.host.selectedRecordIds).toHaveLength(1);
    });

    it("opens a run on Enter", async () => {
      const page = await opened();
      const opens: string[] = [];
      page.host.on("recordOpened", ({ id }) => void opens.push(id));
      await page.clickRun("ok");
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
      await page.wait(1000);
      expect(opens).toHaveLength(1);
      expect(page.host.mounted).toBe(false);
    });

    it("filters by the legend and takes the filter back", async () => {
      const page = await opened();
      const before = page.rows.length;
      await page.click(page.one(".fst-chip.fst-mark-failed"));
      expect(page.rows.every((row) => "dimmed" in row.dataset || row.dataset.mark === "failed" || row.dataset.mark === "ghost")).toBe(true);
      await page.click(page.button(strings.Filter_Clear ?? ""));
      expect(page.rows).toHaveLength(before);
    });

    it("follows theme and direction without losing what the user did", async () => {
      const page = await opened({ theme: "light" });
      await page.clickRun();
      page.host.setTheme("dark");
      await page.wait();
      expect(page.one(".fst-root").className).toContain("fst-dark");
      expect(page.all(".fst-side")).toHaveLength(1);
    });

    it("stands right to left for a user who reads so", async () => {
      const page = await opened({ user: { language: "he-IL", timeZone: "Asia/Jerusalem" } });
      expect(page.one(".fst-root").getAttribute("dir")).toBe("rtl");
      expect(page.one(".fst-facts").textContent).toContain("UTC+02:00");
    });

    it("shows the children of a record on its form, from the rows of the subgrid alone", async () => {
      const runs = generateRuns({ size: 300, nowMs: NOW });
      const ids = new Set(runs.map((row) => row.id));
      const parent = runs.map((row) => row.cells.parentdesktopflowrunid).find((cell) => typeof cell === "object" && cell !== null && ids.has(cell.id));
      if (typeof parent !== "object" || parent === null) throw new Error("the generator makes children");
      const page = await opened({ view: viewOf("children"), placement: { kind: "subgrid", parent: { column: "parentdesktopflowrunid", table: "flowsession", id: parent.id, name: parent.name } } });
      await page.wait(1000);
      expect(page.rows.length).toBeGreaterThan(1);
      expect(page.one(".fst-root").style.height).toBe("440px");
    });

    it("keeps the user's layout for the next visit in the session", async () => {
      const session = createSession();
      const first = await opened({ session, size: 60 });
      expect(first.all("[data-mark=lanes]")).toEqual([]);
      await first.click(first.one(".fst-layout"));
      await first.click(first.button(strings.Layout_Status ?? ""));
      await act(async () => first.host.unmount());
      const second = await opened({ session, size: 60 });
      expect(second.all("[data-mark=lanes]").length).toBeGreaterThan(0);
    });

    it("writes every text in the language of the user", async () => {
      const marked = Object.fromEntries(Object.entries(strings).map(([key, value]) => [key, key === "Language" ? value : `⟦${value}⟧`]));
      const page = await opened({ strings: marked });
      await page.clickRun();
      const read = page.all(".fst-toolbar button, .fst-status button, .fst-side h2, .fst-side h3, .fst-side dt").map((element) => element.getAttribute("aria-label") ?? element.textContent ?? "");
      // A run's own name is data.
      const [title = ""] = page.all(".fst-side h2").map((element) => element.textContent ?? "");
      expect(read.filter((one) => one !== "" && one !== title && !one.includes("⟦"))).toEqual([]);
    });

    describe("leaves nothing behind", () => {
      /** Opens the control, does something and takes it down; then nothing is left that was not there before. */
      async function leave(during: (page: Page) => Promise<void>, options: Parameters<typeof open>[0] = {}): Promise<void> {
        const before = { listeners: listeners.now, media: parts.mediaListeners(), observers: HandResizeObserver.alive.size, timers: jest.getTimerCount() };
        expect(before).toEqual({ listeners: {}, media: 0, observers: 0, timers: 0 });
        const page = await open(options);
        await during(page);
        const { calls } = page.host;
        const count = calls.length;
        await act(async () => page.host.unmount());
        await page.wait(1_000);
        page.container.remove();
        expect({ listeners: listeners.now, media: parts.mediaListeners(), observers: HandResizeObserver.alive.size, timers: jest.getTimerCount() }).toEqual(before);
        // Fluent keeps one empty element for the layers of everybody on the page.
        expect([...document.body.children].filter((element) => element.id !== "fluent-default-layer-host" || element.childElementCount > 0)).toEqual([]);
        await page.wait(60_000);
        expect(calls.slice(count).map(({ member }) => member)).toEqual([]);
      }

      it("at rest", () => leave((page) => page.wait()));

      it("before the first rows have come", () => leave(async () => undefined));

      it("with a menu open and a request in flight", () =>
        leave(async (page) => {
          await page.wait();
          await page.click(page.one(".fst-window"));
          expect(page.all(".ms-ContextualMenu").length).toBeGreaterThan(0);
          await act(async () => page.button(strings.Load_More ?? "").click());
        }));

      it("in the middle of a gesture, with the panel open and the focus in the rows", () =>
        leave(async (page) => {
          await page.wait();
          await page.clickRun();
          const before = page.one(".fst-window").textContent;
          await act(async () => {
            page.aRun().focus();
            page.one(".fst-canvas").dispatchEvent(new WheelEvent("wheel", { deltaY: 100, ctrlKey: true, bubbles: true, cancelable: true }));
          });
          expect(page.one(".fst-window").textContent).toBe(before);
        }));

      it("with a refresh interval set", () => leave((page) => page.wait(), { inputs: { refreshSeconds: 10 } }));

      it("in full screen", () =>
        leave(async (page) => {
          await page.wait();
          await page.click(page.button(strings.More ?? ""));
          await page.click(page.button(strings.Full_Screen ?? ""));
          await page.wait();
          expect(page.host.fullScreen).toBe(true);
        }));
    });
  });
}
