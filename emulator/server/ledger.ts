/** Every request to the emulated server, so that tests can count requests, round trips and bytes. */
import type { ServerError } from "./contract";
import type { RequestKind } from "./requests";

/** Older requests are forgotten, so that hours of soak do not fill the memory. */
const KEPT = 10_000;

export interface RequestEntry {
  readonly kind: RequestKind;
  readonly table: string;
  /** What identifies the question: options of the address, columns, name of an action; a page as JSON. */
  readonly text: string;
  /** Epoch ms. */
  readonly askedAt: number;
  /** Epoch ms; null while it is under way. */
  readonly answeredAt: number | null;
  /** 1: nothing had been answered when it was asked; else one more than the highest round that had. */
  readonly round: number;
  /** Of the answer. */
  readonly rows: number;
  /** Of the answer as JSON in UTF-8. */
  readonly bytes: number;
  readonly error: ServerError | null;
}

export interface Outcome { readonly rows: number; readonly bytes: number; readonly error: ServerError | null }
export interface Sum { readonly requests: number; /** Round trips in sequence. */ readonly rounds: number; readonly rows: number; readonly bytes: number }

type Draft = { -readonly [K in keyof RequestEntry]: RequestEntry[K] };

export class Ledger {
  private drafts: Draft[] = [];
  private roundsAnswered = 0;

  get entries(): readonly RequestEntry[] { return this.drafts; }
  /** Asked and not answered. */
  get underWay(): number { return this.drafts.filter(entry => entry.answeredAt === null).length; }

  /** Forgets all; rounds count from here. What is under way is not seen any more. */
  clear(): void {
    this.drafts = [];
    this.roundsAnswered = 0;
  }

  /** @param kinds none: all. */
  sum(...kinds: readonly RequestKind[]): Sum {
    const counted = this.drafts.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
    const add = (of: (entry: RequestEntry) => number): number => counted.reduce((total, entry) => total + of(entry), 0);
    return { requests: counted.length, rounds: Math.max(0, ...counted.map(entry => entry.round)), rows: add(entry => entry.rows), bytes: add(entry => entry.bytes) };
  }

  /** @returns what to call with the answer. */
  open(kind: RequestKind, table: string, text: string, nowMs: number): (outcome: Outcome, atMs: number) => void {
    const draft: Draft = { kind, table, text, askedAt: nowMs, answeredAt: null, round: this.roundsAnswered + 1, rows: 0, bytes: 0, error: null };
    this.drafts.push(draft);
    if (this.drafts.length > KEPT) this.drafts.shift();
    return (outcome, atMs) => {
      Object.assign(draft, outcome, { answeredAt: atMs });
      // A request from before `clear` says nothing about the rounds since.
      if (this.drafts.includes(draft)) this.roundsAnswered = Math.max(this.roundsAnswered, draft.round);
    };
  }
}
