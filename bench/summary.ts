import { Figures, Measured } from "./measure";
import { Estimate, median } from "./statistics";

/** What repetitions say, by contender and size. */
export class Summary {
  public constructor(private readonly measured: readonly Measured[], private readonly estimate: Estimate) {}

  public get sizes(): readonly number[] {
    return [...new Set(this.measured.map((one) => one.size))].sort((a, b) => a - b);
  }

  public has(contender: string, size: number): boolean {
    return this.of(contender, size).length > 0;
  }

  /** NaN if it was not measured. */
  public value(contender: string, size: number, figure: Exclude<keyof Figures, "mountTasks" | "sameTasks">): number {
    return this.estimate(figure, this.of(contender, size).map((one) => one[figure]));
  }

  /** Tasks by their rank, longest first: the median of each rank. */
  public tasks(contender: string, size: number, figure: "mountTasks" | "sameTasks"): readonly number[] {
    const lists = this.of(contender, size).map((one) => one[figure]);
    const ranks = Math.max(0, ...lists.map((list) => list.length));
    return Array.from({ length: ranks }, (_, rank) => median(lists.map((list) => list[rank] ?? 0)));
  }

  public errors(): readonly string[] {
    return this.measured.flatMap(({ contender, size, errors }) => errors.map((error) => `${contender}, ${size} runs: ${error}`));
  }

  /** CPU ms of the fixed piece of work. */
  public calibration(): number {
    return median(this.measured.map((one) => one.calibration));
  }

  private of(contender: string, size: number): readonly Measured[] {
    return this.measured.filter((one) => one.contender === contender && one.size === size);
  }
}
