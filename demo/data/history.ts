/**
 * Three years of runs in a large automation centre, ever more of them: weekdays and weekends, a batch each night that queues for machines,
 * failures that never started, flows that call flows. The same for the same seed, size and now.
 */
import type { ServerTable } from "../../emulator";
import { dayWork, nightWork, type FlowTree } from "./catalogue";
import { noMachine, runFailures, startFailures, type Failure } from "./errors";
import { FleetQueue } from "./fleet";
import { Status } from "./flowsession";
import { HistoryWriter } from "./historyWriter";
import { queueLimit } from "./machines";
import { createRandom, type Random } from "./random";

const hour = 3_600_000;
const day = 24 * hour;
const days = 3 * 365;
/** The last day has this many times the runs of the first. */
const growth = 8;
/** A weekend day has this part of a weekday's runs. */
const weekend = 0.45;
/** Part of a day's runs that the night asks for. */
const night = 0.35;

export interface HistoryOptions {
  /** Rows, exactly. */
  readonly rows: number;
  /** Epoch ms: nothing is after it; runs that would end later are open. */
  readonly nowMs: number;
  readonly seed: number;
}

/** Appends the rows, in the order of their requests. */
export function writeHistory(table: ServerTable, { rows, nowMs, seed }: HistoryOptions): void {
  const random = createRandom(seed);
  const writer = new HistoryWriter(table, random, rows);
  const player = new HistoryPlayer(random, nowMs, writer);
  const start = Math.floor(nowMs / day) * day - (days - 1) * day;
  const shares = Array.from({ length: days }, (_, index) => shareOf(start + index * day, index, nowMs));
  const all = shares.reduce((sum, share) => sum + share, 0);
  let share = 0;
  for (const [index, own] of shares.entries()) {
    share += own;
    // What trees overshot on one day is missing on the next.
    const planned = Math.round((rows * share) / all) - (rows - writer.left);
    const from = start + index * day;
    playDay(random, player, from, Math.min(from + day, nowMs), planned);
  }
  // Rounding and unplayed calls leave a few.
  while (writer.left > 0) player.play(single(random), nowMs - random.whole(1, 12 * 60) * 60_000);
}

function shareOf(from: number, index: number, nowMs: number): number {
  const weight = new Date(from).getUTCDay() % 6 === 0 ? weekend : 1;
  return growth ** (index / (days - 1)) * weight * Math.min(1, (nowMs - from) / day);
}

function playDay(random: Random, player: HistoryPlayer, from: number, to: number, planned: number): void {
  const requests: { readonly tree: FlowTree; readonly created: number }[] = [];
  let runs = 0;
  const batch = from + 22 * hour;
  for (let turn = 0; batch < to && runs < planned * night; turn++) {
    const tree = nightWork[turn % nightWork.length];
    if (!tree) break;
    requests.push({ tree, created: Math.min(to, batch + random.whole(0, 900) * 1000) });
    runs += sizeOf(tree);
  }
  while (runs < planned) {
    const tree = random.pick(deck);
    requests.push({ tree, created: workingTime(random, from, to) });
    runs += sizeOf(tree);
  }
  requests.sort((a, b) => a.created - b.created);
  for (const { tree, created } of requests) player.play(tree, created);
}

const deck: readonly FlowTree[] = dayWork.flatMap(({ tree, weight }) => Array.from({ length: weight }, () => tree));
const singles = deck.filter(tree => tree.calls.length === 0);
const single = (random: Random): FlowTree => random.pick(singles);

const sizeOf = (tree: FlowTree): number => tree.calls.reduce((sum, call) => sum + sizeOf(call), 1);

/** Three in four between 6 and 17 UTC. */
function workingTime(random: Random, from: number, to: number): number {
  const [low, high] = random.chance(0.75) ? [from + 6 * hour, Math.min(to, from + 17 * hour)] : [from, to];
  return high > low ? low + random.unit() * (high - low) : from + random.unit() * (to - from);
}

class HistoryPlayer {
  private readonly queue = new FleetQueue();

  public constructor(private readonly random: Random, private readonly nowMs: number, private readonly writer: HistoryWriter) {}

  /** As many runs of the tree as there is room for. */
  public play(tree: FlowTree, created: number): void {
    if (this.writer.left <= 0) return;
    const machine = this.queue.next(tree.flow.group);
    const started = Math.max(created, this.queue.isFreeAt(machine)) + 6_000;
    const base = { flow: tree.flow, created, parent: -1, failure: null };
    const refused = this.refusal(created, started);
    if (refused && refused.at <= this.nowMs) {
      this.writer.write({ ...base, statuscode: Status.Failed, started: NaN, completed: refused.at, machine: -1, failure: refused.failure });
    } else if (refused || started > this.nowMs) {
      this.writer.write({ ...base, statuscode: Status.Waiting, started: NaN, completed: NaN, machine: -1 });
    } else {
      this.queue.occupy(machine, this.perform(tree, machine, created, started, -1));
    }
  }

  private refusal(created: number, started: number): { readonly at: number; readonly failure: Failure } | null {
    if (started - created > queueLimit) return { at: created + queueLimit, failure: noMachine };
    if (!this.random.chance(0.06)) return null;
    const failure = this.random.pick(startFailures);
    return { at: created + (failure === noMachine ? queueLimit : this.random.whole(8, 40) * 1000), failure };
  }

  /** A run with what it calls. @returns when it ends, epoch ms; Infinity if it is open. */
  private perform({ flow, calls }: FlowTree, machine: number, created: number, started: number, parent: number): number {
    const row = this.writer.write({ flow, statuscode: Status.Running, created, started, completed: NaN, machine, parent, failure: null });
    const step = this.random.logNormal(flow.seconds * 1000, 0.35) / (calls.length + 1);
    const failure = this.random.chance(0.008) ? this.random.pick(runFailures) : null;
    let end = started + step;
    for (const call of failure ? [] : calls) {
      if (end > this.nowMs || this.writer.left <= 0) break;
      end = step + this.perform(call, machine, end, Math.min(this.nowMs, end + this.random.whole(1, 4) * 1000), row);
    }
    if (end > this.nowMs) return Infinity;
    this.writer.finish(row, failure ? Status.Failed : this.random.chance(0.01) ? Status.Cancelled : Status.Succeeded, end, failure);
    return end;
  }
}
