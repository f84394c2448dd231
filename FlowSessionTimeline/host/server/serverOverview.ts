import { Clock } from "../../base/clock";
import { DAY, MINUTE } from "../../base/brand";
import { Listeners } from "../../base/listeners";
import { StatusFamily } from "../../domain/status";
import { MinimapBins, Overview } from "../../view/ports";
import { TimeRange } from "./contract";
import { DayCounts } from "./dayCounts";
import { DayReader } from "./dayReader";
import { FetchClient } from "./fetchClient";
import { RecordColumns } from "./recordColumns";
import { ViewQuestion } from "./viewQuestion";

/** Counts older than this are asked for again with the next refresh, in ms. */
const STALE_MS = 5 * MINUTE;

/** How many runs the server has on each day, by status family: the picture of the whole table, of which only windows are ever read. */
export class ServerOverview implements Overview {
  private counts: DayCounts | null = null;
  private reading: AbortController | null = null;
  private readAt = -Infinity;
  private readonly listeners = new Listeners();

  public constructor(private readonly clock: Clock) {}

  public bins(): MinimapBins | null {
    return this.counts?.bins ?? null;
  }

  public isPartial(): boolean {
    return this.counts?.isPartial ?? false;
  }

  public subscribe(listener: () => void): () => void {
    return this.listeners.add(listener);
  }

  /** About how many runs a range holds, without those of hidden families; null where that is not known. */
  public estimate(range: TimeRange, hidden: ReadonlySet<StatusFamily>): number | null {
    return this.counts?.estimate(range, hidden) ?? null;
  }

  /** Counts, unless that was done a short while ago. What was counted before stands until then. */
  public async read(client: FetchClient, question: ViewQuestion, columns: RecordColumns): Promise<void> {
    if (this.reading || this.clock.monotonic() - this.readAt < STALE_MS) return;
    const reading = new AbortController();
    this.reading = reading;
    const counts = await new DayReader(client, question, columns, this.clock.now() + DAY, reading.signal).read();
    if (this.reading !== reading) return;
    this.reading = null;
    if (!counts.ok) return;
    this.readAt = this.clock.monotonic();
    this.show(counts.value);
  }

  /** Another question: what was counted says nothing of it. */
  public clear(): void {
    this.reading?.abort();
    this.reading = null;
    this.readAt = -Infinity;
    if (this.counts !== null) this.show(null);
  }

  public dispose(): void {
    this.reading?.abort();
    this.reading = null;
    this.listeners.clear();
  }

  private show(counts: DayCounts | null): void {
    this.counts = counts;
    this.listeners.tell();
  }
}
