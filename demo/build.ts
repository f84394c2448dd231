/** Builds what the demo needs: the control's production bundle where it is stale, and the page. */
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { isStale } from "./server/stale";

export interface BuiltDemo { /** Folder with index.html. */ readonly page: string; /** Folder with bundle.js. */ readonly control: string }

/**
 * @param root folder with package.json.
 * @throws Error if the control or the page cannot be built.
 */
export async function buildDemo(root: string): Promise<BuiltDemo> {
  const control = path.join(root, "out", "controls", "FlowSessionTimeline");
  if (isStale(path.join(root, "FlowSessionTimeline"), path.join(control, "bundle.js"))) buildControl(root);
  return { page: await buildPage(root), control };
}

/** A process of its own, because pcf-scripts ends the one that it runs in. */
function buildControl(root: string): void {
  console.log("Building the control (about half a minute) …");
  const { status } = spawnSync(process.execPath, [path.join("scripts", "run-ts.mjs"), path.join("scripts", "build.ts")], { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Error("The control could not be built; what is wrong stands above.");
}

/** @returns the folder with index.html. */
export async function buildPage(root: string): Promise<string> {
  const page = path.join(root, "build", "demo");
  const source = path.join(root, "demo", "page");
  fs.mkdirSync(page, { recursive: true });
  await build({
    entryPoints: { page: path.join(source, "main.ts"), worker: path.join(root, "demo", "worker", "main.ts"), demo: path.join(source, "css", "demo.css") },
    outdir: page, bundle: true, format: "iife", target: "es2020", minify: true, sourcemap: true, legalComments: "linked", logLevel: "warning",
  });
  fs.copyFileSync(path.join(source, "index.html"), path.join(page, "index.html"));
  return page;
}
