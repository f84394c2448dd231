/** `window.demo`: what browser tests, screenshots and benchmarks hold on to. */
import type { EmulatedHost, EmulatedServer, EmulatedTable } from "../../emulator";
import type { Change } from "../worker/runServer";
import type { Settings } from "./settings";
import type { StageEvent } from "./stage";

export interface DemoHandle {
  /** True once the first page is there and its control mounted (its data arrives later: wait for passes or for the control's own marks). */
  readonly ready: boolean;
  /** The hosts on the page, in the order of mounting: one on every place that has the control. */
  readonly hosts: readonly EmulatedHost[];
  /** The first of them. */
  readonly host: EmulatedHost | undefined;
  /** What all hosts reported since the page was loaded, but for passes. */
  readonly events: readonly StageEvent[];
  /** Passes of all hosts since the page was loaded. */
  readonly passes: number;
  /** The runs that the page itself holds, where there is no server; `host.refresh()` shows a change. */
  readonly table: EmulatedTable | undefined;
  /** The emulated Dataverse, with its faults and its ledger; undefined where the app is offline. */
  readonly server: EmulatedServer | undefined;
  /** Other runs, on the server or in the page; `host.refresh()` shows them. */
  change(change: Change): Promise<void>;
  readonly settings: Settings;
  /** As the switches do; resolves when the page is shown. A change of `react` or `now` reloads the page. */
  update(changes: Partial<Settings>): Promise<void>;
  /** Destroys every control on the page and leaves the rest; `update({})` mounts them again. */
  unmountAll(): void;
}

declare global {
  interface Window { demo?: DemoHandle }
}
