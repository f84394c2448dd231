/** Linear between the two nearest values; NaN of nothing. @param share 0 to 1 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? NaN;
  return low + ((sorted[Math.ceil(at)] ?? NaN) - low) * (at - Math.floor(at));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** NaN of nothing. */
export const least = (values: readonly number[]): number => quantile(values, 0);

/** Says of repetitions of one figure which counts. @param figure its name */
export type Estimate = (figure: string, values: readonly number[]) => number;

export const typical: Estimate = (_, values) => median(values);

/** Times to which other work on the machine only adds; what is promised of the worst case (longest tasks) is not among them. */
const ADDED_TO: ReadonlySet<string> = new Set(["mount", "update", "same", "scrollP50", "scrollP95", "wheelP50", "wheelP95", "zoomP50", "zoomP95", "fit", "ms", "main"]);

/** The least of such times, the median of all else (docs/decisions/0031). */
export const undisturbed: Estimate = (figure, values) => (ADDED_TO.has(figure) ? least(values) : median(values));

/** Of several measurements of one shape, the estimate of each number in them; all else is that of the first. */
export function estimates<T>(measured: readonly T[], estimate: Estimate, name = ""): T {
  const [first] = measured;
  if (typeof first === "number") return estimate(name, measured as readonly number[]) as T;
  if (Array.isArray(first)) return first.map((_, at) => estimates((measured as readonly (readonly unknown[])[]).map((one) => one[at]), estimate, name)) as T;
  if (typeof first !== "object" || first === null) return first as T;
  return Object.fromEntries(Object.keys(first).map((key) => [key, estimates(measured.map((one) => (one as Record<string, unknown>)[key]), estimate, key)])) as T;
}
