import { gzipSync } from "node:zlib";
import { sizeText } from "./budgets";
import { controlFiles, install, pageFiles } from "./build";
import { ContenderEntry } from "./contenders";
import { measure, Measured } from "./measure";
import { Options } from "./options";
import { addPages } from "./pages";
import { seeded } from "./page/dataset";
import { serve } from "./server";

export interface Compared {
  readonly measured: readonly Measured[];
  /** Of the control, after gzip. */
  readonly bundleBytes: number;
}

/**
 * All contenders side by side. Each measurement has a browser of its own. Their order is shuffled, so that noise hits all alike, and the
 * repetitions of one size lie far apart: a machine is slow for minutes on end.
 */
export async function compare({ contenders, sizes, reps }: Options): Promise<Compared> {
  install("bench");
  if (contenders.some((one) => one.packages === "peers")) install("bench/peers");
  const files = new Map([...(await pageFiles(contenders)), ...controlFiles()]);
  const bundle = files.get("/control/bundle.js");
  if (!bundle) throw new Error("The control is not built.");
  addPages(files, contenders);
  const server = await serve(files);
  const measured: Measured[] = [];
  const random = seeded(7);
  for (let rep = 0; rep < reps; rep++) {
    for (const size of sizes) {
      for (const contender of shuffled(contenders, random)) {
        // What cannot finish with a size is not asked again, nor with a larger one.
        if (measured.some((one) => one.contender === contender.name && one.errors.length > 0)) continue;
        const figures = await measure(server.origin, contender, size);
        measured.push(figures);
        console.log(progress(figures, rep));
      }
    }
  }
  server.close();
  return { measured, bundleBytes: gzipSync(bundle).length };
}

function shuffled(contenders: readonly ContenderEntry[], random: () => number): readonly ContenderEntry[] {
  return contenders.map((contender) => ({ contender, at: random() })).sort((a, b) => a.at - b.at).map(({ contender }) => contender);
}

function progress({ contender, size, calibration, mount, mountTasks, heapBytes, elements, scrollP50, scrollP95, wheelP50, wheelP95, zoomP50, zoomP95, fit, update, same, errors }: Measured, rep: number): string {
  const n = (value: number): string => value.toFixed(1);
  return [
    `${contender.padEnd(12)} ${sizeText(size).padStart(7)} #${rep + 1}`, `picture ${n(mount)} (tasks ${mountTasks.slice(0, 4).map(n).join(" ")})`, `heap ${n(heapBytes / 1048576)} MB`, `elements ${elements}`,
    `scroll ${n(scrollP50)}/${n(scrollP95)}`, `wheel ${n(wheelP50)}/${n(wheelP95)}`, `zoom ${n(zoomP50)}/${n(zoomP95)}`, `fit ${n(fit)}`, `refresh ${n(update)}`, `same ${n(same)}`, `calibration ${n(calibration)}`, ...errors,
  ].join("  ");
}
