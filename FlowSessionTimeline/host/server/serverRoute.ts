import { Clock } from "../../base/clock";
import { Result } from "../../base/result";
import { RunStore } from "../../domain/runStore";
import { TableProfile } from "../../domain/tableProfile";
import { IInputs } from "../../generated/ManifestTypes";
import { Demand, ServerState, SourceLimit } from "../../view/ports";
import { StoreWriter } from "../storeWriter";
import { backoffMs } from "./backoff";
import { Fault } from "./contract";
import { FetchClient } from "./fetchClient";
import { isOnline, mayRead } from "./hostAccess";
import { isOfList, ProvingList } from "./listProof";
import { LiveReader } from "./liveReader";
import { openQuestion } from "./openQuestion";
import { RecordColumns } from "./recordColumns";
import { LoaderParts, RUN_BUDGET, RunLoader } from "./runLoader";
import { RunIntake } from "./runIntake";
import { ViewQuestion } from "./viewQuestion";
import { webApiOf } from "./webApi";

type Context = ComponentFramework.Context<IInputs>;

export interface RouteParts extends ProvingList {
  readonly context: () => Context;
  readonly profile: TableProfile;
  readonly store: RunStore;
  readonly writer: StoreWriter;
  readonly clock: Clock;
  readonly estimate: LoaderParts["estimate"];
  readonly changed: () => void;
  readonly failed: (ids: readonly string[]) => void;
  readonly kept: LoaderParts["kept"];
  /** From now on the server's rows count (true), or the list's again (false). */
  readonly opened: (isOpen: boolean) => void;
}

/** A question that is tried, or answered, and those who read the answer. */
export interface Line {
  readonly question: ViewQuestion;
  readonly client: FetchClient;
  readonly loader: RunLoader;
  readonly live: LiveReader;
}

/**
 * The way to the server for one view: finds out what to ask, proves that it asks for what the list shows, and then reads it. The host
 * hides the filters of a form's relationship and of the search box (host facts 7.1 and 7.2), so that the question is held against the list:
 * both must count the same. Until that is known nothing of the server's reaches the store.
 */
export class ServerRoute {
  public limit: SourceLimit | null = null;
  /** The answered question; null until it is proved. */
  public open: Line | null = null;
  private tried: Line | null = null;
  private wanted: Demand | null = null;
  private attempts = 0;
  private cancelRetry: (() => void) | undefined;
  private readonly end = new AbortController();
  private isLooking = false;
  /** The list has changed since the look under way began. */
  private isListNewer = false;

  public constructor(private readonly parts: RouteParts) {}

  public state(): ServerState | null {
    return this.open?.loader.state() ?? null;
  }

  public demand(demand: Demand): void {
    this.wanted = demand;
    (this.open ?? this.tried)?.loader.demand(demand);
  }

  /** Looks for the way. Never throws: what it finds in its way is a limit, or a fault after which it tries again. */
  public start(): Promise<void> {
    return this.look(() => this.seek());
  }

  /** The list has other rows: what is asked must still be what it shows; or what was in the way is gone. */
  public async listChanged(): Promise<void> {
    this.isListNewer = true;
    await this.look(() => Promise.resolve());
  }

  public dispose(): void {
    this.end.abort();
    this.cancelRetry?.();
    for (const line of [this.open, this.tried]) if (line) endLine(line);
  }

  /** One look at a time; when the list has changed meanwhile, one more. */
  private async look(first: () => Promise<void>): Promise<void> {
    if (this.isLooking) return;
    this.isLooking = true;
    await first();
    while (this.isListNewer && !this.end.signal.aborted) {
      this.isListNewer = false;
      await (this.open ? this.lookAgain(this.open) : this.seek());
    }
    this.isLooking = false;
  }

  private async seek(): Promise<void> {
    this.cancelRetry?.();
    const { context, profile, list } = this.parts;
    const api = webApiOf(context);
    if (!isOnline(context())) return this.refuse("offline");
    if (!api) return this.refuse("noWebApi");
    if (!mayRead(context(), profile.table)) return this.refuse("forbidden");
    const client = new FetchClient(api, this.parts.clock);
    const found = await openQuestion(context, client, profile, list, this.end.signal);
    if (this.end.signal.aborted) return;
    if (!found.ok) return "limit" in found.error ? this.refuse(found.error.limit) : this.startLater(found.error.fault);
    const { candidates, columns } = found.value;
    for (const question of candidates) {
      const isOpen = await this.prove(question, columns, client);
      if (this.end.signal.aborted) return;
      if (!isOpen.ok) return this.startLater(isOpen.error);
      if (isOpen.value) return;
    }
    this.refuse(candidates.length > 1 ? "parentUnknown" : "hiddenFilter");
  }

  private async lookAgain(open: Line): Promise<void> {
    const isSame = await isOfList(open.client, open.question, this.parts, this.end.signal);
    if (this.end.signal.aborted || (isSame.ok && isSame.value)) return;
    // What cannot be counted now is looked at again: until then it stands.
    if (!isSame.ok) return this.later(isSame.error, () => void this.listChanged());
    endLine(open);
    this.open = null;
    this.refuse("hiddenFilter");
    this.parts.opened(false);
  }

  /** Reads the window while the question is being proved: its rows wait for the proof. */
  private async prove(question: ViewQuestion, columns: RecordColumns, client: FetchClient): Promise<Result<boolean, Fault>> {
    let admit = (): void => undefined;
    const proof = new Promise<void>((resolve) => {
      admit = resolve;
    });
    const line = this.lineOf(question, columns, client, proof);
    this.tried = line;
    if (this.wanted) line.loader.demand(this.wanted);
    const isSame = await isOfList(client, question, this.parts, this.end.signal);
    this.tried = null;
    if (!isSame.ok || !isSame.value || this.end.signal.aborted) {
      endLine(line);
      return isSame;
    }
    this.open = line;
    this.limit = null;
    this.attempts = 0;
    this.parts.opened(true);
    admit();
    if (this.wanted) line.loader.demand(this.wanted);
    this.parts.changed();
    return isSame;
  }

  private lineOf(question: ViewQuestion, columns: RecordColumns, client: FetchClient, proof: Promise<void>): Line {
    const { store, writer, clock, estimate, changed, failed, kept } = this.parts;
    const intake = new RunIntake(store, writer, columns, proof, failed);
    const loader = new RunLoader({ question, intake, client, clock, budget: RUN_BUDGET, estimate, changed, kept, refresh: () => void live.refresh() });
    const live = new LiveReader({ intake, client, changed }, loader);
    return { question, client, loader, live };
  }

  private refuse(limit: SourceLimit): void {
    this.limit = limit;
    this.parts.changed();
  }

  private startLater(fault: Fault): void {
    if (fault.kind === "forbidden") return this.refuse("forbidden");
    if (fault.kind === "invalid" || fault.kind === "unknown") return this.refuse("viewUnreadable");
    this.refuse(fault.kind === "offline" ? "offline" : "noAnswer");
    this.later(fault, () => void this.start());
  }

  /** After the time that the fault asks for; a fault that waits for the user waits for the next change of the list. */
  private later(fault: Fault, task: () => void): void {
    this.cancelRetry?.();
    const wait = backoffMs(fault, this.attempts++);
    this.cancelRetry = wait === null ? undefined : this.parts.clock.timeout(task, wait);
  }
}

function endLine({ loader, live }: Line): void {
  loader.dispose();
  live.dispose();
}
