/** Prints the figures of docs/scale.md: what windows of two million runs cost in requests, rows and bytes, with the built control on the demo's Dataverse. */
import type { Page } from "playwright-core";
import { demoPages } from "./demoPage";

const NOW = "2026-06-03T10:20:00Z";
/** The size of the demo's large table. */
const RUNS = 2_000_000;
/** Ms without a request after which a step is taken for done; the counts of days wait a while before they begin. */
const QUIET = 4_000;
/** Ms after which a step is printed as it is. */
const LONGEST = 120_000;

interface Cost { readonly what: string; readonly requests: number; readonly rounds: number; readonly rows: number; readonly bytes: number; readonly says: string }

/** What the control asked since the last step, the dataset's own pages apart. */
async function costOf(page: Page, what: string): Promise<readonly Cost[]> {
  await page.waitForFunction(({ quiet, longest }) => {
    const { server } = window.demo ?? {};
    const entries = server?.ledger.entries ?? [];
    const last = Math.max(0, ...entries.map(({ askedAt, answeredAt }) => answeredAt ?? askedAt));
    const first = Math.min(Date.now(), ...entries.map(({ askedAt }) => askedAt));
    return Date.now() - first > longest || (server?.ledger.underWay === 0 && Date.now() - last > quiet && document.querySelector(".fst-facts") !== null);
  }, { quiet: QUIET, longest: LONGEST }, { timeout: 3 * LONGEST, polling: 200 });
  return page.evaluate(step => {
    const { server } = window.demo ?? {};
    const entries = server?.ledger.entries ?? [];
    const parts: [string, typeof entries][] = [
      ["dataset", entries.filter(({ kind }) => kind === "page")],
      ["rows", entries.filter(({ kind, text }) => kind === "rows" && !text.includes("aggregate%3D"))],
      ["counts", entries.filter(({ kind, text }) => kind === "rows" && text.includes("aggregate%3D"))],
      ["view, metadata", entries.filter(({ kind }) => kind === "record" || kind === "metadata")],
    ];
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
    const says = document.querySelector(".fst-facts")?.textContent ?? "";
    const costs = parts.filter(([, some]) => some.length > 0).map(([name, some]) => ({
      what: `${step}: ${name}`, requests: some.length, rounds: Math.max(...some.map(({ round }) => round)), rows: sum(some.map(({ rows }) => rows)), bytes: sum(some.map(({ bytes }) => bytes)), says,
    }));
    server?.ledger.clear();
    return costs.length > 0 ? costs : [{ what: step, requests: 0, rounds: 0, rows: 0, bytes: 0, says }];
  }, what);
}

function print(costs: readonly Cost[]): void {
  for (const { what, requests, rounds, rows, bytes } of costs) console.log(`| ${what} | ${requests} | ${rounds} | ${rows.toLocaleString("en-US")} | ${(bytes / 1000).toLocaleString("en-US", { maximumFractionDigits: 0 })} KB |`);
  console.log(`  "${costs[0]?.says ?? ""}"`);
}

async function press(page: Page, key: string, times = 1): Promise<void> {
  await page.locator(".fst-root [role=treegrid]").focus();
  for (let count = 0; count < times; count++) await page.keyboard.press(key);
}

async function scale(): Promise<void> {
  const pages = await demoPages(null);
  try {
    for (const window of ["hours24", "days7", "days30"]) {
      const page = await pages.open(`?size=${RUNS}&now=${NOW}&chrome=0&window=${window}&layout=machine&pageSize=50`);
      print(await costOf(page, `opened at ${window}`));
      if (window === "hours24") {
        await press(page, "a");
        print(await costOf(page, "one step back"));
        await press(page, "a", 12);
        print(await costOf(page, "twelve steps back"));
        await page.evaluate(() => globalThis.window.demo?.host?.refresh());
        print(await costOf(page, "a refresh"));
      }
      if (window === "days30") {
        await press(page, "s", 6);
        print(await costOf(page, "zoomed out six times"));
        await press(page, "s", 12);
        print(await costOf(page, "and twelve times more"));
      }
      await page.context().close();
    }
  } finally {
    await pages.close();
  }
}

scale().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
