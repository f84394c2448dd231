/** The tables, as Markdown: printed, and kept in README.md between two marks. */
import { readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import { Budget, isKept, sizeText } from "./budgets";
import { ContenderEntry } from "./contenders";
import { EngineFigures, MILLION } from "./engine/measure";
import { GestureFigures } from "./gestures";
import { REFERENCE_MS } from "./measure";
import { Summary } from "./summary";

const README = "bench/README.md";

/** Where tables are kept: `figures` are those of pictures and of the engine. */
export type Place = "figures" | "loader";

export const number = (value: number, digits = 1): string => (Number.isNaN(value) ? "–" : value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits }));

export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map((_, at) => (at === 0 ? "---" : "--:"))), ...rows.map(line)].join("\n");
}

export function comparisonTables(summary: Summary, contenders: readonly ContenderEntry[]): string {
  return summary.sizes.map((size) => `**${sizeText(size)} runs**\n\n${comparisonTable(summary, contenders, size)}`).join("\n\n");
}

function comparisonTable(summary: Summary, contenders: readonly ContenderEntry[], size: number): string {
  const rows = contenders.map(({ name, label }) => {
    const of = (figure: Parameters<Summary["value"]>[2]): number => summary.value(name, size, figure);
    const pair = (p50: number, p95: number): string => `${number(p50)} / ${number(p95)}`;
    return [
      name === label ? name : `${name}: ${label}`, number(of("mount"), 0), number(of("heapBytes") / 1048576), number(of("elements"), 0), pair(of("scrollP50"), of("scrollP95")), pair(of("wheelP50"), of("wheelP95")),
      pair(of("zoomP50"), of("zoomP95")), number(of("fit")), number(of("update")), number(of("same")),
    ];
  });
  return table(["", "picture", "heap MB", "elements", "scrolled frame", "wheel notch", "zoom step", "fit all", "refresh, one changed", "refresh, none"], rows);
}

/** A million runs by themselves. */
export function engineTable({ gestures, trackGestures, trackFloor }: EngineFigures): string {
  const row = (name: string, figures: GestureFigures): string[] => [
    name, `${number(figures.scrollP50)} / ${number(figures.scrollP95)}`, `${number(figures.wheelP50)} / ${number(figures.wheelP95)}`, `${number(figures.zoomP50)} / ${number(figures.zoomP95)}`, number(figures.fit), number(Math.max(figures.scrollLongest, figures.zoomLongest)),
  ];
  return `**${sizeText(MILLION)} runs in the store**\n\n${table(["", "scrolled frame", "wheel notch", "zoom step", "fit all", "longest task"], [
    row("tree", gestures), row("tracks by machine", trackGestures), row("their boxes and texts on a bare canvas", trackFloor),
  ])}`;
}

/** @param medians the same budgets, by the medians of the repetitions: they are shown and not judged */
export function budgetTable(budgets: readonly Budget[], medians: readonly Budget[]): string {
  const digits = (unit: string): number => (unit === "ms" ? 1 : 0);
  return table(["budget", "runs", "measured", "at most", "", "medians"], budgets.map((budget, at) => {
    const text = (value: number): string => `${number(value, digits(budget.unit))} ${budget.unit}`.trim();
    return [budget.name, budget.size, text(budget.value), text(budget.limit), isKept(budget) ? "kept" : "**missed**", medianText(medians[at], text)];
  }));
}

const medianText = (budget: Budget | undefined, text: (value: number) => string): string => (budget ? `${text(budget.value)} of ${text(budget.limit)}` : "–");

/** When, on what, and how it is repeated. @param calibration CPU ms of the fixed piece of work, where one was taken; @param part to repeat alone */
export function circumstances(reps: number, calibration: number | undefined, part?: string): string {
  const date = new Date().toISOString().slice(0, 10);
  const pace = calibration === undefined ? "" : ` The fixed piece of work took ${number(calibration)} ms there; all times are scaled to ${REFERENCE_MS}.`;
  return `${date}, ${os.cpus().length} cores (${os.cpus()[0]?.model ?? "unknown"}), software rendering. Repeat it with \`npm run bench -- --write --reps ${reps}${part === undefined ? "" : ` --only ${part}`}\`.${pace}`;
}

/** @throws Error if README.md has no such place for tables */
export function writeReadme(place: Place, text: string): void {
  const readme = readFileSync(README, "utf8");
  const [begin, end] = [`<!-- ${place} -->`, `<!-- /${place} -->`];
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${README} has no ${begin} … ${end}`);
  writeFileSync(README, `${readme.slice(0, from + begin.length)}\n${text}\n${readme.slice(to)}`);
}
