import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { readArchive, toText } from "../pack/archive";
import { PackError } from "../pack/packError";
import { solutionFolders } from "../pack/sources";
import { checkSolution } from "./checkSolution";
import { checkTogether } from "./checkTogether";
import { compareVariants } from "./compareVariants";
import { Finding } from "./finding";
import { CUSTOMIZATIONS, packedZipOf } from "./packedZip";
import { readContext } from "./readContext";
import { validateWithSchema } from "./schema";

const BASE = "FlowSessionTimeline";
const SCHEMA = "CustomizationsSolution.xsd";

/**
 * Reads the packed zips back and says what is wrong in them. Run in the folder of package.json, after packing.
 * @param schemas folder of Microsoft's customization schemas; without it the schema is not asked, and that is said
 * @param bin folder of the zips: the official packer writes them elsewhere
 */
function main(schemas: string | undefined, bin = path.join("Solution", "bin")): void {
  const names = solutionFolders(path.join("Solution", "src")).map((folder) => path.basename(folder));
  const zips = names.map((name) => ({ name, unmanaged: read(path.join(bin, `${name}.zip`)), managed: read(path.join(bin, `${name}_managed.zip`)) }));
  const packed = new Map(zips.map(({ name, unmanaged }) => [name, packedZipOf(unmanaged)]));
  const base = packed.get(BASE) ?? null;
  const reported = zips.flatMap(({ name, unmanaged, managed }) => {
    const context = readContext(".", name === BASE ? null : base);
    const findings = [unmanaged, managed].map((files) => [...checkSolution(packedZipOf(files), context), ...validated(files, schemas)]);
    return [...(findings[0] ?? []).map((one) => say(`${name}.zip`, one)), ...(findings[1] ?? []).map((one) => say(`${name}_managed.zip`, one)), ...compareVariants(unmanaged, managed).map((one) => say(`${name}.zip and its managed twin`, one))];
  });
  reported.push(...checkTogether([...packed.values()], readContext(".").ids).map((one) => say("all solutions", one)));
  for (const line of reported) console.error(line);
  console.log(`${zips.length * 2} zips checked: ${reported.length === 0 ? "nothing is wrong" : `${reported.length} findings`}`);
  if (reported.length > 0) process.exitCode = 1;
}

function read(file: string): ReturnType<typeof readArchive> {
  if (!existsSync(file)) throw new PackError(`${file} is missing. Run \`npm run solution\` first.`);
  return readArchive(new Uint8Array(readFileSync(file)));
}

let isSkipSaid = false;

function validated(files: ReturnType<typeof readArchive>, schemas: string | undefined): readonly Finding[] {
  const schema = schemas && path.join(schemas, SCHEMA);
  const result = schema && existsSync(schema)
    ? validateWithSchema(toText(files.get(CUSTOMIZATIONS) ?? new Uint8Array()), CUSTOMIZATIONS, schema)
    : { kind: "unavailable" as const, reason: "no folder of schemas was given" };
  if (result.kind === "checked") return result.findings;
  if (!isSkipSaid) console.warn(`SKIPPED: nothing was validated against ${SCHEMA}, because ${result.reason}.`);
  isSkipSaid = true;
  return [];
}

const say = (zip: string, { file, node, rule, message }: Finding): string => `${zip}: ${file}${node ? `: ${node}` : ""}: ${rule}: ${message}`;

try {
  main(process.argv[2], process.argv[3]);
} catch (error) {
  if (!(error instanceof PackError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
