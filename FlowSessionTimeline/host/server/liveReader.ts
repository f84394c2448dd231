import { MINUTE } from "../../base/brand";
import { RunStore } from "../../domain/runStore";
import { isStoredIn, slotsIn } from "../../domain/windowMembership";
import { fail, ok, Result } from "../../base/result";
import { Entity, Fault, Page, TimeRange } from "./contract";
import { countQuery } from "./countQuery";
import { changedIdsQuery, deltaQuery } from "./deltaQuery";
import { IDS_PER_REQUEST, idQuery } from "./idQuery";
import { idOf } from "./recordRows";
import { LoaderParts, RunLoader } from "./runLoader";

/** Clocks of servers differ, and a change is seen some time after it was stamped: so much is read again each time, in ms. */
const OVERLAP_MS = 5 * MINUTE;
/** Every so many refreshes the window is read as a whole, which finds what was deleted where counting could not tell. */
const REFRESHES_PER_READING = 10;
/** Runs that are asked for one by one in a refresh, at most. */
const ASKED_BY_ID = 5 * IDS_PER_REQUEST;

/** Keeps what is here up to date: asks for what changed, and whether what is here is there still. */
export class LiveReader {
  private refreshes = 0;
  private running: Promise<void> | null = null;
  private readonly end = new AbortController();

  public constructor(private readonly parts: Pick<LoaderParts, "intake" | "client" | "changed">, private readonly loader: RunLoader) {}

  /** One refresh; while it is under way, another wish for one is the same. */
  public refresh(): Promise<void> {
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  public dispose(): void {
    this.end.abort();
  }

  private async run(): Promise<void> {
    do {
      const fault = await this.runOnce();
      if (this.end.signal.aborted) return;
      if (fault) this.loader.faults.failed(fault);
      this.parts.changed();
      if (fault) return;
      // Somebody may have gone to another window meanwhile.
    } while (this.loader.isUnchecked && !this.loader.faults.current);
  }

  private async runOnce(): Promise<Fault | null> {
    const { loader } = this;
    const { window, changesFromMs } = loader;
    if (!window || changesFromMs === null) {
      loader.resume();
      return null;
    }
    const fault = (await this.readChanges(changesFromMs - OVERLAP_MS)) ?? (await this.checkById());
    if (fault) return fault;
    loader.faults.answered();
    await loader.tidy();
    const isTenth = ++this.refreshes % REFRESHES_PER_READING === 0;
    const isWhole = isTenth ? ok(false) : await this.isWhole(window);
    if (!isWhole.ok) return isWhole.error;
    loader.refreshed(isWhole.value ? window : null);
    if (!isWhole.value) await loader.readAgain();
    return null;
  }

  /** Rows of the view that were written lately; and which rows were written at all: what is here of those and not in the view has left it. */
  private async readChanges(sinceMs: number): Promise<Fault | null> {
    const { intake } = this.parts;
    const { question } = this.loader;
    const modified = intake.columns.byRole.get("modifiedOn");
    if (modified === undefined) return null;
    const [rows, all] = await Promise.all([
      this.readAll(deltaQuery(question, intake.columns, sinceMs)),
      question.isFiltered ? this.readAll(changedIdsQuery(intake.columns, sinceMs)) : null,
    ]);
    if (!rows.ok) return rows.error;
    await intake.take(rows.value);
    if (all === null) return null;
    if (!all.ok) return all.error;
    intake.newestMs = all.value.reduce((newest, row) => Math.max(newest, Date.parse(String(row[modified])) || -Infinity), intake.newestMs);
    const still = new Set(rows.value.map((row) => idOf(row, question.primaryId)));
    await intake.forget(slotsOf(intake.store, all.value.map((row) => idOf(row, question.primaryId)).filter((id) => !still.has(id))));
    return null;
  }

  /**
   * Asks by id for open runs, and for those outside of what was read, as parents are: no count would miss them. One that does not come is
   * gone, or no longer in the view.
   */
  private async checkById(): Promise<Fault | null> {
    const { intake } = this.parts;
    const { question, coverage } = this.loader;
    const { store } = intake;
    const isCounted = (slot: number): boolean => coverage.ranges.some((range) => isStoredIn(store, slot, range));
    const asked: string[] = [];
    for (let slot = 0; slot < store.slotCount && asked.length < ASKED_BY_ID; slot++) {
      if (store.isLive(slot) && (store.statuses.isOpen(store.statusCode(slot)) || !isCounted(slot))) asked.push(store.id(slot));
    }
    for (let at = 0; at < asked.length; at += IDS_PER_REQUEST) {
      const ids = asked.slice(at, at + IDS_PER_REQUEST);
      const rows = await this.readAll(idQuery(question, intake.columns, ids));
      if (!rows.ok) return rows.error;
      await intake.take(rows.value);
      const still = new Set(rows.value.map((row) => idOf(row, question.primaryId)));
      await intake.forget(slotsOf(store, ids.filter((id) => !still.has(id))));
    }
    return null;
  }

  /**
   * Whether a range holds as many runs here as there. Where the server does not count that many nobody knows: then the tenth reading tells;
   * and where the table does not say when rows were written, each reading does.
   */
  private async isWhole(range: TimeRange): Promise<Result<boolean, Fault>> {
    const { intake: { store, columns }, client } = this.parts;
    if (!columns.byRole.has("modifiedOn")) return ok(false);
    const count = await client.count(countQuery(this.loader.question, columns, range), this.end.signal);
    if (!count.ok) return count.error.kind === "tooMany" ? ok(true) : count;
    return ok(slotsIn(store, range).length === count.value);
  }

  /** All rows of a question; a fault too if it was stopped, for then nothing follows from those that are missing. */
  private async readAll(query: Document): Promise<Result<readonly Entity[], Fault>> {
    const rows: Entity[] = [];
    const onPage = ({ entities }: Page): boolean => {
      for (const entity of entities) rows.push(entity);
      return true;
    };
    const end = await this.parts.client.read(query, onPage, this.end.signal);
    if (!end.ok) return end;
    return end.value === "all" ? ok(rows) : fail({ kind: "unknown", message: "", retryAfterMs: 0 });
  }
}

const slotsOf = (store: RunStore, ids: readonly string[]): readonly number[] => ids.map((id) => store.slotOf(id)).filter((slot) => slot >= 0);
