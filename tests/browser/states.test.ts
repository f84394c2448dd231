import { useDemo } from "./demo";
import { COUNT, flowOf, knownRuns } from "./knownRuns";
import type { TimelinePage } from "./timelinePage";

const demo = useDemo();
const MESSAGE = ".fst-message";

const untilMessage = (timeline: TimelinePage, sentence: string): Promise<unknown> => timeline.eventually(`the control says "${sentence}"`, () => timeline.text(`${MESSAGE}-text`), (text) => text === sentence);
const untilNoMessage = (timeline: TimelinePage): Promise<void> => timeline.until("there is no message any more", () => document.querySelector(".fst-message") === null, null);
const press = (timeline: TimelinePage, button: string): Promise<void> => timeline.page.click(`${MESSAGE} button:has-text("${button}")`);
const fetches = (timeline: TimelinePage): Promise<number> => timeline.page.evaluate(() => window.demo?.host?.fetches ?? 0);
const failNext = (timeline: TimelinePage, message: string): Promise<void> =>
  timeline.page.evaluate((text) => {
    window.demo?.host?.failNextFetch(text);
    window.demo?.host?.refresh();
  }, message);

test("while the first page is under way the control says so and holds the place of the rows", async () => {
  const timeline = await demo.openOn(undefined, { layout: "tree" });
  const said = await timeline.page.evaluate(() => {
    const { host } = window.demo ?? {};
    const place = document.querySelector<HTMLElement>(".control-place");
    host?.unmount();
    if (place) host?.mount(place);
    const skeleton = document.querySelector(".fst-skeleton");
    return { role: skeleton?.getAttribute("role"), label: skeleton?.getAttribute("aria-label"), heightPx: skeleton?.clientHeight, message: document.querySelector(".fst-message") };
  });
  expect(said).toEqual({ role: "status", label: "Loading runs…", heightPx: 8 * 30, message: null });
  await timeline.untilRows();
  expect((await timeline.rows())[0]?.label).toBe(flowOf(0));
});

test("a view without runs says so, and its button asks again", async () => {
  const timeline = await demo.openEmpty();
  await untilMessage(timeline, "This view holds no runs.");
  const before = await fetches(timeline);
  await timeline.page.evaluate((rows) => window.demo?.table?.setRows(rows as never), knownRuns as unknown);
  await press(timeline, "Refresh");
  await timeline.untilRows();
  expect(await fetches(timeline)).toBeGreaterThan(before);
  await timeline.untilFacts(`all ${COUNT} loaded`);
});

test("an error before the first rows says what the host said, and its button tries again", async () => {
  const timeline = await demo.openEmpty();
  await untilMessage(timeline, "This view holds no runs.");
  await timeline.page.evaluate((rows) => window.demo?.table?.setRows(rows as never), knownRuns as unknown);
  await failNext(timeline, "The server is taking a nap.");
  await untilMessage(timeline, "The runs could not be loaded.");
  expect(await timeline.text(MESSAGE)).toContain("The server is taking a nap.");
  await press(timeline, "Try again");
  await timeline.untilRows();
  await timeline.untilFacts(`all ${COUNT} loaded`);
});

test("an error with rows on screen loses nothing and is said beside them until the next success", async () => {
  const timeline = await demo.openOn(undefined, { layout: "tree" });
  const before = await timeline.rows();
  await timeline.page.click(`.fst-row >> text=${flowOf(4)}`);
  await failNext(timeline, "The server is taking a nap.");
  await timeline.eventually("the status line says the error", () => timeline.text(".fst-status"), (text) => text.includes("The server is taking a nap."));
  expect((await timeline.rows()).map(({ label }) => label)).toEqual(before.map(({ label }) => label));
  expect((await timeline.rows()).filter(({ bar }) => bar).length).toBeGreaterThan(10);
  expect(await timeline.text(".fst-side-title")).toBe(flowOf(4));
  expect(await timeline.page.$(MESSAGE)).toBeNull();
  await timeline.page.evaluate(() => window.demo?.host?.refresh());
  await timeline.eventually("the error is forgotten", () => timeline.text(".fst-status"), (text) => !text.includes("nap"));
  expect(await timeline.facts()).toContain(`all ${COUNT} loaded`);
});

test("a view without a column of time says which to add, and another view works again", async () => {
  const timeline = await demo.openOn(undefined, { layout: "tree", chrome: 1 });
  await timeline.page.evaluate(() =>
    window.demo?.host?.setView({ id: "5d1a7c7e-2f0b-4c6e-9a41-0e6d3a5b7c09", name: "Names only", columns: [{ name: "name", width: 200 }, { name: "statuscode", width: 100 }] })
  );
  await untilMessage(timeline, "This view has no column with a time, so nothing can be placed on the timeline.");
  expect(await timeline.text(MESSAGE)).toContain("Add Started On, Completed On or Created On to the view, or map them in the control's settings.");
  await timeline.page.selectOption(".view-switcher", "failed");
  await untilNoMessage(timeline);
  await timeline.untilRows();
});

test("columns that are missing are a data note, and the rest is drawn", async () => {
  const timeline = await demo.openOn(undefined, { layout: "tree" });
  await timeline.page.evaluate(() =>
    window.demo?.host?.setView({
      id: "5d1a7c7e-2f0b-4c6e-9a41-0e6d3a5b7c08", name: "Times only", columns: [{ name: "name", width: 200 }, { name: "startedon", width: 100 }, { name: "completedon", width: 100 }],
    })
  );
  await timeline.eventually("the rows are drawn", () => timeline.rows(), (rows) => rows.length > 10 && rows.every(({ level }) => level === 1));
  await timeline.page.click(".fst-status >> text=/data notes?/");
  const said = await timeline.text(".fst-side-body");
  for (const role of ["Parent run", "Machine", "Machine group"]) expect(said).toContain(role);
});

test("a filter without a match says so, and its button clears it", async () => {
  const timeline = await demo.openOn(undefined, { layout: "tree" });
  await timeline.page.fill(".fst-search input", "no run has this name");
  await untilMessage(timeline, "No loaded run matches the filter.");
  await press(timeline, "Clear the filter");
  await untilNoMessage(timeline);
  await timeline.untilFacts(`${COUNT} runs in this window`);
  expect(await timeline.page.inputValue(".fst-search input")).toBe("");
});

test("a filter whose matches lie elsewhere says how many, and its button goes there", async () => {
  const timeline = await demo.openOn(undefined, { layout: "tree", window: "hour1" });
  await timeline.page.fill(".fst-search input", flowOf(17));
  await timeline.eventually("the message says where", () => timeline.text(`${MESSAGE}-text`), (text) => /^Nothing matches between .*; 1 run elsewhere does\.$/.test(text));
  await press(timeline, "Go to the latest match");
  await untilNoMessage(timeline);
  await timeline.eventually("the match is listed", () => timeline.rows(), (rows) => rows.some(({ label, bar }) => label === flowOf(17) && bar?.family === "failed"));
});

test("a window without runs says so, and its button goes to the latest run", async () => {
  const timeline = await demo.openOn(undefined, { layout: "tree" });
  await timeline.focusRows();
  await timeline.wheel({ x: 800, y: 300 }, { x: -3000 });
  await timeline.eventually("the message names the window", () => timeline.text(`${MESSAGE}-text`), (text) => /^No run lies between .*\.$/.test(text));
  await press(timeline, "Go to the latest run");
  await untilNoMessage(timeline);
  await timeline.eventually("the latest run is listed", () => timeline.rows(), (rows) => rows.some(({ label }) => label === flowOf(COUNT - 1)));
});

test("load more brings further pages until all are there", async () => {
  const timeline = await demo.open({ size: 2000, pageSize: 250, layout: "tree", now: "2026-03-10T12:00:00Z" });
  const loaded = async (): Promise<number> => Number(/([\d,]+) of|all ([\d,]+) loaded/.exec(await timeline.facts())?.slice(1).find(Boolean)?.replace(/,/g, "") ?? NaN);
  const first = await loaded();
  expect(first).toBeLessThan(300);
  await timeline.page.click(".fst-status >> text=Load more");
  const second = await timeline.eventually("about a thousand rows more are there", loaded, (now) => now >= first + 900);
  await timeline.page.click(".fst-status >> text=Load more");
  await timeline.untilFacts("all ");
  expect(await loaded()).toBeGreaterThan(second);
  expect(await timeline.page.$(".fst-status >> text=Load more")).toBeNull();
});

test.each([16, 17])("the page asks nobody but its own server (React %i)", async (react) => {
  const timeline = await demo.openOn(undefined, { react, layout: "tree", chrome: 1 });
  await timeline.openMenu(".fst-layout");
  await timeline.press("Escape");
  await timeline.page.click(`.fst-row >> text=${flowOf(3)}`);
  await timeline.page.fill(".fst-search input", "x");
  await timeline.frame();
  const asked = await timeline.page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.filter((name) => !name.startsWith("http://127.0.0.1:") && !name.startsWith("data:"))).toEqual([]);
});
