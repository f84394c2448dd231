/** A small flowsession table and the questions to it, for the database's own tests. */
import type { EmulatedRow } from "../contract";
import type { Caller, FetchAnswer, ServerTableDefinition } from "./contract";
import { Database } from "./database";

export const flowsession: ServerTableDefinition = {
  logicalName: "flowsession", primaryId: "flowsessionid", primaryName: "name", entitySetName: "flowsessions",
  relationships: [{ schemaName: "flowsession_machine", column: "machineid", referencedTable: "flowmachine", referencedColumn: "flowmachineid" }],
  columns: {
    name: { type: "SingleLine.Text", displayName: "Name" },
    createdon: { type: "DateAndTime.DateAndTime", displayName: "Created On" },
    startedon: { type: "DateAndTime.DateAndTime", displayName: "Started On" },
    completedon: { type: "DateAndTime.DateAndTime", displayName: "Completed On" },
    statuscode: { type: "OptionSet", displayName: "Status Reason", options: { 2: "Running", 4: "Succeeded", 8: "Failed" } },
    istest: { type: "TwoOptions", displayName: "Test", options: { 0: "No", 1: "Yes" } },
    runduration: { type: "Whole.None", displayName: "Duration" },
    machineid: { type: "Lookup.Simple", displayName: "Machine", targets: ["flowmachine"] },
    parentid: { type: "Lookup.Simple", displayName: "Parent", targets: ["flowsession"] },
    ownerid: { type: "Lookup.Owner", displayName: "Owner", targets: ["systemuser", "team"] },
    owningbusinessunit: { type: "Lookup.Simple", displayName: "Owning Business Unit", targets: ["businessunit"] },
  },
};

export const flowmachine: ServerTableDefinition = {
  logicalName: "flowmachine", primaryId: "flowmachineid", primaryName: "name", entitySetName: "flowmachines", relationships: [],
  columns: {
    name: { type: "SingleLine.Text", displayName: "Name" },
    kind: { type: "OptionSet", displayName: "Kind", options: { 1: "Hosted", 2: "Own" } },
    ownerid: { type: "Lookup.Owner", displayName: "Owner", targets: ["systemuser"] },
  },
};

export const caller: Caller = {
  userId: "cccccccc-0000-4000-8000-000000000001", businessUnitId: "dddddddd-0000-4000-8000-000000000001", timeZone: "Europe/Berlin",
};

export const runId = (index: number): string => `00000000-0000-4000-8000-${index.toString(16).padStart(12, "0")}`;
export const machineId = (index: number): string => `aaaaaaaa-0000-4000-8000-${index.toString(16).padStart(12, "0")}`;

/** A database with runs and, if given, machines. */
export function databaseOf(runs: readonly EmulatedRow[], machines: readonly EmulatedRow[] = []): Database {
  const database = new Database();
  database.add(flowsession).append(runs);
  database.add(flowmachine).append(machines);
  return database;
}

export interface Asking {
  readonly timeZone?: string;
  /** ISO 8601. */
  readonly now?: string;
  readonly pageSize?: number;
}

export function ask(database: Database, xml: string, { timeZone = caller.timeZone, now = "2026-03-08T12:00:00Z", pageSize = 5000 }: Asking = {}): FetchAnswer {
  return database.fetch({ xml, caller: { ...caller, timeZone }, nowMs: Date.parse(now), pageSize });
}

/** Ids of the runs that a filter selects, by their index, ascending. */
export function selected(database: Database, filter: string, asking: Asking = {}): readonly number[] {
  const { entities } = ask(database, `<fetch><entity name="flowsession"><attribute name="name"/>${filter}<order attribute="flowsessionid"/></entity></fetch>`, asking);
  return entities.map(entity => Number.parseInt(String(entity.flowsessionid).slice(-12), 16));
}
