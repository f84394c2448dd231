import type { Response } from "playwright-core";
import { generateRuns } from "../../demo/data/generator";
import { startOrg, TOKEN, type OrgServer } from "../../demo/server/orgServer.testing";
import { demoPages, type DemoPages } from "../../scripts/demoPage";
import { NOW } from "./knownRuns";
import { TimelinePage } from "./timelinePage";

const rows = generateRuns({ size: 1_500, seed: 4, nowMs: Date.parse(NOW) });
const count = new Set(rows.map(({ id }) => id)).size;
const held = { token: TOKEN };

let org: OrgServer;
let pages: DemoPages;
beforeAll(async () => {
  org = await startOrg({ rows, accepts: { customisation: true, views: true, forms: false } });
  pages = await demoPages(null, [], { origin: org.origin, token: () => held.token });
});
afterAll(async () => {
  await pages.close();
  await org.close();
});
afterEach(() => { held.token = TOKEN; });

interface Opened { readonly timeline: TimelinePage; /** All that the page was answered. */ readonly answers: Response[]; readonly logged: string[] }

async function open(search: string): Promise<Opened> {
  const page = await pages.open(`?now=${NOW}&${search}`);
  const [answers, logged]: [Response[], string[]] = [[], []];
  page.on("response", (response) => answers.push(response));
  page.on("console", (message) => logged.push(message.text()));
  return { timeline: new TimelinePage(page), answers, logged };
}

it("the built control shows the runs of an environment, page, view, window and counts by requests that only read", async () => {
  const { timeline } = await open("panel=1&window=all");
  await timeline.untilRows();
  const { page } = timeline;
  expect(await page.locator(".app-note").textContent()).toBe(`Emulated app: runs of ${new URL(org.origin).host}, read only`);
  expect(await page.locator(".demo-panel").textContent()).toContain("The table Flow Session accepts views but no forms");
  await page.locator(".view-switcher").selectOption({ label: "All runs" });
  await timeline.until("the status line has every run", (said) => document.querySelector(".fst-facts")?.textContent?.startsWith(said), `${count.toLocaleString("en-US")} runs in this window · all loaded`);
  const ledger = await page.evaluate(() => (window.demo?.server?.ledger.entries ?? []).map(({ kind, error }) => ({ kind, error })));
  expect(ledger.filter(({ error }) => error !== null)).toEqual([]);
  expect(new Set(ledger.map(({ kind }) => kind))).toEqual(new Set(["page", "record", "metadata", "rows"]));
  expect(await timeline.wrongdoings()).toEqual([]);
  expect(org.asked.filter(({ method, headers }) => method !== "GET" || headers.authorization !== `Bearer ${TOKEN}`)).toEqual([]);
  await page.context().close();
});

it("neither page nor console nor any answer holds the token, also when it is not accepted any more", async () => {
  const { timeline, answers, logged } = await open("window=all");
  await timeline.untilRows();
  held.token = `stale-${TOKEN}`;
  await timeline.page.evaluate(() => window.demo?.host?.refresh());
  await timeline.until("the refusal has come", () => window.demo?.server?.ledger.entries.some(({ error }) => error?.httpStatus === 401), null);
  const texts = await Promise.all(answers.map(async (answer) => JSON.stringify(answer.headers()) + (await answer.text().catch(() => ""))));
  for (const text of [...texts, ...logged, await timeline.page.content()]) expect(text).not.toContain("secret-token");
  expect(answers.some((answer) => answer.status() === 401)).toBe(true);
  await timeline.page.context().close();
});

it("a run's form has its child runs from the environment, and nothing that would write", async () => {
  const { timeline } = await open("place=form");
  await timeline.untilRows();
  const labels = await timeline.page.locator(".command-bar button").allTextContents();
  expect(labels).toEqual(expect.not.arrayContaining(["Assign", "Delete"]));
  const asked = await timeline.page.evaluate(() => window.demo?.server?.ledger.entries.some(({ kind, text }) => kind === "page" && text.includes("parentdesktopflowrunid")));
  expect(asked).toBe(true);
  expect(org.asked.every(({ method }) => method === "GET")).toBe(true);
  await timeline.page.context().close();
});

it("another site's page gets nothing from the local server", async () => {
  const { timeline } = await open("window=all");
  const { page } = timeline;
  const before = org.asked.length;
  const origin = new URL(page.url()).origin;
  const foreign = await page.context().newPage();
  await foreign.goto(`${origin.replace("127.0.0.1", "localhost")}/page/page.js`);
  const status = await foreign.evaluate((address) => fetch(address, { mode: "no-cors" }).then((answer) => answer.type), `${origin}/org/WhoAmI`);
  expect(status).toBe("opaque");
  expect(org.asked.slice(before).filter(({ url }) => url.endsWith("WhoAmI"))).toEqual([]);
  await page.context().close();
});
