/** The first index in [low, high) whose entry passes, if those that pass follow those that do not; else high. */
export function lowerBound(low: number, high: number, passes: (index: number) => boolean): number {
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The first index in [low, high) of ascending times whose time is at least this, else high; in the time that its distance from `low` takes. */
export function nearLowerBound(times: Float64Array, low: number, high: number, ms: number): number {
  let [from, to] = [low, high];
  for (let step = 1; from < high; step *= 2) {
    const probe = Math.min(from + step, high) - 1;
    if (times[probe] >= ms) {
      to = probe;
      break;
    }
    from = probe + 1;
  }
  while (from < to) {
    const middle = (from + to) >> 1;
    if (times[middle] >= ms) to = middle;
    else from = middle + 1;
  }
  return from;
}
