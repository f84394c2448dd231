import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readBuiltControl } from "./builtControl";
import { PackError } from "./packError";
import { packSolution } from "./packSolution";
import { readSources, solutionFolders } from "./sources";
import { packageVersion } from "./version";

/** Packs the solutions of Solution/src with the built control into Solution/bin. Run in the folder of package.json. */
function main(): void {
  const control = readBuiltControl(path.join("out", "controls", "FlowSessionTimeline"));
  const bin = path.join("Solution", "bin");
  mkdirSync(bin, { recursive: true });
  for (const folder of solutionFolders(path.join("Solution", "src"))) {
    const packed = packSolution(readSources(folder), [control], packageVersion("."));
    for (const [name, bytes] of [[`${packed.uniqueName}.zip`, packed.unmanaged], [`${packed.uniqueName}_managed.zip`, packed.managed]] as const) {
      writeFileSync(path.join(bin, name), bytes);
      console.log(`${path.join(bin, name)}: ${bytes.length} bytes`);
    }
  }
}

try {
  main();
} catch (error) {
  if (!(error instanceof PackError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
