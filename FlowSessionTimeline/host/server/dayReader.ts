import { DAY } from "../../base/brand";
import { fail, ok, Result } from "../../base/result";
import { Entity, Fault, Page, TimeRange } from "./contract";
import { COUNT } from "./countQuery";
import { rangeOf } from "./coverage";
import { DayCounts, DayTally } from "./dayCounts";
import { FetchClient } from "./fetchClient";
import { edgeQueries, GROUP, overviewQueries } from "./overviewQuery";
import { RecordColumns } from "./recordColumns";
import { placingColumns } from "./runTimes";
import { ViewQuestion } from "./viewQuestion";

/** Aggregates that one overview may cost; what is not counted by then is left out, and said to be. */
const REQUESTS = 60;
/** Filtered rows that one aggregate may count are 50,000: a stretch is made for fewer, because days differ. */
const RUNS_PER_REQUEST = 44_000;
/** By how much a stretch is made shorter that was too much after all. */
const SHORTER = 3 / 4;
/** The stretch that is tried first where the whole is too much, in days. */
const FIRST_STRETCH = 7;
/** Dataverse has no earlier dates. */
const BEGINNING = Date.UTC(1990, 0, 1);

/** Counts the runs of each day with as few aggregates as the server's limit allows, the latest days first. */
export class DayReader {
  private readonly tally = new DayTally();
  private requests = 0;
  private isPartial = false;
  private fault: Fault | null = null;

  /** @param toMs up to when there may be runs, in epoch ms */
  public constructor(
    private readonly client: FetchClient, private readonly question: ViewQuestion, private readonly columns: RecordColumns,
    private readonly toMs: number, private readonly signal: AbortSignal
  ) {}

  /** A fault only where nothing at all was counted. */
  public async read(): Promise<Result<DayCounts, Fault>> {
    const whole = rangeOf(BEGINNING, this.toMs);
    // Runs without a start are few: they are counted first, so that the limit of requests never hides failures.
    for (let kind = placingColumns(this.columns).length - 1; kind >= 0 && !this.fault; kind--) await this.readKind(kind, whole);
    if (this.fault && this.tally.isEmpty) return fail(this.fault);
    return ok(this.tally.counts(this.isPartial || this.fault !== null));
  }

  private async readKind(kind: number, whole: TimeRange): Promise<void> {
    const first = await this.count(kind, whole);
    if (first !== "tooMany") return;
    const beginMs = await this.earliest(kind, whole);
    let days = FIRST_STRETCH;
    for (let to: number = Math.ceil(whole.toMs / DAY) * DAY; to > beginMs && !this.fault; ) {
      const from = Math.max(beginMs, to - days * DAY);
      const runs = await this.count(kind, rangeOf(from, to));
      if (runs === "stop") return;
      if (runs === "tooMany" && days > 1) days = Math.max(1, Math.floor(days * SHORTER));
      else {
        // A single day beyond the limit cannot be split further by days.
        if (runs === "tooMany") this.isPartial = true;
        else days = Math.max(1, Math.min(days * 4, Math.floor((days * RUNS_PER_REQUEST) / Math.max(1, runs))));
        to = from;
      }
    }
  }

  /** @returns how many runs there are, or why they were not counted */
  private async count(kind: number, range: TimeRange): Promise<number | "tooMany" | "stop"> {
    const queries = overviewQueries(this.question, this.columns, range);
    if (!queries.ok || this.signal.aborted || this.requests >= REQUESTS) {
      this.isPartial = true;
      return "stop";
    }
    this.requests++;
    let runs = 0;
    const groups: Entity[] = [];
    const end = await this.client.read(queries.value[kind], ({ entities }) => groups.push(...entities) >= 0, this.signal);
    if (!end.ok && end.error.kind === "tooMany") return "tooMany";
    if (!end.ok) {
      this.fault = end.error;
      return "stop";
    }
    for (const group of groups) runs += this.take(group);
    return runs;
  }

  private take(group: Entity): number {
    const number = (alias: string): number => Number(group[alias] ?? NaN);
    const runs = number(COUNT);
    const day = Date.UTC(number(GROUP.year), number(GROUP.month) - 1, number(GROUP.day)) / DAY;
    if (!Number.isFinite(day) || !Number.isFinite(runs)) return 0;
    this.tally.add(day, this.columns.statuses.familyIndex(number(GROUP.status)), runs);
    return runs;
  }

  /** When the first run lies, in epoch ms, at the beginning of its day; the range's beginning if nobody says. */
  private async earliest(kind: number, whole: TimeRange): Promise<number> {
    const query = edgeQueries(this.question, this.columns, "first")[kind];
    const column = [...query.getElementsByTagName("order")][0]?.getAttribute("attribute") ?? "";
    let at = NaN;
    const onPage = ({ entities }: Page): boolean => {
      at = Date.parse(String(entities[0]?.[column]));
      return false;
    };
    await this.client.read(query, onPage, this.signal, 1);
    return Number.isNaN(at) ? whole.fromMs : Math.floor(at / DAY) * DAY;
  }
}
