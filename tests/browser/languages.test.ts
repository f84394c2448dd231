import { useDemo } from "./demo";
import { flowOf, knownRuns } from "./knownRuns";
import { allTexts, clippedTexts, dataTexts, recordCanvasTexts, untranslated } from "./texts";
import type { TimelinePage } from "./timelinePage";

const demo = useDemo();
const NOW = "2026-03-10T12:00:00Z";
const PSEUDO = { lang: "pseudo", now: NOW };

async function expectTranslated(timeline: TimelinePage): Promise<void> {
  await timeline.frame();
  const data = await dataTexts(timeline);
  const texts = await allTexts(timeline);
  expect(texts.some((text) => text.includes("[!!!"))).toBe(true);
  expect(texts.map((text) => untranslated(text, data)).filter(Boolean)).toEqual([]);
}

describe("in the pseudo-language no text is left as it is", () => {
  const open = async (layout: string): Promise<TimelinePage> => {
    const timeline = await demo.open({ ...PSEUDO, size: 200, layout });
    await recordCanvasTexts(timeline);
    // Every label on the canvas is written anew.
    await timeline.focusRows();
    await timeline.press("w");
    return timeline;
  };

  test("toolbar, legend, rows, canvas and status line: the tree", async () => {
    const timeline = await open("tree");
    await expectTranslated(timeline);
    await timeline.press("0");
    await timeline.press("End");
    await expectTranslated(timeline);
  });

  test("toolbar, legend, rows, canvas and status line: tracks", async () => {
    for (const layout of ["machine", "status"]) {
      const timeline = await open(layout);
      await timeline.press("ArrowDown");
      await timeline.press("ArrowRight");
      await expectTranslated(timeline);
    }
  });

  test("details of a failed run, its tooltip, and a parent with children", async () => {
    const timeline = await demo.openOn(undefined, { ...PSEUDO, layout: "tree" });
    for (const index of [3, 10, 12]) {
      const { bar } = await timeline.bar(flowOf(index));
      await timeline.page.mouse.click((bar.left + bar.right) / 2, (bar.top + bar.bottom) / 2);
      await timeline.eventually("the details are open", () => timeline.text(".fst-side-title"), (title) => title === flowOf(index));
      await timeline.page.mouse.move((bar.left + bar.right) / 2 + 1, (bar.top + bar.bottom) / 2);
      await timeline.element(".fst-tooltip.fst-shown");
      await expectTranslated(timeline);
    }
  });

  test("menus, help and data notes", async () => {
    const timeline = await open("tree");
    for (const menu of [".fst-window", ".fst-layout", ".fst-tools [aria-haspopup] >> nth=2"]) {
      await timeline.openMenu(menu);
      await expectTranslated(timeline);
      await timeline.press("Escape");
      await timeline.until("the menu is closed", () => document.querySelector(".ms-ContextualMenu") === null, null);
    }
    await timeline.focusRows();
    await timeline.press("?");
    await timeline.element(".fst-side .fst-keys");
    await expectTranslated(timeline);
    await timeline.press("Escape");
    await timeline.page.click(".fst-status .fst-link >> nth=0");
    await timeline.element(".fst-side");
    await expectTranslated(timeline);
  });

  test("messages", async () => {
    const timeline = await demo.openEmpty(PSEUDO);
    await timeline.element(".fst-message");
    await expectTranslated(timeline);
    await timeline.page.evaluate((rows) => {
      window.demo?.table?.setRows(rows as never);
      window.demo?.host?.refresh();
    }, knownRuns as unknown);
    await timeline.untilRows();
    await timeline.page.fill(".fst-search input", "no run has this name");
    await timeline.element(".fst-message");
    await expectTranslated(timeline);
    await timeline.page.evaluate(() => window.demo?.host?.setView({ id: "5d1a7c7e-2f0b-4c6e-9a41-0e6d3a5b7c09", name: "Names only", columns: [{ name: "name", width: 200 }] }));
    await timeline.eventually("another message", () => timeline.text(".fst-message"), (text) => !text.includes("[!!! Ñöö ļ"));
    await expectTranslated(timeline);
  });
});

/** Where no text may be cut; names of runs and the facts of the status line end in an ellipsis on purpose. */
const WHOLE = [".fst-toolbar", ".fst-head", ".fst-side-title", ".fst-side-body h3", ".fst-side-body h4", ".fst-side-body dt", ".fst-badge", ".fst-actions", ".fst-message", ".fst-status .fst-link"];

describe.each([["en"], ["de"]])("in %s no text is cut", (lang) => {
  test.each([
    [1280, WHOLE],
    // On a phone the time window ends in an ellipsis; its name says all of it.
    [320, [...WHOLE.slice(1), ".fst-legend"]],
  ])("at %i px", async (width, parts) => {
    const timeline = await demo.openOn(undefined, { lang, layout: "tree" }, { viewport: { width, height: 800 } });
    expect(await clippedTexts(timeline, parts)).toEqual([]);
    await timeline.page.click(".fst-chip.fst-mark-failed");
    await timeline.eventually("five failed runs are listed", () => timeline.rows(), (rows) => rows.length === 5);
    await timeline.page.click(`.fst-row >> text=${flowOf(3)}`);
    await timeline.element(".fst-side .fst-why");
    expect(await clippedTexts(timeline, parts)).toEqual([]);
    await timeline.page.click(".fst-side-head button");
    await timeline.focusRows();
    await timeline.press("?");
    await timeline.element(".fst-side .fst-keys");
    expect(await clippedTexts(timeline, parts)).toEqual([]);
    await timeline.press("Escape");
    await timeline.page.click(".fst-chip.fst-mark-failed");
    await timeline.wheel({ x: width - 60, y: 300 }, { x: -4000 });
    await timeline.element(".fst-message");
    expect(await clippedTexts(timeline, parts)).toEqual([]);
  });

  test("at 1280 px with the app around it and on tracks", async () => {
    const timeline = await demo.open({ lang, layout: "machine", size: 2000, now: NOW, chrome: 1 });
    expect(await clippedTexts(timeline, WHOLE)).toEqual([]);
  });
});

test("the measure sees a text that is cut", async () => {
  const timeline = await demo.openOn(undefined, { layout: "tree" });
  await timeline.page.addStyleTag({ content: ".fst-root .fst-chip { inline-size: 8px; padding: 0; overflow: hidden; }" });
  expect((await clippedTexts(timeline, [".fst-toolbar"])).length).toBeGreaterThan(2);
});

test("German says runs and dates in German", async () => {
  const timeline = await demo.openOn(undefined, { lang: "de", layout: "tree" });
  expect((await timeline.row(flowOf(3))).name).toMatch(/^Flow 03, Fehlgeschlagen, .*09\.03\.2026 15:24.*14 Minuten/);
  await timeline.untilFacts("48 Läufe in diesem Fenster");
});
