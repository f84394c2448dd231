/** What is asked for, and when: day work, the nightly batch, clusters of failures and outages. */
import { dayWork, hostedMachines, nightWork, supply, type Flow, type FlowTree } from "./catalogue";
import { windowMissing } from "./errors";
import type { Request } from "./player";
import type { Random } from "./random";

const hour = 3_600_000;
const day = 24 * hour;

/** Days that this many runs cover: about as busy as an automation centre of twelve machines. */
export function daysOf(size: number): number {
  return size <= 500 ? 2 : size <= 5_000 ? 10 : size <= 20_000 ? 30 : 90;
}

export function countRuns(tree: FlowTree): number {
  return tree.calls.reduce((sum, call) => sum + countRuns(call), 1);
}

/** Requests of at most `runs` runs in all (as many if nothing fails), in the order of their creation. */
export function planRequests(random: Random, nowMs: number, runs: number, days: number): Request[] {
  const requests: Request[] = [];
  let left = runs;
  const ask = (request: Request): void => {
    const count = countRuns(request.tree);
    if (count > left) return;
    left -= count;
    requests.push(request);
  };
  const nights = nightsBetween(nowMs - days * day, nowMs);
  const perNight = Math.floor((0.35 * runs) / Math.max(1, nights.length));
  for (const night of nights) askNight(random, night, perNight, ask);
  for (let cluster = 0; cluster * 6 < days; cluster++) askCluster(random, nowMs - cluster * 6 * day - 5 * hour, cluster, ask);
  const outages = Array.from({ length: Math.ceil(days / 7) }, (_, index) => nowMs - index * 7 * day - 9 * hour);
  const deck = dayWork.flatMap(({ tree, weight }) => Array.from({ length: weight }, () => tree));
  const single = deck.filter(tree => tree.calls.length === 0);
  while (left > 0) {
    const drawn = random.pick(deck);
    const tree = countRuns(drawn) > left ? random.pick(single) : drawn;
    const created = workingInstant(random, nowMs - days * day, nowMs);
    const outage = tree.flow.group === supply && outages.some(start => created >= start && created < start + hour);
    ask({ tree, created, outage });
  }
  return requests.sort((a, b) => a.created - b.created);
}

/** 22:00 UTC of each day whose batch has been asked for by the end. */
function nightsBetween(start: number, end: number): number[] {
  const nights: number[] = [];
  for (let night = Math.floor(start / day) * day + 22 * hour; night < end - hour / 3; night += day) if (night >= start) nights.push(night);
  return nights;
}

function askNight(random: Random, night: number, budget: number, ask: (request: Request) => void): void {
  const label = new Date(night).toISOString().slice(0, 10);
  let planned = 0;
  for (let turn = 0; planned < budget; turn++) {
    const tree = nightWork[turn % nightWork.length];
    if (!tree) return;
    planned += countRuns(tree);
    ask({ tree, created: night + random.whole(0, 900) * 1000, name: `${tree.flow.flow.name} ${label}` });
  }
}

/** One cause, one machine, one hour. */
function askCluster(random: Random, start: number, index: number, ask: (request: Request) => void): void {
  const machine = hostedMachines[(index + 1) % 4];
  const invoice = dayWork[1]?.tree.calls[2]?.flow as Flow | undefined;
  if (!machine || !invoice) throw new Error("The catalogue has no invoice flow or no finance machine.");
  for (let turn = 0; turn < 10; turn++) {
    const created = start + turn * 280_000 + random.whole(0, 60) * 1000;
    ask({ tree: { flow: invoice, calls: [] }, created, doom: { failure: windowMissing, machine } });
  }
}

/** An instant of [start, end), most of them on weekdays from 6 to 17 UTC. */
export function workingInstant(random: Random, start: number, end: number): number {
  for (;;) {
    const at = start + random.unit() * (end - start);
    const date = new Date(at);
    const busy = date.getUTCHours() >= 6 && date.getUTCHours() < 17;
    const weekend = date.getUTCDay() % 6 === 0;
    if (random.chance((busy ? 1 : 0.3) * (weekend ? 0.45 : 1))) return at;
  }
}
