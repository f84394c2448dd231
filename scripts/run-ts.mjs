/** Runs a TypeScript file with Node: bundles it to build/ (packages stay external), then imports the result. */
import { build } from "esbuild";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [file, ...args] = process.argv.slice(2);
if (!file) throw new Error("usage: node scripts/run-ts.mjs FILE.ts [arguments]");
const outfile = path.resolve("build", "scripts", file.replace(/[\\/]/g, "_").replace(/\.ts$/, ".mjs"));
await build({ entryPoints: [file], outfile, bundle: true, platform: "node", format: "esm", target: "node20", packages: "external", logLevel: "warning" });
process.argv = [process.argv[0], outfile, ...args];
await import(pathToFileURL(outfile).href);
