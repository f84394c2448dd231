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

/** All acts once: the state at the end is always the same. */
interface Round { readonly minutes: number; readonly longest: number; readonly heapMb: number }

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

/** One after the other. */
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
  // The first round warms up: code is compiled and caches fill.
  await round(tab);
  const from = Date.now();
  const rounds: Round[] = [];
  while (rounds.length < 2 || Date.now() - from < minutes * 60_000) {
    const longest = (await round(tab)) * factor;
    const done = { longest, heapMb: (await tab.heap()) / MB, minutes: (Date.now() - from) / 60_000 };
    rounds.push(done);
    console.log(`${done.minutes.toFixed(1).padStart(5)} min  longest task ${longest.toFixed(1).padStart(5)} ms  heap ${done.heapMb.toFixed(1)} MB`);
  }
  const { errors } = tab;
  await tab.close();
  server.close();
  judge(rounds, errors);
}

/** @returns CPU ms of the longest task; each act that has a long one is named */
async function round(tab: Tab): Promise<number> {
  let longest = 0;
  for (const [name, act] of ACTS) {
    const task = await act(tab);
    if (task > LONG_TASK_MS) console.log(`           ${name}: a task of ${task.toFixed(1)} ms`);
    longest = Math.max(longest, task);
  }
  return longest;
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
