import { readFileSync } from "node:fs";
import path from "node:path";
import { toBytes } from "../../Solution/pack/archive";
import { BuiltControl } from "../../Solution/pack/builtControl";
import { packSolution, PackedSolution } from "../../Solution/pack/packSolution";
import { readSources } from "../../Solution/pack/sources";
import { packageVersion } from "../../Solution/pack/version";
import { packedZipOf, PackedZip, readPackedZip } from "../../Solution/check/packedZip";
import { readContext } from "../../Solution/check/readContext";
import { CheckContext } from "../../Solution/check/rule";

export const ROOT = path.resolve(__dirname, "..", "..");
/** The shared facts, which lie beside the repository where there are any. */
export const SHARED = path.resolve(ROOT, "..", "shared");
export const CONTROL = "fst_FlowSessionTimeline.FlowSessionTimeline";

export const SOLUTION_NAMES = ["FlowSessionTimeline", "FlowSessionTimeline_Control", "FlowSessionTimeline_Sessions"] as const;
export type SolutionName = (typeof SOLUTION_NAMES)[number];

export const sourceFolder = (name: SolutionName): string => path.join(ROOT, "Solution", "src", name);

export const sources = (name: SolutionName = "FlowSessionTimeline") => readSources(sourceFolder(name));

/** A control as small as one can be: the real manifest, with files of one line. */
export function fakeControl(): BuiltControl {
  const version = packageVersion(ROOT);
  const input = readFileSync(path.join(ROOT, "FlowSessionTimeline", "ControlManifest.Input.xml"), "utf8");
  const resources = [...input.matchAll(/<(?:css|resx)\s[^>]*path="([^"]*)"/g)].map((match) => match[1] ?? "");
  const manifest = input.replace('path="index.ts"', 'path="bundle.js"');
  return { name: "FlowSessionTimeline.FlowSessionTimeline", version, files: new Map([["ControlManifest.xml", manifest], ["bundle.js", "0;"], ...resources.map((file) => [file, "x"] as const)].map(([file, text]) => [file ?? "", toBytes(text ?? "")])) };
}

export function packFake(name: SolutionName = "FlowSessionTimeline"): PackedSolution {
  return packSolution(sources(name), [fakeControl()], packageVersion(ROOT));
}

const packed = new Map<SolutionName, PackedZip>();

/** A solution packed and read back once: rules and mutations leave it as it is. */
export function packedFake(name: SolutionName = "FlowSessionTimeline"): PackedZip {
  const zip = packed.get(name) ?? readPackedZip(packFake(name).unmanaged);
  packed.set(name, zip);
  return zip;
}

/** The repository's context for a solution, with the one that it stands on. */
export function context(name: SolutionName = "FlowSessionTimeline"): CheckContext {
  return readContext(ROOT, name === "FlowSessionTimeline" ? null : packedFake());
}

/** A packed zip in which one text of one file is another. Throws if the text is not there: a mutation that changes nothing proves nothing. */
export function mutated(zip: PackedZip, file: string, from: string | RegExp, to: string): PackedZip {
  const text = Buffer.from(zip.files.get(file) ?? []).toString("utf8");
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${file} has no ${String(from)}`);
  return packedZipOf(new Map([...zip.files, [file, toBytes(changed)]]));
}
