import { Clock } from "../../base/clock";
import { fail, ok, Result } from "../../base/result";
import { Entity, Fault, FaultKind, Page } from "./contract";
import { COUNT } from "./countQuery";
import { faultOf } from "./faultOf";
import { childrenOf, writeXml } from "./fetchXml";
import { cookieOf } from "./pagingCookie";
import { WebApi } from "./webApi";

/** Rows in a page: the most that Dataverse gives. */
export const PAGE_ROWS = 5000;
/** Rows that Dataverse pages through without a cookie, as behind an order through a link or with groups. */
const ROWS_WITHOUT_COOKIE = 50_000;
/** Dataverse gives up after two minutes, in ms. */
const TIMEOUT_MS = 120_000;
/** Characters of a question: an address may have 32,768 with the server's name, the table's and the rest. */
const QUESTION_LIMIT = 32_000;

/** all: there is no further page; stopped: somebody did not want any. */
export type ReadEnd = "all" | "stopped";

/**
 * Takes a page; false: no further one is wanted. `isLate`: the reading is over (stopped, or timed out), but the answer that was under way
 * has come after all. Its rows are rows of the question, only nothing follows from those that are missing. At most one such page.
 */
export type OnPage = (page: Page, isLate: boolean) => boolean;

/** Asks Dataverse through the host's Web API. Nothing of it throws or rejects. */
export class FetchClient {
  public constructor(private readonly api: WebApi, private readonly clock: Clock) {}

  /**
   * Reads all pages of a question, one after the other.
   * @param query without page, count and cookie; not changed
   * @param signal after it is aborted nothing is asked any more; null: nobody stops it
   * @param pageSize rows in a page at most
   */
  public async read(query: Document, onPage: OnPage, signal: AbortSignal | null, pageSize = PAGE_ROWS): Promise<Result<ReadEnd, Fault>> {
    const question = query.cloneNode(true) as Document;
    const table = tableOf(question);
    let cookie: string | null = null;
    let rows = 0;
    for (let number = 1; ; number++) {
      const options = optionsOf(question, number, pageSize, cookie);
      if (options.length > QUESTION_LIMIT) return fail(fault("invalid", `The question is too long (${options.length} characters).`));
      const answer = await this.ask(() => this.api.retrieveMultiple(table, options, pageSize), signal, (late) => {
        const page = pageOf(late);
        if (page) onPage(page, true);
      });
      if (answer === null) return ok("stopped");
      if (!answer.ok) return answer;
      const page = pageOf(answer.value);
      if (!page) return fail(fault("invalid", "The answer has no records."));
      if (!onPage(page, false) || signal?.aborted) return ok("stopped");
      rows += page.entities.length;
      // A page may have less rows than asked for and still not be the last: only the cookie tells.
      if (page.cookie === null && (cookie !== null || page.entities.length < pageSize)) return ok("all");
      if (page.cookie === null && rows >= ROWS_WITHOUT_COOKIE) return fail(fault("tooMany", ""));
      if (page.cookie !== null && page.cookie === cookie) return fail(fault("invalid", "The pages do not go on."));
      cookie = page.cookie;
    }
  }

  /** The number that a count comes to (countQuery.ts); a fault without words where it was stopped. */
  public async count(query: Document, signal: AbortSignal | null): Promise<Result<number, Fault>> {
    let counted: unknown;
    const end = await this.read(query, ({ entities }, isLate) => {
      if (!isLate) counted = entities[0]?.[COUNT];
      return false;
    }, signal);
    if (!end.ok) return end;
    if (signal?.aborted) return fail(STOPPED);
    return typeof counted === "number" ? ok(counted) : fail(fault("invalid", "The answer has no count."));
  }

  /** Some columns of one record; a fault without words where it was stopped. */
  public async record(table: string, id: string, columns: readonly string[], signal: AbortSignal | null): Promise<Result<Entity, Fault>> {
    const answer = await this.ask(() => this.api.retrieveRecord(table, id, `?$select=${columns.join(",")}`), signal, () => undefined);
    if (answer === null) return fail(STOPPED);
    if (!answer.ok) return answer;
    return isEntity(answer.value) ? ok(answer.value) : fail(fault("invalid", "The answer has no record."));
  }

  /** One request; null if it was stopped. An answer after the end goes to `late`, an error after it nowhere. */
  private ask(start: () => Promise<unknown>, signal: AbortSignal | null, late: (answer: unknown) => void): Promise<Result<unknown, Fault> | null> {
    if (signal?.aborted) return Promise.resolve(null);
    return new Promise((resolve) => {
      let isOver = false;
      const end = (result: Result<unknown, Fault> | null): void => {
        if (isOver) return;
        isOver = true;
        cancelTimeout();
        signal?.removeEventListener("abort", stop);
        resolve(result);
      };
      const stop = (): void => end(null);
      const cancelTimeout = this.clock.timeout(() => end(fail(fault("down", ""))), TIMEOUT_MS);
      signal?.addEventListener("abort", stop);
      // A method may also throw instead of rejecting.
      const request = (async () => start())();
      request.then((answer) => (isOver ? late(answer) : end(ok(answer))), (error: unknown) => end(fail(faultOf(error))));
    });
  }
}

const fault = (kind: FaultKind, message: string): Fault => ({ kind, message, retryAfterMs: 0 });
const STOPPED = fault("unknown", "");

const tableOf = (question: Document): string => childrenOf(question.documentElement, "entity")[0]?.getAttribute("name") ?? "";

function optionsOf(question: Document, page: number, count: number, cookie: string | null): string {
  const fetch = question.documentElement;
  fetch.setAttribute("page", String(page));
  fetch.setAttribute("count", String(count));
  if (cookie !== null) fetch.setAttribute("paging-cookie", cookie);
  return `?fetchXml=${encodeURIComponent(writeXml(question))}`;
}

/** null for an answer of any other shape. */
function pageOf(answer: unknown): Page | null {
  if (typeof answer !== "object" || answer === null) return null;
  const { entities, fetchXmlPagingCookie } = answer as { readonly entities?: unknown; readonly fetchXmlPagingCookie?: unknown };
  return Array.isArray(entities) && entities.every(isEntity) ? { entities, cookie: cookieOf(fetchXmlPagingCookie) } : null;
}

const isEntity = (value: unknown): value is Entity => typeof value === "object" && value !== null && !Array.isArray(value);
