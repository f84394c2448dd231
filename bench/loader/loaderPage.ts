/** The built control, or one that draws nothing, on the emulated host in front of the demo's Dataverse in a Worker: two million runs of three years. */
import { createHost, createTable, installPage, readManifest, readResx, type EmulatedHost, type EmulatedRow, type HostLibraries } from "../../emulator";
import { flowsession, Status } from "../../demo/data/flowsession";
import { startClockAt } from "../../demo/page/clock";
import { DemoServer } from "../../demo/page/demoServer";
import { propertySets, viewOf } from "../../demo/page/views";
import { nullControl } from "../host/nullControl";
import { HEIGHT } from "../page/contract";

/** What the server writes into the page, beside the platform libraries' globals. */
interface HostPage {
  readonly React: HostLibraries["React"];
  readonly ReactDOM: HostLibraries["ReactDOM"];
  readonly FluentUIReact: unknown;
  readonly controlFiles: { readonly manifest: string; readonly strings: string };
}

/** A Wednesday at noon: a day of the busiest weeks lies behind. */
const NOW = Date.UTC(2026, 5, 3, 10, 20);
const MINUTE = 60_000;
const SHELL_PX = 120;
const LATENCY_MS = 80;
const PAGE_SIZE = 250;
/** Nothing was asked for so long, ms: the control has what it wants. */
const QUIET_MS = 300;
/** Runs that a refresh with changes changes. */
export const CHANGED = 10;

export type Goal = "whole" | "counted" | "densities" | "quiet";

/** What was asked of the server. */
export interface Asked {
  readonly rounds: number;
  readonly requests: number;
  readonly bytes: number;
}

export class LoaderPage {
  private readonly demo = new DemoServer(new Worker("/worker.js"));
  private host: EmulatedHost | undefined;
  private turn = 0;

  public constructor(private readonly element: HTMLElement, private readonly page: HostPage) {
    startClockAt(NOW);
    element.style.height = `${HEIGHT + SHELL_PX}px`;
  }

  /** @returns how many runs the table has. */
  public async load(size: number): Promise<number> {
    await this.demo.load({ kind: "generated", size, seed: 1, nowMs: Date.now(), age: "current" });
    return this.demo.change({ upsert: this.ownRuns() });
  }

  /** @param draws false: the control reads the list's rows and draws nothing */
  public mount(draws: boolean): void {
    const { React, ReactDOM, controlFiles } = this.page;
    const manifest = readManifest(controlFiles.manifest);
    const control = draws ? registry.resolve(manifest.name) : nullControl(this.page);
    this.host = createHost(control, {
      manifest, libraries: { React, ReactDOM }, table: createTable(flowsession), server: this.demo.server, view: viewOf("all"), propertySets, strings: readResx(controlFiles.strings),
      inputs: { firstWindow: "hours24", firstLayout: "machine", controlHeight: HEIGHT + SHELL_PX }, pageSize: PAGE_SIZE, theme: "light", user: { language: "en-US", timeZone: "Europe/Berlin" },
    });
    this.demo.server.latency = LATENCY_MS;
    this.host.mount(this.element);
  }

  public refresh(): void {
    this.host?.refresh();
  }

  /** Ten runs of the window end otherwise than before. */
  public async change(): Promise<void> {
    this.turn++;
    await this.demo.change({ upsert: this.ownRuns() });
  }

  /** Costs and requests count from here. */
  public startAccount(): void {
    performance.mark("step");
    this.demo.server.ledger.clear();
  }

  /** Waits for a state, which is looked at only when the document has changed. @returns what was asked until then */
  public async reach(goal: Goal): Promise<Asked> {
    await (goal === "quiet" ? this.quiet() : this.shows(goal));
    return this.asked();
  }

  private asked(): Asked {
    const { rounds, requests, bytes } = this.demo.server.ledger.sum();
    return { rounds, requests, bytes };
  }

  private shows(goal: Exclude<Goal, "quiet">): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!isReached[goal]()) return;
        observer.disconnect();
        resolve();
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["aria-label"] });
      look();
    });
  }

  private async quiet(): Promise<void> {
    const { ledger } = this.demo.server;
    for (let since = performance.now(); performance.now() - since < QUIET_MS; ) {
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS / 3));
      if (ledger.underWay > 0) since = performance.now();
    }
  }

  private ownRuns(): EmulatedRow[] {
    const instant = (ms: number): string => new Date(Math.floor(ms / 1000) * 1000).toISOString();
    return Array.from({ length: CHANGED }, (_, at): EmulatedRow => {
      const started = NOW - (60 + at) * MINUTE;
      return {
        id: `bbbbbbbb-0000-4000-8000-${String(at).padStart(12, "0")}`,
        cells: { name: `Changed ${at}`, statuscode: this.turn % 2 === 0 ? Status.Succeeded : Status.Failed, createdon: instant(started), startedon: instant(started), completedon: instant(started + (5 + this.turn) * MINUTE), modifiedon: instant(Date.now()) },
      };
    });
  }
}

const isReached: Readonly<Record<Exclude<Goal, "quiet">, () => boolean>> = {
  whole: () => (document.querySelector(".fst-facts")?.textContent ?? "").includes(" · all loaded · ") && document.querySelector(".fst-row") !== null,
  counted: () => document.querySelector(".fst-minimap")?.getAttribute("aria-label") === "Overview of all runs",
  densities: () => document.querySelector(".fst-density-row") !== null,
};

declare global {
  interface Window { loader?: LoaderPage }
}

const platform = window as unknown as HostPage;
// The control's bundle comes after this script and asks for it.
const registry = installPage(window, { react: platform.React, fluent: platform.FluentUIReact });
const host = document.getElementById("host");
if (host) window.loader = new LoaderPage(host, platform);
// The harness' own page script wants a contender; nothing of it is used here but the fixed piece of work.
window.contender = { mount: () => undefined, update: () => undefined, scrollTo: () => undefined };
