/**
 * `npm run bench`: the control beside reference renderers and peers, the engine at a million runs, the budgets, and loading from a server.
 * Fails if a budget is missed. README.md says what is measured and how.
 */
import { Budget, isKept } from "./budgets";
import { buildControl } from "./build";
import { compare } from "./compare";
import { engineBudgets } from "./engine/budgets";
import { EngineFigures, measureEngine } from "./engine/measure";
import { serveEngine } from "./engine/serveEngine";
import { LoaderFigures, measureLoader } from "./loader/measure";
import { serveLoader } from "./loader/serveLoader";
import { loaderTable } from "./loader/table";
import { readOptions } from "./options";
import { budgetTable, circumstances, engineTable, Place, writeReadme } from "./report";
import { Summary } from "./summary";

async function run(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.build) buildControl();
  const budgets: Budget[] = [];
  const texts: string[] = [];
  let summary: Summary | undefined;
  if (options.parts.has("compare")) {
    const compared = await compare(options);
    summary = compared.summary;
    texts.push(compared.text);
    budgets.push(...compared.budgets);
  }
  let engine: EngineFigures | undefined;
  if (options.parts.has("engine")) {
    const server = await serveEngine();
    engine = await measureEngine(server.address, options.reps);
    server.close();
    texts.push(engineTable(engine));
    budgets.push(...engineBudgets(engine, summary));
  }
  if (texts.length > 0) publish("figures", [circumstances(summary?.calibration()), ...texts, budgetTable(budgets)].join("\n\n"), options.write);
  let loader: LoaderFigures | undefined;
  if (options.parts.has("loader")) {
    const server = await serveLoader();
    loader = await measureLoader(server.address, options.reps);
    server.close();
    publish("loader", [circumstances(loader.calibration, "loader"), loaderTable(loader)].join("\n\n"), options.write);
  }
  const errors = [...(summary?.errors() ?? []), ...(engine?.errors ?? []), ...(loader?.errors ?? [])];
  for (const error of errors) console.error(error);
  if (!budgets.every(isKept) || errors.length > 0) process.exitCode = 1;
}

function publish(place: Place, text: string, write: boolean): void {
  console.log(`\n${text}\n`);
  if (write) writeReadme(place, text);
}

run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
