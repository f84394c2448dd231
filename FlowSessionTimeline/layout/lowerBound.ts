/** The first index in [low, high) whose entry passes, if those that pass follow those that do not; else high. */
export function lowerBound(low: number, high: number, passes: (index: number) => boolean): number {
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The same in the time that the distance from `low` takes, not that of the whole: for a search whose end is likely near. */
export function nearLowerBound(low: number, high: number, passes: (index: number) => boolean): number {
  let from = low;
  for (let step = 1; from + step - 1 < high; step *= 2) {
    if (passes(from + step - 1)) return lowerBound(from, from + step - 1, passes);
    from += step;
  }
  return lowerBound(from, high, passes);
}
