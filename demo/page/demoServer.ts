/** The page's emulated Dataverse: its Worker, and what the switches do to it. */
import { createServer, workerBackend, WorkerCalls, type Access, type Backend, type EmulatedServer, type Fault, type MessageEnd } from "../../emulator";
import type { Change, Load } from "../worker/runServer";
import type { Settings } from "./settings";

const faults: Readonly<Record<Exclude<Settings["fault"], "none" | "offline">, Fault>> = {
  busy: { kind: "busy", retryAfterSeconds: 20 },
  down: { kind: "down", status: 503 },
  signedOut: { kind: "signedOut" },
  forbidden: { kind: "forbidden" },
  slow: { kind: "slow", afterMs: 600_000 },
  truncated: { kind: "truncated", rows: 100 },
};

const READ: Access = "Read";
const denials: Readonly<Record<Settings["denied"], readonly string[]>> = {
  nothing: [], views: ["savedquery", "userquery"], runs: ["flowsession"], machines: ["flowmachine"],
};

export class DemoServer {
  public readonly server: EmulatedServer;
  /** Without latency and faults. */
  public readonly backend: Backend;
  private readonly calls: WorkerCalls;

  /** @param worker runs demo/worker/main.ts. */
  public constructor(worker: MessageEnd) {
    this.calls = new WorkerCalls(worker);
    this.backend = workerBackend(this.calls);
    this.server = createServer({ backend: this.backend });
  }

  /** @returns how many runs there are. */
  public async load(load: Load): Promise<number> { return Number(await this.calls.call("load", load)); }

  /** @returns how many runs there are then. */
  public async change(change: Change): Promise<number> { return Number(await this.calls.call("change", change)); }

  /** Takes effect with the next request. */
  public apply({ latency, fault, denied }: Pick<Settings, "latency" | "fault" | "denied">): void {
    const { server } = this;
    server.latency = latency;
    server.faults.clear();
    server.faults.offline = fault === "offline";
    if (fault !== "none" && fault !== "offline") server.faults.always(faults[fault], fault === "truncated" ? ({ kind }) => kind === "rows" : undefined);
    for (const tables of Object.values(denials)) for (const table of tables) server.privileges.grant(table, READ);
    for (const table of denials[denied]) server.privileges.revoke(table, READ);
  }
}
