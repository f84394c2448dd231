/** Linear between the two nearest values; NaN of nothing. @param share 0 to 1 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? NaN;
  return low + ((sorted[Math.ceil(at)] ?? NaN) - low) * (at - Math.floor(at));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Of several measurements of one shape, the median of each number in them; all else is that of the first. */
export function medians<T>(measured: readonly T[]): T {
  const [first] = measured;
  if (typeof first === "number") return median(measured as readonly number[]) as T;
  if (Array.isArray(first)) return first.map((_, at) => medians((measured as readonly (readonly unknown[])[]).map((one) => one[at]))) as T;
  if (typeof first !== "object" || first === null) return first as T;
  return Object.fromEntries(Object.keys(first).map((key) => [key, medians(measured.map((one) => (one as Record<string, unknown>)[key]))])) as T;
}
