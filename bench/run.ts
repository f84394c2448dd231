/**
 * `npm run bench`: the control beside reference renderers and peers, the engine at a million runs, and the budgets.
 * Fails if a budget is missed. README.md says what is measured and how.
 */
import { Budget, isKept } from "./budgets";
import { buildControl } from "./build";
import { compare } from "./compare";
import { engineBudgets } from "./engine/budgets";
import { EngineFigures, measureEngine } from "./engine/measure";
import { serveEngine } from "./engine/serveEngine";
import { readOptions } from "./options";
import { budgetTable, circumstances, engineTable, writeReadme } from "./report";
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
    engine = await measureEngine(server.address);
    server.close();
    texts.push(engineTable(engine));
    budgets.push(...engineBudgets(engine, summary));
  }
  const text = [circumstances(summary), ...texts, budgetTable(budgets)].join("\n\n");
  console.log(`\n${text}\n`);
  if (options.write) writeReadme(text);
  const errors = [...(summary?.errors() ?? []), ...(engine?.errors ?? [])];
  for (const error of errors) console.error(error);
  if (!budgets.every(isKept) || errors.length > 0) process.exitCode = 1;
}

run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
