/** A small Dataverse for the emulator's own tests: the rig's runs, machines, and views of both kinds. */
import type { VirtualClock } from "./clock";
import type { EmulatedRow } from "./contract";
import { allRuns, machine, otherMachine, runs, runTable } from "./rig";
import { createServer, type EmulatedServer } from "./server/api";
import type { ServerTableDefinition, StoredView } from "./server/contract";
import { Database } from "./server/database";
import { Dataverse } from "./server/dataverse";

export const LATENCY = 100;

export const flowsession: ServerTableDefinition = {
  ...runTable([]).definition, entitySetName: "flowsessions",
  relationships: [{ schemaName: "flowsession_machine", column: "machineid", referencedTable: "flowmachine", referencedColumn: "flowmachineid" }],
};

const flowmachine: ServerTableDefinition = {
  logicalName: "flowmachine", entitySetName: "flowmachines", primaryId: "flowmachineid", primaryName: "name", relationships: [],
  columns: { name: { type: "SingleLine.Text", displayName: "Name" } },
};

const view = (id: string, kind: StoredView["kind"], name: string, inside: string): StoredView => ({
  id, kind, name, table: "flowsession", layoutXml: "<grid/>",
  fetchXml: `<fetch version="1.0" mapping="logical" savedqueryid="${id}"><entity name="flowsession"><attribute name="name"/>${inside}</entity></fetch>`,
});

/** As `allRuns`; the failed ones; a user's own view. */
export const storedViews: readonly StoredView[] = [
  view(allRuns.id, "savedquery", "All runs", '<order attribute="startedon"/>'),
  view("bbbbbbbb-0000-4000-8000-000000000002", "savedquery", "Failed", '<filter><condition attribute="statuscode" operator="eq" value="8"/></filter><order attribute="startedon" descending="true"/>'),
  view("bbbbbbbb-0000-4000-8000-000000000003", "userquery", "Mine", '<order attribute="startedon"/>'),
];

export interface ServedRows { readonly server: EmulatedServer; readonly database: Database }

export function serveRows(clock: VirtualClock, rows: readonly EmulatedRow[] = runs(10)): ServedRows {
  const database = new Database();
  database.add(flowsession).append(rows);
  database.add(flowmachine).append([machine, otherMachine].map(({ id, name }) => ({ id, cells: { name } })));
  return { database, server: createServer({ backend: new Dataverse(database, storedViews), clock, latency: LATENCY }) };
}
