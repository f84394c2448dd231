import { fail, ok, Result } from "../../base/result";
import { Fault } from "./contract";
import { listCountQuery } from "./countQuery";
import { FetchClient } from "./fetchClient";
import { isCounted, isSameCount, ListFacts } from "./listFacts";
import { isFrom } from "./predicate";
import { ViewQuestion, withPredicate } from "./viewQuestion";

/** The list as the host hands it over. */
export interface ProvingList {
  /** Resolves when the host has handed over the list's first page, and says what it tells. */
  readonly list: () => Promise<ListFacts>;
  /** Asks the host for the list again; resolves when it has come. */
  readonly freshList: () => Promise<ListFacts>;
}

/** How often a question is held against the list. */
const LOOKS = 2;

/**
 * Whether a question asks for what the list shows: both must count the same, and where the host counts no further, they must have the same
 * rows at the top: a search leaves some out even if it finds thousands. A fault where the server cannot count now: then nothing is known.
 * @param signal after it is aborted the answer means nothing
 */
export async function isOfList(client: FetchClient, question: ViewQuestion, { list, freshList }: ProvingList, signal: AbortSignal): Promise<Result<boolean, Fault>> {
  for (let look = 1; ; look++) {
    const facts = await list();
    const [counted, top] = await Promise.all([client.count(listCountQuery(question), signal), hasSameHead(client, question, facts, signal)]);
    if (!counted.ok && counted.error.kind !== "tooMany") return fail(counted.error);
    if (!top.ok) return top;
    const isSame = top.value && isSameCount(facts, counted.ok ? counted.value : "tooMany");
    // Runs come and go between the two: only what differs twice is another question.
    if (isSame || look === LOOKS || signal.aborted) return ok(isSame);
    await freshList();
  }
}

async function hasSameHead(client: FetchClient, question: ViewQuestion, facts: ListFacts, signal: AbortSignal): Promise<Result<boolean, Fault>> {
  const { head } = facts;
  if (isCounted(facts) || head === null || head.column.includes(".")) return ok(true);
  const counted = await client.count(listCountQuery(withPredicate(question, isFrom(head.column, head.fromMs))), signal);
  if (counted.ok) return ok(counted.value === head.rows);
  return counted.error.kind === "tooMany" ? ok(false) : fail(counted.error);
}
