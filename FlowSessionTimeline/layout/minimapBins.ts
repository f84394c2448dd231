/**
 * What a minimap is drawn from: runs counted at their start, by status family, in stretches of equal length, anchored to the epoch.
 * Counts of the server and of what is loaded are never added up: they would count runs twice.
 */
export interface MinimapBins {
  readonly source: "loaded" | "server";
  /** In ms: a power of two of what is loaded, a day of UTC of what the server counted. */
  readonly lengthMs: number;
  /** Number of the first bin: bin i is [(first + i) * lengthMs, (first + i + 1) * lengthMs). */
  readonly first: number;
  /** How many bins the runs span, those that the filter hides included; later ones hold none. */
  readonly count: number;
  /** Runs per bin by family, in the order of STATUS_FAMILIES; at least `count` long. */
  readonly families: readonly Int32Array[];
  /** Runs that start so far before all others that these would have no room beside them; and so far after. */
  readonly before: number;
  readonly after: number;
  /** The latest end of a run that starts in the bins, in ms; -Infinity if none has ended. */
  readonly lastEndMs: number;
}

/** How many runs are counted, those before and after the bins included. */
export const countedRuns = ({ families, before, after }: MinimapBins): number =>
  families.reduce((sum, counts) => sum + counts.reduce((runs, one) => runs + one, 0), before + after);
