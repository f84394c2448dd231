/**
 * `npm run bench`: the control beside reference renderers and peers, the engine at a million runs, and the budgets.
 * Fails if a budget is missed. README.md says what is measured and how.
 */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { Budget, bundleBudget, isKept } from "./budgets";
import { buildControl } from "./build";
import { compare } from "./compare";
import { readOptions } from "./options";
import { budgetTable, circumstances, writeReadme } from "./report";
import { Summary } from "./summary";

const BUNDLE = "out/controls/FlowSessionTimeline/bundle.js";

async function run(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.build) buildControl();
  const budgets: Budget[] = [bundleBudget(gzipSync(readFileSync(BUNDLE)).length)];
  const texts: string[] = [];
  let summary: Summary | undefined;
  if (options.parts.has("compare")) {
    const compared = await compare(options);
    summary = compared.summary;
    texts.push(compared.text);
    budgets.push(...compared.budgets);
  }
  const text = [circumstances(summary), ...texts, budgetTable(budgets)].join("\n\n");
  console.log(`\n${text}\n`);
  if (options.write) writeReadme(text);
  for (const error of summary?.errors() ?? []) console.error(error);
  if (!budgets.every(isKept) || (summary?.errors().length ?? 0) > 0) process.exitCode = 1;
}

run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
