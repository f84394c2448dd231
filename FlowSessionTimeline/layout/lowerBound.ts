/** The first index in [low, high) whose entry passes, if those that pass follow those that do not; else high. */
export function lowerBound(low: number, high: number, passes: (index: number) => boolean): number {
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
