import { ArchiveFiles, toText } from "../pack/archive";
import { Finding } from "./finding";
import { SOLUTION } from "./packedZip";

const FLAG = /<Managed>([^<]*)<\/Managed>/;

/** The managed and the unmanaged zip of one solution differ in the Managed flag of solution.xml and in nothing else. */
export function compareVariants(unmanaged: ArchiveFiles, managed: ArchiveFiles): Finding[] {
  const findings: Finding[] = [];
  const report = (rule: string, file: string, message: string): number => findings.push({ rule, file, node: "", message });
  for (const file of new Set([...unmanaged.keys(), ...managed.keys()])) {
    const [one, other] = [unmanaged, managed].map((files) => files.get(file));
    if (!one || !other) report("variant.files", file, "The file is in one of the two zips only.");
    else if (file === SOLUTION ? withoutFlag(one) !== withoutFlag(other) : Buffer.compare(one, other) !== 0) report("variant.same", file, "The zips differ in more than the Managed flag.");
  }
  for (const [files, flag] of [[unmanaged, "0"], [managed, "1"]] as const) {
    const written = FLAG.exec(toText(files.get(SOLUTION) ?? new Uint8Array()))?.[1];
    if (written !== flag) report("variant.flag", SOLUTION, `Managed must be ${flag}, but is ${written ?? "missing"}.`);
  }
  return findings;
}

function withoutFlag(bytes: Uint8Array): string {
  return toText(bytes).replace(FLAG, "");
}
