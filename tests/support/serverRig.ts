import { readFileSync } from "node:fs";
import React from "react";
import { flowsession } from "../../demo/data/flowsession";
import {
  createHost, createServer, createTable, Database, Dataverse, readManifest, type ControlInstance, type EmulatedHost, type EmulatedRow, type EmulatedServer, type HostOptions,
  type ServerTableDefinition, type StoredView,
} from "../../emulator";
import { EpochMs, epochMs } from "../../FlowSessionTimeline/base/brand";
import { IInputs } from "../../FlowSessionTimeline/generated/ManifestTypes";
import { ControlHost } from "../../FlowSessionTimeline/host/controlHost";
import { SourceState } from "../../FlowSessionTimeline/view/ports";
import { react16 } from "./react16";
import { TestClock } from "./testClock";

type Context = ComponentFramework.Context<IInputs>;

export const manifest = readManifest(readFileSync("FlowSessionTimeline/ControlManifest.Input.xml", "utf8"));

export const servedTable: ServerTableDefinition = {
  ...flowsession, entitySetName: "flowsessions",
  relationships: [
    { schemaName: "flowmachine_flowsession_MachineId", column: "machineid", referencedTable: "flowmachine", referencedColumn: "flowmachineid" },
    { schemaName: "flowsession_flowsession_parentdesktopflowrunid", column: "parentdesktopflowrunid", referencedTable: "flowsession", referencedColumn: "flowsessionid" },
  ],
};

/** The columns of the list: few, as makers have them. */
const COLUMNS = ["name", "statuscode", "startedon", "completedon", "createdon"];

const VIEW_ID = "bbbbbbbb-0000-4000-8000-000000000001";

/** A view of everybody. @param inside filters, links and orders of its entity, as FetchXML */
export const storedView = (inside = "", kind: StoredView["kind"] = "savedquery", id = VIEW_ID): StoredView => ({
  id, kind, name: "Runs", table: "flowsession", layoutXml: "<grid/>",
  fetchXml: `<fetch version="1.0" mapping="logical" savedqueryid="${id}"><entity name="flowsession">${COLUMNS.map((name) => `<attribute name="${name}"/>`).join("")}${inside}</entity></fetch>`,
});

export const NEWEST_FIRST = '<order attribute="createdon" descending="true"/>';

export interface ServerRig {
  readonly host: EmulatedHost;
  readonly server: EmulatedServer;
  readonly database: Database;
  readonly clock: TestClock;
  readonly keeper: ControlHost;
  /** Ids of the runs that are here, sorted. */
  readonly ids: () => string[];
  readonly state: () => SourceState;
  readonly demand: (fromMs: number, toMs: number, pinned?: readonly string[]) => void;
  readonly wait: (ms?: number) => Promise<void>;
}

export interface ServerRigOptions extends Partial<HostOptions> {
  readonly rows: readonly EmulatedRow[];
  readonly views?: readonly StoredView[];
  readonly definition?: ServerTableDefinition;
  /** What is done to the server before the host asks it anything. */
  readonly prepare?: (server: EmulatedServer) => unknown;
  /** The host's context as this host has it: another one in members that differ. */
  readonly contextOf?: (context: Context) => Context;
}

/** Longer than a request takes, in ms. */
const ANSWER_MS = 200;
const TURNS = 20;

/** A keeper of the host, on an emulated host whose Dataverse holds the rows; its clock stands until a test waits. */
export function serverRig({ rows, views = [storedView(NEWEST_FIRST)], definition = servedTable, prepare, contextOf = (context) => context, ...options }: ServerRigOptions): ServerRig {
  const clock = new TestClock();
  const database = new Database();
  database.add(definition).append(rows);
  const server = createServer({ backend: new Dataverse(database, views), clock: clock.host, latency: 100 });
  prepare?.(server);
  let made: ControlHost | undefined;
  class Control implements ControlInstance {
    init(context: ComponentFramework.Context<unknown>, _notify?: () => void, state?: ComponentFramework.Dictionary): void {
      made = new ControlHost(contextOf(context as Context), clock, state);
    }
    updateView(context: ComponentFramework.Context<unknown>): React.ReactElement {
      made?.update(contextOf(context as Context));
      return React.createElement("p");
    }
    getOutputs(): object { return {}; }
    destroy(): void { made?.dispose(); }
  }
  const view = { id: views[0].id, name: "Runs", columns: COLUMNS.map((name) => ({ name, width: 100 })), order: views[0].fetchXml.includes(NEWEST_FIRST) ? [{ column: "createdon", descending: true }] : [] };
  const host = createHost(Control, {
    manifest, libraries: react16, table: createTable(definition, []), view, width: 900, clock: clock.host, pageSize: 50, server, quirks: { extraPasses: [] }, ...options,
  });
  host.mount(document.createElement("div"));
  if (!made) throw new Error("init did not run");
  const keeper: ControlHost = made;
  const { source } = keeper.ports;
  return {
    host, server, database, clock, keeper,
    ids: () => [...Array(source.store.slotCount).keys()].filter((slot) => source.store.isLive(slot)).map((slot) => source.store.id(slot)).sort(),
    state: () => source.state(),
    demand: (fromMs, toMs, pinned = []) => source.demand?.({ fromMs: epochMs(fromMs), toMs: epochMs(toMs), pinned, hidden: new Set() }),
    wait: async (ms = ANSWER_MS) => {
      // Answers go through long chains of promises, more than one turn of the clock lets settle.
      for (let turn = 0; turn < TURNS; turn++) await clock.advance(ms / TURNS);
    },
  };
}

export const HOUR = 3_600_000;
export const instant = (ms: number): string => new Date(ms).toISOString().replace(".000Z", "Z");
export const runId = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, "0")}`;

/** A run of the server. @param cells override: a succeeded run of ten minutes */
export function servedRun(n: number, startMs: number | EpochMs, cells: EmulatedRow["cells"] = {}): EmulatedRow {
  return {
    id: runId(n),
    cells: { name: `Run ${n}`, statuscode: 4, createdon: instant(startMs), startedon: instant(startMs), completedon: instant(startMs + 600_000), modifiedon: instant(startMs + 600_000), ...cells },
  };
}
