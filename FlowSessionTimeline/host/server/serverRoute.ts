import { Clock } from "../../base/clock";
import { RunStore } from "../../domain/runStore";
import { TableProfile } from "../../domain/tableProfile";
import { IInputs } from "../../generated/ManifestTypes";
import { Demand, ServerState, SourceLimit } from "../../view/ports";
import { StoreWriter } from "../storeWriter";
import { backoffMs } from "./backoff";
import { Fault } from "./contract";
import { countQuery } from "./countQuery";
import { FetchClient } from "./fetchClient";
import { isOnline, mayRead } from "./hostAccess";
import { isSameCount, ListFacts } from "./listFacts";
import { LiveReader } from "./liveReader";
import { openQuestion } from "./openQuestion";
import { RecordColumns } from "./recordColumns";
import { LoaderParts, RUN_BUDGET, RunLoader } from "./runLoader";
import { RunIntake } from "./runIntake";
import { ViewQuestion } from "./viewQuestion";
import { webApiOf } from "./webApi";

type Context = ComponentFramework.Context<IInputs>;

export interface RouteParts {
  readonly context: () => Context;
  readonly profile: TableProfile;
  readonly store: RunStore;
  readonly writer: StoreWriter;
  readonly clock: Clock;
  /** Resolves when the host has handed over the list's first page, and says what it tells. */
  readonly list: () => Promise<ListFacts>;
  /** Asks the host for the list again; resolves when it has come. */
  readonly freshList: () => Promise<ListFacts>;
  readonly estimate: LoaderParts["estimate"];
  readonly changed: () => void;
  readonly failed: (ids: readonly string[]) => void;
  /** From now on the server's rows count (true), or the list's again (false). */
  readonly opened: (isOpen: boolean) => void;
}

/** How often a question is held against the list. */
const LOOKS = 2;

/** A question that is tried, or answered, and those who read the answer. */
export interface Line {
  readonly question: ViewQuestion;
  readonly columns: RecordColumns;
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
  private isChecking = false;

  public constructor(private readonly parts: RouteParts) {}

  public state(): ServerState | null {
    return this.open?.loader.state() ?? null;
  }

  public demand(demand: Demand): void {
    this.wanted = demand;
    (this.open ?? this.tried)?.loader.demand(demand);
  }

  /** Looks for the way. Never throws: what it finds in its way is a limit, or a fault after which it tries again. */
  public async start(): Promise<void> {
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
      const isProved = await this.prove(question, columns, client);
      if (isProved || this.end.signal.aborted) return;
    }
    this.refuse(candidates.length > 1 ? "parentUnknown" : "hiddenFilter");
  }

  /** The list has other rows: what is asked must still be what it shows; or it shows again what can be asked. */
  public async listChanged(): Promise<void> {
    const { open, limit } = this;
    if (limit === "hiddenFilter" || limit === "parentUnknown") return this.start();
    if (!open || this.isChecking) return;
    this.isChecking = true;
    const isSame = await this.isSame(open);
    this.isChecking = false;
    if (isSame || this.open !== open || this.end.signal.aborted) return;
    endLine(open);
    this.open = null;
    this.refuse("hiddenFilter");
    this.parts.opened(false);
  }

  public dispose(): void {
    this.end.abort();
    this.cancelRetry?.();
    for (const line of [this.open, this.tried]) if (line) endLine(line);
  }

  /** Reads the window while the question is being proved: its rows wait for the proof. */
  private async prove(question: ViewQuestion, columns: RecordColumns, client: FetchClient): Promise<boolean> {
    let admit = (): void => undefined;
    const proof = new Promise<void>((resolve) => {
      admit = resolve;
    });
    const line = this.lineOf(question, columns, client, proof);
    this.tried = line;
    if (this.wanted) line.loader.demand(this.wanted);
    const isSame = await this.isSame(line);
    this.tried = null;
    if (!isSame || this.end.signal.aborted) {
      endLine(line);
      return false;
    }
    this.open = line;
    this.limit = null;
    this.parts.opened(true);
    admit();
    if (this.wanted) line.loader.demand(this.wanted);
    this.parts.changed();
    return true;
  }

  private lineOf(question: ViewQuestion, columns: RecordColumns, client: FetchClient, proof: Promise<void>): Line {
    const { store, writer, clock, estimate, changed, failed } = this.parts;
    const intake = new RunIntake(store, writer, columns, proof, failed);
    const loader = new RunLoader({ question, intake, client, clock, budget: RUN_BUDGET, estimate, changed });
    return { question, columns, client, loader, live: new LiveReader({ intake, client, changed }, loader) };
  }

  /** Whether the question counts what the list counts. A list that is not counted, and a server that cannot count now, prove nothing against it. */
  private async isSame({ question, columns, client }: Pick<Line, "question" | "columns" | "client">): Promise<boolean> {
    for (let look = 1; ; look++) {
      const [facts, counted] = await Promise.all([this.parts.list(), client.count(countQuery(question, columns, null), this.end.signal)]);
      const isSame = isSameCount(facts, counted);
      // Runs come and go between the two: only what differs twice is another question.
      if (isSame !== false || look === LOOKS || this.end.signal.aborted) return isSame !== false;
      await this.parts.freshList();
    }
  }

  private refuse(limit: SourceLimit): void {
    this.limit = limit;
    this.parts.changed();
  }

  private startLater(fault: Fault): void {
    if (fault.kind === "forbidden") return this.refuse("forbidden");
    if (fault.kind === "invalid" || fault.kind === "unknown") return this.refuse("viewUnreadable");
    this.limit = fault.kind === "offline" ? "offline" : null;
    const wait = backoffMs(fault, this.attempts++);
    if (wait !== null) this.cancelRetry = this.parts.clock.timeout(() => void this.start(), wait);
    this.parts.changed();
  }
}

function endLine({ loader, live }: Line): void {
  loader.dispose();
  live.dispose();
}
