/**
 * `npm run bench`: the control beside reference renderers and peers, the engine at a million runs, the budgets, and loading from a server.
 * Fails if a budget is missed. README.md says what is measured and how.
 */
import { keepAwake } from "./awake";
import { Budget, bundleBudget, comparisonBudgets, isKept } from "./budgets";
import { buildControl } from "./build";
import { compare, Compared } from "./compare";
import { engineBudgets } from "./engine/budgets";
import { EngineMeasured, measureEngine } from "./engine/measure";
import { serveEngine } from "./engine/serveEngine";
import { LoaderFigures, measureLoader } from "./loader/measure";
import { serveLoader } from "./loader/serveLoader";
import { loaderTable } from "./loader/table";
import { Options, readOptions } from "./options";
import { budgetTable, circumstances, comparisonTables, engineTable, Place, writeReadme } from "./report";
import { Estimate, estimates, typical, undisturbed } from "./statistics";
import { Summary } from "./summary";

async function run(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.build) buildControl();
  const letSleep = keepAwake();
  try {
    await measureAll(options);
  } finally {
    letSleep();
  }
}

async function measureAll(options: Options): Promise<void> {
  const compared = options.parts.has("compare") ? await compare(options) : undefined;
  let engine: EngineMeasured | undefined;
  if (options.parts.has("engine")) {
    const server = await serveEngine();
    engine = await measureEngine(server.address, options.reps);
    server.close();
  }
  const summary = compared && new Summary(compared.measured, undisturbed);
  const budgets = budgetsOf(compared, engine, undisturbed);
  const tables = [...(summary ? [comparisonTables(summary, options.contenders)] : []), ...(engine ? [engineTable(estimates(engine.measured, undisturbed))] : [])];
  if (tables.length > 0) publish("figures", [circumstances(options.reps, summary?.calibration()), ...tables, budgetTable(budgets, budgetsOf(compared, engine, typical))].join("\n\n"), options.write);
  let loader: LoaderFigures | undefined;
  if (options.parts.has("loader")) {
    const server = await serveLoader();
    loader = await measureLoader(server.address, options.reps);
    server.close();
    publish("loader", [circumstances(options.reps, loader.calibration, "loader"), loaderTable(loader)].join("\n\n"), options.write);
  }
  const errors = [...(summary?.errors() ?? []), ...(engine?.errors ?? []), ...(loader?.errors ?? [])];
  for (const error of errors) console.error(error);
  if (!budgets.every(isKept) || errors.length > 0) process.exitCode = 1;
}

/** What was measured against what is promised. @param estimate says which of the repetitions counts */
function budgetsOf(compared: Compared | undefined, engine: EngineMeasured | undefined, estimate: Estimate): readonly Budget[] {
  const summary = compared && new Summary(compared.measured, estimate);
  return [
    ...(compared ? [bundleBudget(compared.bundleBytes)] : []),
    ...(summary ? comparisonBudgets(summary) : []),
    ...(engine ? engineBudgets(estimates(engine.measured, estimate), summary) : []),
  ];
}

function publish(place: Place, text: string, write: boolean): void {
  console.log(`\n${text}\n`);
  if (write) writeReadme(place, text);
}

run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
