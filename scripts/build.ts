/** Builds the control for production. pcf-scripts exits with 0 on errors and may leave an old bundle: the output goes first, and its word is checked. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { bundleFindings } from "./bundleCheck";
import { writePictureWorker } from "./pictureWorker";
import { stampVersion } from "../Solution/pack/version";

/**
 * Asks the browser to compile all functions with the script, which it does beside the main thread while it loads, and not one by one when the
 * first picture calls them. A browser that does not know it takes it for a comment.
 */
const COMPILE_HINT = "//# allFunctionsCalledOnLoad\n";

const OUT = path.join("out", "controls", "FlowSessionTimeline");

function build(): readonly string[] {
  stampVersion(process.cwd());
  writePictureWorker();
  rmSync(OUT, { recursive: true, force: true });
  const cli = path.join("node_modules", "pcf-scripts", "bin", "pcf-scripts.js");
  const { stdout, stderr } = spawnSync(process.execPath, [cli, "build", "--buildMode", "production", "--noColor"], {
    encoding: "utf8",
    env: { ...process.env, PP_TOOLS_TELEMETRY_OPTOUT: "1" },
  });
  const bundle = path.join(OUT, "bundle.js");
  if (!/\bSucceeded\b/.test(stdout) || !existsSync(bundle)) return [stdout, stderr, "pcf-scripts did not succeed; what it said stands above."];
  const text = COMPILE_HINT + readFileSync(bundle, "utf8");
  writeFileSync(bundle, text);
  console.log(`bundle.js: ${(text.length / 1024).toFixed(0)} KB, ${(gzipSync(text).length / 1024).toFixed(0)} KB gzip`);
  return bundleFindings(text);
}

const findings = build();
for (const finding of findings) console.error(finding);
if (findings.length > 0) process.exitCode = 1;
