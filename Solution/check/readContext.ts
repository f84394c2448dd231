import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { profileOf } from "../../FlowSessionTimeline/domain/tableProfile";
import { ID_FILE, readIds } from "../generate/lockedIds";
import { PLATFORM_TABLES } from "../model/platformTable";
import { packageVersion } from "../pack/version";
import { parseControlManifest } from "./controlManifest";
import { PackedZip } from "./packedZip";
import { CheckContext } from "./rule";

const INPUT_MANIFEST = "FlowSessionTimeline/ControlManifest.Input.xml";
const TEXTS = "FlowSessionTimeline/strings";

/**
 * What the repository says that a solution must agree with.
 * @param root folder of package.json
 * @param base the solution that must be there first, if there is one
 */
export function readContext(root: string, base: PackedZip | null = null): CheckContext {
  const columns = [...PLATFORM_TABLES.keys()].map((table) => [table, Object.values(profileOf(table).columns)] as const);
  return {
    version: packageVersion(root),
    control: parseControlManifest(readFileSync(path.join(root, INPUT_MANIFEST), "utf8"), INPUT_MANIFEST),
    languages: readdirSync(path.join(root, TEXTS)).map((file) => /\.(\d+)\.resx$/.exec(file)?.[1]).filter((language) => language !== undefined),
    tables: PLATFORM_TABLES,
    viewColumns: new Map(columns.filter(([, names]) => names.length > 0)),
    ids: readIds(path.join(root, ID_FILE)),
    base,
  };
}
