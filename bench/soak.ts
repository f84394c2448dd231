/**
 * `npm run soak`: a million runs that are scrolled, zoomed, regrouped, filtered and refreshed for ten minutes (`-- --minutes n`).
 * Fails on a task over 50 ms of CPU time and on a heap that grows. The heap is measured after garbage collection.
 */
import { LONG_TASK_MS } from "./budgets";
import type { Wish } from "./engine/enginePage";
import { MILLION, openEngine } from "./engine/measure";
import { serveEngine } from "./engine/serveEngine";
import { wheels, zooms } from "./gestures";
import { table } from "./report";
import { median } from "./statistics";
import { Tab } from "./tab";

const REFRESHED_RUNS = 50;
/** The heap of the last fifth may be this much above that of the first, in MB: runs that are refreshed bring new texts to measure. */
const GROWTH_MB = 4;
const MB = 1_048_576;

interface Round { readonly minutes: number; readonly longest: number; readonly heapMb: number; readonly what: string }

/** @returns CPU ms of its longest task */
type Act = (tab: Tab) => Promise<number>;

const acts = (run: (tab: Tab) => Promise<unknown>): Act => async (tab) => {
  const { tasks } = await tab.section(async () => {
    await run(tab);
    await tab.rest();
  });
  return tasks[0] ?? 0;
};
const wish = (which: Wish): Act => acts((tab) => tab.page.evaluate((one) => window.engine?.wish(one), which));
const scroll: Act = async (tab) => (await wheels(tab)).scrollLongest ?? NaN;
const zoom: Act = async (tab) => (await zooms(tab)).zoomLongest ?? NaN;
const refresh = acts((tab) => tab.page.evaluate((count) => window.engine?.refresh(count), REFRESHED_RUNS));

/** One after the other, round and round. */
const ACTS: readonly (readonly [string, Act])[] = [
  ["scroll", scroll], ["zoom", zoom], ["refresh", refresh], ["machines", wish("byMachine")], ["scroll", scroll], ["zoom", zoom], ["refresh", refresh],
  ["hide a family", wish("hideSucceeded")], ["show all", wish("showAll")], ["flows", wish("byFlow")], ["fit all", wish("fitAll")], ["tree", wish("tree")],
  ["collapse all", wish("collapseAll")], ["expand all", wish("expandAll")], ["fit all", wish("fitAll")],
];

async function soak(minutes: number): Promise<void> {
  const server = await serveEngine();
  const { tab, factor } = await openEngine(server.address);
  await tab.page.evaluate((count) => window.engine?.fill(count), MILLION);
  await tab.page.evaluate(() => window.engine?.show());
  await tab.rest();
  const from = Date.now();
  const rounds: Round[] = [];
  // The first time round warms up: code is compiled and caches fill.
  for (let turn = 0; rounds.length === 0 || Date.now() - from < minutes * 60_000; turn++) {
    const [what, act] = ACTS[turn % ACTS.length] ?? ["refresh", refresh];
    const longest = await act(tab);
    if (turn < ACTS.length) continue;
    const round = { what, minutes: (Date.now() - from) / 60_000, longest: longest * factor, heapMb: (await tab.heap()) / MB };
    rounds.push(round);
    console.log(`${round.minutes.toFixed(1).padStart(5)} min  ${what.padEnd(14)} longest task ${round.longest.toFixed(1).padStart(5)} ms  heap ${round.heapMb.toFixed(1)} MB`);
  }
  const { errors } = tab;
  await tab.close();
  server.close();
  judge(rounds, errors);
}

function judge(rounds: readonly Round[], errors: readonly string[]): void {
  const fifth = Math.max(1, Math.floor(rounds.length / 5));
  const heap = (some: readonly Round[]): number => median(some.map((one) => one.heapMb));
  const first = heap(rounds.slice(0, fifth));
  const last = heap(rounds.slice(-fifth));
  const longest = Math.max(...rounds.map((one) => one.longest));
  const longOnes = rounds.filter((one) => one.longest > LONG_TASK_MS).length;
  console.log(`\n${table(["rounds", "longest task", "over 50 ms", "heap, first fifth", "heap, last fifth"], [[String(rounds.length), `${longest.toFixed(1)} ms`, String(longOnes), `${first.toFixed(1)} MB`, `${last.toFixed(1)} MB`]])}`);
  for (const error of errors) console.error(error);
  if (longOnes > 0 || last - first > GROWTH_MB || errors.length > 0) process.exitCode = 1;
}

const [flag, value] = process.argv.slice(2);
const minutes = flag === "--minutes" ? Number(value) : 10;
soak(minutes).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
