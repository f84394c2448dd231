/** A small table and a control that remembers what it was given, for the emulator's own tests. */
import React from "react";
import ReactDOM from "react-dom";
import { createVirtualClock, type VirtualClock } from "./clock";
import type { ControlInstance, ControlManifest, EmulatedHost, EmulatedRow, EmulatedTable, EmulatedView, HostOptions } from "./contract";
import type { ExtendedContext } from "./context";
import { createHost } from "./host";
import type { EmulatedServer } from "./server/api";
import { createTable } from "./table";

type DataSet = ComponentFramework.PropertyTypes.DataSet;
export type Context = ExtendedContext & { readonly parameters: { readonly runs: DataSet; readonly height: ComponentFramework.PropertyTypes.WholeNumberProperty } };

export const manifest: ControlManifest = {
  name: "Test.Control", dataSet: "runs", propertySets: ["status", "machine", "started"],
  inputs: { height: { type: "Whole.None", defaultValue: null }, mode: { type: "Enum", defaultValue: "auto" } },
  features: ["WebAPI"],
};

export const machine = { id: "aaaaaaaa-0000-4000-8000-000000000001", table: "flowmachine", name: "VM-1" };
export const otherMachine = { ...machine, id: "aaaaaaaa-0000-4000-8000-000000000002", name: "VM-2" };

export const runId = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;

/** Run i starts i minutes after 2026-03-08T07:00Z; the even ones on the first machine. */
export function runs(count: number): EmulatedRow[] {
  return Array.from({ length: count }, (_, index) => ({
    id: runId(index),
    cells: {
      name: `Run ${index}`, statuscode: index % 3 === 0 ? 8 : 4, machineid: index % 2 === 0 ? machine : otherMachine,
      startedon: new Date(Date.UTC(2026, 2, 8, 7, index)).toISOString().replace(".000", ""),
    },
  }));
}

export function runTable(rows: readonly EmulatedRow[]): EmulatedTable {
  return createTable({
    logicalName: "flowsession", primaryId: "flowsessionid", primaryName: "name",
    columns: {
      name: { type: "SingleLine.Text", displayName: "Name" },
      statuscode: { type: "OptionSet", displayName: "Status", options: { 4: "Succeeded", 8: "Failed" } },
      machineid: { type: "Lookup.Simple", displayName: "Machine", targets: ["flowmachine"] },
      startedon: { type: "DateAndTime.DateAndTime", displayName: "Started on" },
    },
  }, rows);
}

export const allRuns: EmulatedView = {
  id: "bbbbbbbb-0000-4000-8000-000000000001", name: "All runs",
  columns: [{ name: "name", width: 200 }, { name: "statuscode", width: 100 }, { name: "startedon", width: 150 }],
  order: [{ column: "startedon", descending: false }],
};

/** What one `updateView` saw. */
export interface Seen {
  readonly context: Context;
  readonly dataSet: DataSet;
  readonly loading: boolean;
  readonly ids: readonly string[];
  readonly width: number;
  readonly updated: readonly string[];
}

export interface Rig {
  readonly host: EmulatedHost;
  readonly clock: VirtualClock;
  readonly container: HTMLElement;
  readonly table: EmulatedTable;
  readonly seen: Seen[];
  readonly states: (ComponentFramework.Dictionary | undefined)[];
  /** Of the last pass. */
  readonly context: Context;
  readonly dataSet: DataSet;
  readonly last: Seen;
}

export interface RigOptions extends Partial<HostOptions> {
  readonly rows?: readonly EmulatedRow[];
  /** Makes the server on the rig's clock. */
  readonly serve?: (clock: VirtualClock) => EmulatedServer;
  /** Runs inside `init`, `updateView` and `destroy`. */
  readonly onInit?: (context: Context) => void;
  readonly onUpdate?: (context: Context) => void;
  readonly onDestroy?: (context: Context) => void;
  readonly render?: (context: Context) => React.ReactElement;
}

/** Mounted on a virtual clock, not advanced yet. */
export function createRig({ rows = runs(10), serve, onInit, onUpdate, onDestroy, render, ...options }: RigOptions = {}): Rig {
  const seen: Seen[] = [];
  const states: (ComponentFramework.Dictionary | undefined)[] = [];
  const clock = createVirtualClock();
  const table = options.table ?? runTable(rows);
  const server = serve?.(clock);

  class Control implements ControlInstance {
    private latest: Context | undefined;
    init(context: ComponentFramework.Context<unknown>, _notify?: () => void, state?: ComponentFramework.Dictionary): void {
      states.push(state);
      onInit?.(context as Context);
    }
    updateView(given: ComponentFramework.Context<unknown>): React.ReactElement {
      const context = (this.latest = given as Context);
      const dataSet = context.parameters.runs;
      seen.push({ context, dataSet, loading: dataSet.loading, ids: dataSet.sortedRecordIds, width: context.mode.allocatedWidth, updated: context.updatedProperties });
      onUpdate?.(context);
      return render?.(context) ?? React.createElement("p", null, "ready");
    }
    getOutputs(): object { return {}; }
    destroy(): void { if (this.latest) onDestroy?.(this.latest); }
  }

  const host = createHost(Control, { manifest, libraries: { React, ReactDOM }, view: allRuns, width: 1050, clock, pageSize: 4, ...options, table, ...(server ? { server } : {}) });
  const container = document.createElement("div");
  document.body.append(container);
  host.mount(container);
  const last = (): Seen => {
    const latest = seen[seen.length - 1];
    if (!latest) throw new Error("no pass yet");
    return latest;
  };
  return {
    host, clock, container, table, seen, states,
    get context() { return last().context; },
    get dataSet() { return last().dataSet; },
    get last() { return last(); },
  };
}

/** Long enough for a fetch with its unrelated passes. */
export const FETCH = 150;
