/** Everything that the page asks for, built once and kept in memory: others may build the control again while this runs. */
import { build, type BuildOptions } from "esbuild";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { ContenderEntry } from "./contenders";

export type Files = Map<string, Uint8Array>;

const CONTROL = path.join("out", "controls", "FlowSessionTimeline");
const LIBRARIES = { "react.js": "react/umd/react.production.min.js", "react-dom.js": "react-dom/umd/react-dom.production.min.js", "fluent.js": "@fluentui/react/dist/fluentui-react.umd.js" };

/** A process of its own, as pcf-scripts ends the one that it runs in. */
export function buildControl(): void {
  const { status } = spawnSync(process.execPath, [path.join("scripts", "run-ts.mjs"), path.join("scripts", "build.ts")], { stdio: "inherit" });
  if (status !== 0) throw new Error("The control could not be built; what is wrong stands above.");
}

/** Installs the packages of a folder if they are not there as its lock file says. */
export function install(folder: string): void {
  const installed = path.join(folder, "node_modules", ".package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(path.join(folder, "package-lock.json")).mtimeMs) return;
  console.log(`Installing the packages of ${folder} …`);
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--legacy-peer-deps"], { cwd: folder, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) throw new Error(`The packages of ${folder} could not be installed; what npm says stands above.`);
}

/** One script for the page, minified, as a product would ship it. @param packages folder whose node_modules it takes */
export async function bundle(source: string, packages = "bench", more: BuildOptions = {}): Promise<readonly { readonly kind: "js" | "css"; readonly contents: Uint8Array }[]> {
  const { outputFiles = [] } = await build({
    entryPoints: [path.join("bench", source)], bundle: true, minify: true, format: "iife", target: "es2020", write: false, outdir: "bench", legalComments: "none", logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' }, loader: { ".woff": "dataurl", ".woff2": "dataurl", ".ttf": "dataurl", ".svg": "dataurl", ".png": "dataurl" },
    nodePaths: [path.resolve(packages, "node_modules")], ...more,
  });
  return outputFiles.map(({ path: file, contents }) => ({ kind: file.endsWith(".css") ? "css" : "js", contents }));
}

export async function pageFiles(contenders: readonly ContenderEntry[]): Promise<Files> {
  const files: Files = new Map();
  const add = async (name: string, source: string, packages: string): Promise<void> => {
    for (const { kind, contents } of await bundle(source, packages)) files.set(`/${name}.${kind}`, contents);
  };
  await add("page", "page/page.ts", "bench");
  for (const { name, source, packages } of contenders) await add(name, source, packages === "peers" ? path.join("bench", "peers") : "bench");
  return files;
}

/** The control as it is built now, with the platform libraries of the host. */
export function controlFiles(): Files {
  const files: Files = new Map();
  for (const [name, file] of Object.entries(LIBRARIES)) files.set(`/lib/${name}`, readFileSync(path.join("node_modules", file)));
  for (const file of readdirSync(CONTROL, { recursive: true, encoding: "utf8" })) {
    const from = path.join(CONTROL, file);
    if (statSync(from).isFile()) files.set(`/control/${file.split(path.sep).join("/")}`, readFileSync(from));
  }
  return files;
}
