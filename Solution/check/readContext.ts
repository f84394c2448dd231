import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { profileOf } from "../../FlowSessionTimeline/domain/tableProfile";
import { packageVersion } from "../pack/version";
import { parseControlManifest } from "./controlManifest";
import { CheckContext } from "./rule";
import { parseTableReference, TableReference } from "./tableReference";

const INPUT_MANIFEST = "FlowSessionTimeline/ControlManifest.Input.xml";
/** The tables that the solution touches. A view of one carries every column that the control knows a role for. */
const TABLES = ["flowsession"];

/**
 * What the repository says that a solution must agree with.
 * @param root folder of package.json
 * @param referenceFolder folder with one TABLE.md per table, as Microsoft generates them; tables without one are not resolved
 */
export function readContext(root: string, referenceFolder: string): CheckContext {
  return {
    version: packageVersion(root),
    control: parseControlManifest(readFileSync(path.join(root, INPUT_MANIFEST), "utf8"), INPUT_MANIFEST),
    references: new Map(TABLES.flatMap((table) => readReference(path.join(referenceFolder, `${table}.md`), table))),
    viewColumns: new Map(TABLES.map((table) => [table, Object.values(profileOf(table).columns)])),
  };
}

function readReference(file: string, table: string): [string, TableReference][] {
  return existsSync(file) ? [[table, parseTableReference(readFileSync(file, "utf8"))]] : [];
}
