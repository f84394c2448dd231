import { spawnSync } from "node:child_process";
import type { Page } from "playwright-core";
import { demoPages, type DemoPages } from "../../scripts/demoPage";

/** The packed zips of the real control, opened in the demo: what stands here is what would be imported. */
const FIRST = "FlowSessionTimeline.zip";
const BOTH = `${FIRST},FlowSessionTimeline_Sessions.zip`;
/** The run of the generated data with the most child runs at this time. */
const NOW = "2026-11-20T12:00:00Z";
const PARENT = "bd50ecbc-44f6-4657-82cc-c320a0518880";

let pages: DemoPages | undefined;
let opened: Page[] = [];

beforeAll(async () => {
  // Opening the demo builds the control where it is stale; what is packed must be that.
  pages = await demoPages(null);
  expect(spawnSync(process.execPath, ["scripts/run-ts.mjs", "Solution/pack/main.ts"], { stdio: "inherit" }).status).toBe(0);
});
afterAll(() => pages?.close());
afterEach(async () => {
  const closing = opened;
  opened = [];
  const violations = await Promise.all(closing.map((page) => page.evaluate(() => window.solutionDemo?.hosts.flatMap((host) => host.violations) ?? [])));
  await Promise.all(closing.map((page) => page.context().close()));
  expect(violations.flat()).toEqual([]);
});

async function open(search: Readonly<Record<string, string>>): Promise<Page> {
  if (!pages) throw new Error("The demo is not started yet.");
  const page = await pages.open(`?${new URLSearchParams({ now: NOW, ...search }).toString()}`);
  opened.push(page);
  return page;
}

const rows = (page: Page): ReturnType<Page["locator"]> => page.locator('.fst-root [role="row"][aria-level]');
const pageTitles = (page: Page): Promise<string[]> => page.locator(".site-link span").allTextContents();

test.each([
  ["en", "Flow Session Timeline", ["Timeline", "Open now", "Failed", "My runs"], "All Runs (Timeline)"],
  ["de", "Zeitleiste der Desktopflow-Läufe", ["Zeitleiste", "Jetzt offen", "Fehlgeschlagen", "Meine Läufe"], "Alle Läufe (Zeitleiste)"],
])("the packed app starts with the timeline, in %s", async (lang, name, titles, view) => {
  const page = await open({ solution: FIRST, lang });
  await rows(page).first().waitFor();
  expect(await page.locator(".app-name").textContent()).toBe(name);
  expect(await pageTitles(page)).toEqual(titles);
  expect(await page.locator(".view-switcher option:checked").textContent()).toBe(view);
  expect(await page.evaluate(() => document.body.textContent)).not.toContain("(no label in this language)");
});

test("each page and each view of the packed app shows the control with rows", async () => {
  const page = await open({ solution: FIRST });
  const views = await page.locator(".view-switcher option").evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  expect(views).toHaveLength(9);
  for (const view of views) {
    await page.locator(".view-switcher").selectOption(view);
    await page.waitForFunction((id) => window.solutionDemo?.ready === true && window.solutionDemo.state.view === id, view);
    // Nobody owns runs here as the user of the demo: "My runs" is empty, and says so.
    await page.locator('.fst-root [role="row"][aria-level], .fst-root .fst-message').first().waitFor();
  }
});

test("a run's form has its child runs on the timeline, its artifacts and its log", async () => {
  const page = await open({ solution: FIRST, record: `flowsession/${PARENT}` });
  expect(await page.locator(".card h2").allTextContents()).toEqual(["Summary", "Timeline", "Artifacts", "Log"]);
  await page.locator('[data-subgrid="childRuns"] .fst-root [role="row"][aria-level]').first().waitFor();
  expect(await page.locator('[data-subgrid="artifacts"] .fst-root, [data-subgrid="log"] .fst-root').count()).toBe(0);
  expect(await page.locator('[data-subgrid="artifacts"], [data-subgrid="log"]').allTextContents()).not.toContain("");
});

test("process sessions stand on the timeline with their statuses and links", async () => {
  const page = await open({ solution: BOTH, page: "fst_sessions" });
  await page.waitForFunction(() => document.querySelectorAll('.fst-root [role="row"][aria-level]').length === 6);
  expect(await rows(page).evaluateAll((all) => all.map((row) => Number(row.getAttribute("aria-level"))).sort())).toEqual([1, 1, 1, 1, 2, 3]);
  const spoken = (await rows(page).allTextContents()).join("\n") + (await rows(page).evaluateAll((all) => all.map((row) => row.getAttribute("aria-label") ?? "").join("\n")));
  for (const status of ["Not started", "In progress", "Paused", "Completed", "Cancelled", "Failed"]) expect(spoken).toContain(status);
});

test("machines have a form with their runs in lanes", async () => {
  const page = await open({ solution: BOTH, page: "fst_machines" });
  await page.getByRole("button", { name: "VM-SCM-01" }).click();
  await page.locator('[data-subgrid="runs"] .fst-root [role="row"]').first().waitFor();
  expect(await page.locator(".card h2").allTextContents()).toEqual(["Timeline", "Summary"]);
});

test("roles open the app and read what it shows; without one nothing opens", async () => {
  const viewer = await open({ solution: FIRST, role: "Flow Session Timeline Viewer" });
  await rows(viewer).first().waitFor();
  expect(await viewer.locator(".app-note").textContent()).toContain("prvReadflowsession (Global)");
  const nobody = await open({ solution: FIRST, role: "None of these roles" });
  expect(await nobody.locator(".site-link").count()).toBe(0);
  expect(await nobody.locator(".workspace").textContent()).toContain("does not open the app");
});
