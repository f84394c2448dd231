import { PROBLEM_KINDS, problemBit, ProblemCount, ProblemKind } from "./problem";

const MAX_EXAMPLES = 10;

/** Counts problems by kind and keeps the first few ids of each. */
export class ProblemTally {
  private readonly counts = new Map<ProblemKind, { count: number; readonly examples: string[] }>();

  /** Counts a problem `times` times; an example that is "" is none. */
  public add(kind: ProblemKind, example: string, times = 1): void {
    let entry = this.counts.get(kind);
    if (entry === undefined) this.counts.set(kind, (entry = { count: 0, examples: [] }));
    entry.count += times;
    if (example !== "" && entry.examples.length < MAX_EXAMPLES) entry.examples.push(example);
  }

  /** Counts every problem of a row's bits. */
  public addBits(bits: number, example: () => string): void {
    for (const kind of PROBLEM_KINDS) {
      if ((bits & problemBit(kind)) === 0) continue;
      this.add(kind, (this.counts.get(kind)?.examples.length ?? 0) < MAX_EXAMPLES ? example() : "");
    }
  }

  /** The kinds that occurred, in the order of PROBLEM_KINDS. */
  public list(): readonly ProblemCount[] {
    return PROBLEM_KINDS.flatMap((kind) => {
      const entry = this.counts.get(kind);
      return entry === undefined ? [] : [{ kind, count: entry.count, examples: entry.examples }];
    });
  }
}
