/**
 * Which branches and tracks are folded, in a form that costs the same for a million runs: all from a level on, but for some that are the
 * other way.
 */
export interface Collapse {
  /** Branches at this depth and below are folded, tracks count as depth 0; Infinity folds none. */
  readonly fromDepth: number;
  /** Ids of runs and ghosts, and keys of tracks, that are the other way. */
  readonly flipped: ReadonlySet<string>;
}

export const ALL_OPEN: Collapse = { fromDepth: Infinity, flipped: new Set() };
export const ALL_FOLDED: Collapse = { fromDepth: 0, flipped: new Set() };

export const isFolded = ({ fromDepth, flipped }: Collapse, key: string, depth: number): boolean => depth >= fromDepth !== flipped.has(key);

/** The same with these branches folded or open; the same object if they are so already. */
export function withFolded(collapse: Collapse, branches: Iterable<{ readonly key: string; readonly depth: number }>, folded: boolean): Collapse {
  const flipped = new Set(collapse.flipped);
  let changed = false;
  for (const { key, depth } of branches) {
    if (isFolded(collapse, key, depth) === folded) continue;
    changed = true;
    if (!flipped.delete(key)) flipped.add(key);
  }
  return changed ? { fromDepth: collapse.fromDepth, flipped } : collapse;
}
