/** @jest-environment jsdom */
import { readFileSync } from "node:fs";
import React from "react";
import { createHost, createSession, createTable, readManifest, type ControlInstance, type EmulatedHost, type HostOptions } from "../../emulator";
import { FETCH, runId, runs, runTable } from "../../emulator/rig";
import { react16 } from "../../tests/support/react16";
import { TestClock } from "../../tests/support/testClock";
import { IInputs } from "../generated/ManifestTypes";
import { ControlHost } from "./controlHost";

type Context = ComponentFramework.Context<IInputs>;

const manifest = readManifest(readFileSync("FlowSessionTimeline/ControlManifest.Input.xml", "utf8"));
const view = { id: "bbbbbbbb-0000-4000-8000-000000000001", name: "All", columns: ["name", "statuscode", "startedon", "machineid"].map((name) => ({ name, width: 100 })) };

/** A control that is nothing but its host's keeper. */
function mounted(options: Partial<HostOptions> = {}): { readonly host: EmulatedHost; readonly time: TestClock; readonly keeper: () => ControlHost } {
  const time = new TestClock();
  let made: ControlHost | undefined;
  class Control implements ControlInstance {
    init(context: ComponentFramework.Context<unknown>, _notify?: () => void, state?: ComponentFramework.Dictionary): void {
      made = new ControlHost(context as Context, time, state);
    }
    updateView(context: ComponentFramework.Context<unknown>): React.ReactElement {
      made?.update(context as Context);
      return React.createElement("p");
    }
    getOutputs(): object { return {}; }
    destroy(): void { made?.dispose(); }
  }
  const host = createHost(Control, { manifest, libraries: react16, table: runTable(runs(10)), view, width: 900, clock: time.host, pageSize: 4, ...options });
  host.mount(document.createElement("div"));
  const keeper = (): ControlHost => {
    if (!made) throw new Error("init did not run");
    return made;
  };
  return { host, time, keeper };
}

describe("the keeper of the host", () => {
  it("touches nothing that a host may not have", async () => {
    const { host, time, keeper } = mounted();
    await time.advance(FETCH);
    keeper().surroundings();
    keeper().ports.selection.select([runId(1)]);
    keeper().ports.source.loadMore();
    await time.advance(10 * FETCH);
    expect(host.violations).toEqual([]);
    expect(keeper().ports.source.store.size).toBe(10);
  });

  it("learns the width once it is known, and every other one after it", async () => {
    const { host, time, keeper } = mounted();
    expect(keeper().surroundings().widthPx).toBe(-1);
    await time.advance(FETCH);
    expect(keeper().surroundings().widthPx).toBe(900);
    host.resize(500);
    await time.advance(FETCH);
    expect(keeper().surroundings().widthPx).toBe(500);
  });

  it("gives the same surroundings for passes that change nothing", async () => {
    const { host, time, keeper } = mounted();
    await time.advance(FETCH);
    const before = keeper().surroundings();
    host.refresh();
    await time.advance(FETCH);
    expect(keeper().surroundings()).toBe(before);
    host.setTheme("dark");
    await time.advance(FETCH);
    expect(keeper().surroundings().theme.isDark).toBe(true);
  });

  it("follows full screen, whoever ends it", async () => {
    const { host, time, keeper } = mounted();
    await time.advance(FETCH);
    keeper().ports.setFullScreen?.(true);
    await time.advance(FETCH);
    expect([host.fullScreen, keeper().surroundings().isFullScreen]).toEqual([true, true]);
    host.refresh();
    await time.advance(FETCH);
    expect(keeper().surroundings().isFullScreen).toBe(true);
    host.exitFullScreen();
    await time.advance(FETCH);
    expect(keeper().surroundings().isFullScreen).toBe(false);
  });

  it("selects again after a refresh of its own has dropped the selection", async () => {
    const { host, time, keeper } = mounted();
    await time.advance(FETCH);
    expect(keeper().ports.selection.select([runId(1), runId(9)])).toBe(1);
    expect(keeper().ports.selection.actionable()).toBe(1);
    keeper().ports.source.refresh();
    expect(host.selectedRecordIds).toEqual([]);
    await time.advance(10 * FETCH);
    expect(host.selectedRecordIds).toEqual([runId(1)]);
  });

  it("refreshes at the maker's interval and stops with the control", async () => {
    const { host, time } = mounted({ inputs: { refreshSeconds: 30 } });
    await time.advance(FETCH);
    const { fetches } = host;
    await time.advance(65_000);
    expect(host.fetches).toBe(fetches + 2);
    host.setInput("refreshSeconds", null);
    await time.advance(65_000);
    expect(host.fetches).toBe(fetches + 2);
    host.setInput("refreshSeconds", 30);
    await time.advance(FETCH);
    host.unmount();
    expect(time.pending).toBe(0);
  });

  it("takes another parent record for another question", async () => {
    const parent = (n: number): NonNullable<HostOptions["placement"]> => ({ kind: "subgrid", parent: { column: "machineid", table: "flowmachine", id: runId(n), name: "" } });
    const [one, other] = [mounted({ placement: parent(1) }), mounted({ placement: parent(2) })];
    const keys = [one, other].map(({ keeper }) => keeper().ports.source.state().key);
    expect(new Set(keys).size).toBe(2);
    expect(one.keeper().surroundings().place).toBe("form");
  });

  it("keeps what the user chose for the next visit in the session", async () => {
    const session = createSession();
    const first = mounted({ session });
    expect(first.keeper().ports.remembered).toEqual({});
    first.keeper().ports.remember({ layout: "flow", labelColumnPx: 200 });
    first.host.unmount();
    expect(mounted({ session }).keeper().ports.remembered).toEqual({ layout: "flow", labelColumnPx: 200 });
  });

  it("writes times and numbers as the user does", async () => {
    const { keeper } = mounted({ user: { language: "de-DE", timeZone: "Asia/Kolkata" } });
    const { formats } = keeper().surroundings();
    expect([formats.integer(12345), formats.zone.offsetLabel(keeper().surroundings().formats.zone.fromLocalMs(0))]).toEqual(["12.345", "UTC+05:30"]);
  });

  it("reads a table that it has no profile of by the maker's mapping alone", async () => {
    const table = createTable({ logicalName: "new_job", primaryId: "new_jobid", primaryName: "new_name", columns: { new_name: { type: "SingleLine.Text", displayName: "Name" }, new_begin: { type: "DateAndTime.DateAndTime", displayName: "Begin" } } }, [{ id: runId(1), cells: { new_begin: "2026-01-15T10:00:00Z" } }]);
    const { time, keeper, host } = mounted({ table, view: { ...view, columns: [{ name: "new_name", width: 100 }] }, propertySets: { startedOn: "new_begin" } });
    await time.advance(FETCH);
    expect([keeper().ports.source.state().phase, keeper().ports.source.store.fromMs[0]]).toEqual(["ready", Date.UTC(2026, 0, 15, 10)]);
    expect(host.violations).toEqual([]);
  });
});
