/** Plays requests against the machines, up to now: what was asked for becomes runs that wait, run, call others, fail or are still open. */
import type { LookupCell } from "../../emulator";
import type { FlowTree, Machine } from "./catalogue";
import { noMachine, parentFailed, runFailures, startFailures, type Failure } from "./errors";
import { Status, Trigger } from "./flowsession";
import { MachinePool, queueLimit } from "./machines";
import type { Random } from "./random";
import { referenceTo, type Run } from "./run";

export interface Request {
  readonly tree: FlowTree;
  /** Epoch ms. */
  readonly created: number;
  readonly name?: string;
  /** Fails for this reason once it runs, on this machine: one of a cluster. */
  readonly doom?: { readonly failure: Failure; readonly machine: Machine };
  /** The machines of its group are unreachable. */
  readonly outage?: boolean;
}

interface Outcome { /** Epoch ms; null: still open. */ readonly end: number | null; readonly failure?: Failure }

export class Player {
  private readonly pool = new MachinePool();

  /** @param now epoch ms: nothing happens after it. */
  public constructor(private readonly random: Random, private readonly now: number, private readonly runs: Run[]) {}

  /** Requests must come in the order of their creation. */
  public play(request: Request): void {
    const { tree, created, doom } = request;
    const reservation = this.pool.reserve(tree.flow.group, created, doom?.machine);
    const refused = this.refusal(request, reservation.start);
    const base = { id: this.random.guid(), flow: tree.flow, created, ...(request.name === undefined ? {} : { name: request.name }) };
    if (refused && refused.at <= this.now) {
      this.runs.push({ ...base, statuscode: Status.Failed, started: null, completed: refused.at, machine: null, failure: refused.failure });
    } else if (refused || reservation.start > this.now) {
      this.runs.push({ ...base, statuscode: Status.Waiting, started: null, completed: null, machine: null });
    } else {
      const { end } = this.perform(tree, reservation.machine, base, reservation.start, doom?.failure);
      this.pool.occupy(reservation.machine, end ?? Infinity);
    }
  }

  private refusal({ created, doom, outage }: Request, start: number): { readonly at: number; readonly failure: Failure } | null {
    if (outage || start - created > queueLimit) return { at: created + queueLimit, failure: noMachine };
    if (doom || !this.random.chance(0.06)) return null;
    const failure = this.random.pick(startFailures);
    return { at: created + (failure === noMachine ? queueLimit : this.random.whole(8, 40) * 1000), failure };
  }

  private perform(tree: FlowTree, machine: Machine, base: Pick<Run, "id" | "flow" | "created" | "name" | "parent">, started: number, doom?: Failure): Outcome {
    const own = this.random.logNormal(tree.flow.seconds * 1000, 0.35);
    const step = own / (tree.calls.length + 1);
    let cursor = started + step;
    let failure = doom ?? (this.random.chance(0.008) ? this.random.pick(runFailures) : undefined);
    let open = false;
    for (const call of failure ? [] : tree.calls) {
      if (cursor > this.now) break;
      const outcome = this.call(call, machine, referenceTo(base), cursor);
      open = outcome.end === null;
      if (open) break;
      cursor = (outcome.end ?? cursor) + step;
      failure = outcome.failure;
      if (failure) break;
    }
    const end = open || cursor > this.now ? null : cursor;
    const statuscode = end === null ? Status.Running : failure ? Status.Failed : Status.Succeeded;
    const why = end !== null && failure ? { failure } : {};
    this.runs.push({ ...base, statuscode, started, completed: end, machine, ...why });
    return { end, ...why };
  }

  /** One in a hundred called runs is stopped by hand; nobody notices until it is over. */
  private call(tree: FlowTree, machine: Machine, parent: LookupCell, created: number): Outcome {
    const started = Math.min(this.now, created + this.random.whole(1, 4) * 1000);
    const base = { id: this.random.guid(), flow: tree.flow, created, parent };
    if (tree.calls.length > 0 || !this.random.chance(0.01)) return this.perform(tree, machine, base, started);
    const completed = started + 4_000;
    if (completed > this.now) return this.perform(tree, machine, base, started);
    this.runs.push({ ...base, statuscode: Status.Cancelled, started, completed, machine, trigger: Trigger.DesktopFlow, failure: parentFailed });
    return { end: completed };
  }
}
