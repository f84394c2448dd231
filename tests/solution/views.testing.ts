import { ColumnDefinition } from "../../emulator";
import { ServerTableDefinition } from "../../emulator/server/contract";
import { flowsessionOf } from "../../demo/data/serverTable";
import { PLATFORM_TABLES } from "../../Solution/model/platformTable";

export { Database } from "../../emulator/server/database";

/** Who asks, and somebody else. */
export const USER = "cccccccc-0000-4000-8000-000000000001";
export const OTHER = "cccccccc-0000-4000-8000-000000000002";

export const flowsessionDefinition = (): ServerTableDefinition => flowsessionOf("current");

const LOOKUP_TARGETS: Readonly<Record<string, string>> = { processid: "workflow", previouslinkedsessionid: "processsession", nextlinkedsessionid: "processsession", originatingsessionid: "processsession" };
const STATUSES = { 1: "Not Started", 2: "In Progress", 3: "Paused", 4: "Completed", 5: "Canceled", 6: "Failed" };

/** processsession for the emulated Dataverse, of the columns that the solution describes. */
export function processSessionDefinition(): ServerTableDefinition {
  const table = PLATFORM_TABLES.get("processsession");
  if (!table) throw new Error("processsession is described");
  const columns = [...table.columns].filter(([, { type }]) => type !== "Uniqueidentifier").map(([name, { type }]) => [name, definitionOf(name, type)] as const);
  return { logicalName: "processsession", entitySetName: "processsessions", primaryId: table.primaryId, primaryName: table.primaryName, relationships: [], columns: Object.fromEntries(columns) };
}

function definitionOf(name: string, type: string): ColumnDefinition {
  switch (type) {
    case "DateTime": return { type: "DateAndTime.DateAndTime", displayName: name };
    case "Integer": return { type: "Whole.None", displayName: name };
    case "Lookup": return { type: "Lookup.Simple", displayName: name, targets: [LOOKUP_TARGETS[name] ?? "systemuser"] };
    case "Owner": return { type: "Lookup.Owner", displayName: name, targets: ["systemuser", "team"] };
    case "Status": return { type: "OptionSet", displayName: name, options: STATUSES };
    case "State": return { type: "OptionSet", displayName: name, options: { 0: "Incomplete", 1: "Complete" } };
    default: return { type: type === "Memo" ? "Multiple" : "SingleLine.Text", displayName: name };
  }
}
