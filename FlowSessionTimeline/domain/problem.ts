/** Everything that can be odd about a row. Each is counted and listed under "Data notes"; no row is dropped for it. */
export const PROBLEM_KINDS = [
  "missingId", // a row without an id: cannot be told apart from others, so it is not drawn
  "repeatedId", // a further row with an id that was already read in the same load
  "badDate", // a time that is not a date
  "badStatus", // a status that is missing or not a number
  "unknownStatus", // a status number that the table profile does not know
  "endBeforeStart", // completed before started
  "finishedWithoutEnd", // a finished status without completedon
  "noTime", // neither started, completed nor created: no place on the axis
  "selfParent", // a run that names itself as its parent
  "parentCycle", // runs that are each other's ancestors; cut at one place
  "missingParent", // a parent that is not among the loaded rows: a ghost
] as const;

export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** Each kind as a bit, for the column of flags in the run store. */
export const problemBit = (kind: ProblemKind): number => 1 << PROBLEM_KINDS.indexOf(kind);

/** How often one kind occurred, with the first few ids as examples. */
export interface ProblemCount {
  readonly kind: ProblemKind;
  readonly count: number;
  /** Ids of at most ten rows that have it. */
  readonly examples: readonly string[];
}
