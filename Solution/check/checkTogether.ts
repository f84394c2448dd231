import { elementAt } from "../pack/xml";
import { CUSTOMIZATIONS, PackedZip, SOLUTION } from "./packedZip";
import { Finding } from "./finding";
import { ownIds } from "./idRules";

/** What no zip can show alone: all ids that were ever given are in use, and one publisher owns everything. */
export function checkTogether(zips: readonly PackedZip[], ids: Readonly<Record<string, string>>): Finding[] {
  const findings: Finding[] = [];
  const used = new Set(zips.flatMap((zip) => ownIds(zip).map(([, id]) => id)));
  for (const [name, id] of Object.entries(ids)) {
    if (!used.has(`{${id}}`)) findings.push({ rule: "id.kept", file: CUSTOMIZATIONS, node: "", message: `${name} is ${id} in the list of ids, but in no solution.` });
  }
  const publishers = new Set(zips.map((zip) => elementAt(zip.manifest, "Publisher")?.toString()));
  if (publishers.size > 1) findings.push({ rule: "publisher.same", file: SOLUTION, node: "ImportExportXml/SolutionManifest/Publisher", message: "The solutions describe their publisher differently." });
  return findings;
}
