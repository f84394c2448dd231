/**
 * Every test of the project, stage by stage, and one plain line at the end. Jest stages count their tests; the others count as one each.
 * `node scripts/run-ts.mjs scripts/test.ts [stage …]` runs some stages only.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { writePictureWorker } from "./pictureWorker";

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const node = (args: readonly string[], env: NodeJS.ProcessEnv = {}): number =>
  spawnSync(process.execPath, args, { stdio: "inherit", env: { ...process.env, PP_TOOLS_TELEMETRY_OPTOUT: "1", ...env } }).status ?? 1;

const tool = (...args: readonly string[]): Count => (node(args) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** Runs jest and reads how many tests passed; a suite that could not even start counts as a failure. */
function jest(name: string, args: readonly string[], zone: string): Count {
  const outputFile = path.resolve("build", `${name}.json`);
  mkdirSync(path.dirname(outputFile), { recursive: true });
  rmSync(outputFile, { force: true });
  node(["node_modules/jest/bin/jest.js", "--silent=false", "--json", `--outputFile=${outputFile}`, ...args], { TZ: zone });
  if (!existsSync(outputFile)) return { passed: 0, failed: 1 };
  const result = JSON.parse(readFileSync(outputFile, "utf8")) as { numPassedTests: number; numFailedTests: number; numRuntimeErrorTestSuites: number; numPendingTests: number };
  const { numPassedTests: passed, numFailedTests, numRuntimeErrorTestSuites, numPendingTests } = result;
  return { passed, failed: numFailedTests + numRuntimeErrorTestSuites + numPendingTests + (passed === 0 ? 1 : 0) };
}

const script = (file: string, ...args: readonly string[]): Count => tool("scripts/run-ts.mjs", file, ...args);

/** The manifest's types are generated, and checked with the rest. Unit tests run in two zones, one of them with daylight saving: what depends on the machine's zone fails in one. */
const STAGES: Readonly<Record<string, () => Count>> = {
  types: () => tool("node_modules/pcf-scripts/bin/pcf-scripts.js", "refreshTypes"),
  typecheck: () => tool("node_modules/typescript/bin/tsc", "--noEmit", "-p", "tsconfig.all.json"),
  lint: () => tool("node_modules/eslint/bin/eslint.js", ".", "--max-warnings", "0"),
  architecture: () => tool("node_modules/dependency-cruiser/bin/dependency-cruise.mjs", "--config", ".dependency-cruiser.cjs", "FlowSessionTimeline", "emulator", "demo", "Solution", "scripts", "tests", "bench"),
  bundle: () => script("scripts/build.ts"),
  unit: () => jest("unit-berlin", [], "Europe/Berlin"),
  "unit-kolkata": () => jest("unit-kolkata", ["FlowSessionTimeline/domain", "FlowSessionTimeline/layout", "emulator", "demo", "tests/contract/loaderWindow"], "Asia/Kolkata"),
  solution: () => script("Solution/pack/main.ts"),
  "solution-check": () => script("Solution/check/main.ts", "../shared/xsd"),
  browser: () => jest("browser", ["--config", "jest.browser.config.js", "--runInBand"], "America/New_York"),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in STAGES));
if (unknown.length > 0) throw new Error(`There is no stage ${unknown.join(", ")}; there are ${Object.keys(STAGES).join(", ")}.`);
// The control imports it.
writePictureWorker();
let passed = 0;
let failed = 0;
for (const [name, run] of Object.entries(STAGES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const count = run();
  console.log(`\n${name}: ${count.passed} passed, ${count.failed} failed\n`);
  passed += count.passed;
  failed += count.failed;
}
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
