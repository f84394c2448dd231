/** Makes a text of the worker that draws pictures (FlowSessionTimeline/render/pictureWorker.ts), for the control to start it from: webpack would make it a file of its own, which no solution can have. */
import { buildSync } from "esbuild";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const ENTRY = path.join("FlowSessionTimeline", "render", "pictureWorker.ts");
const GENERATED = path.join("FlowSessionTimeline", "generated", "pictureWorker.ts");
/** For the browsers that pcfconfig.json builds the control for. @throws with esbuild's words if the worker does not build */
export function writePictureWorker(): void {
  const { targets } = JSON.parse(readFileSync("pcfconfig.json", "utf8")) as { readonly targets: Readonly<Record<string, string>> };
  const target = Object.entries(targets).map(([browser, version]) => browser + version);
  const { outputFiles: [worker] } = buildSync({ entryPoints: [ENTRY], bundle: true, minify: true, write: false, format: "iife", target, logLevel: "silent" });
  mkdirSync(path.dirname(GENERATED), { recursive: true });
  writeFileSync(GENERATED, `export const PICTURE_WORKER = ${JSON.stringify(worker?.text.trim())};\n`);
}
