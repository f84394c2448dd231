/** Where the pages of a dataset come from: a table in this page, or the emulated server. */
import type { ServerAccess } from "./access";
import type { HostClock } from "./clock";
import type { EmulatedRow } from "./contract";
import { isServerError } from "./server/httpErrors";
import type { PageQuestion } from "./server/requests";

/** From page 1. */
export interface WantedPage { readonly page: number; readonly size: number }

export interface PageRows {
  readonly rows: readonly EmulatedRow[];
  /** Rows of all pages. */
  readonly total: number;
  /** Whether pages follow. */
  readonly more: boolean;
}

/**
 * Reads one page. @param want asked when the question leaves, so that a new page size counts from then on.
 * @param arrived given what hands out the page, or throws what the server answered instead. @returns how to give up waiting.
 */
export type ReadPage = (want: () => WantedPage, arrived: (take: () => PageRows) => void) => () => void;

/** @param select all rows in order. @param latency ms. */
export function tablePages(clock: HostClock, latency: number, select: () => readonly EmulatedRow[]): ReadPage {
  return (want, arrived) => clock.after(latency, () => arrived(() => {
    const { page, size } = want();
    const all = select();
    return { rows: all.slice((page - 1) * size, page * size), total: all.length, more: page * size < all.length };
  }));
}

/** @param question what is asked beside the page; null: the answer is empty whatever is asked. */
export function serverPages(access: ServerAccess, question: () => Omit<PageQuestion, "page" | "size" | "cookie"> | null): ReadPage {
  let last: { readonly page: number; readonly size: number; readonly cookie: string | null } | undefined;
  return (want, arrived) => {
    let waiting = true;
    const { page, size } = want();
    const asked = question();
    const cookie = last !== undefined && last.page === page - 1 && last.size === size ? last.cookie : null;
    const answer = asked ? access.ask("page", { ...asked, page, size, cookie }) : Promise.resolve({ rows: [], total: 0, cookie: null, moreRecords: false });
    answer.then(({ rows, total, cookie: next, moreRecords: more }) => {
      if (!waiting) return;
      last = { page, size, cookie: next };
      arrived(() => ({ rows, total, more }));
    }, (error: unknown) => {
      if (waiting) arrived(() => { throw isServerError(error) ? new Error(error.message) : error; });
    });
    return () => { waiting = false; };
  };
}
