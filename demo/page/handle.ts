/** `window.demo`: what browser tests, screenshots and benchmarks hold on to. */
import type { EmulatedHost, EmulatedTable } from "../../emulator";
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
  /** The emulated server's rows; `host.refresh()` shows a change. */
  readonly table: EmulatedTable | undefined;
  readonly settings: Settings;
  /** As the switches do; resolves when the page is shown. A change of `react` or `now` reloads the page. */
  update(changes: Partial<Settings>): Promise<void>;
  /** Destroys every control on the page and leaves the rest; `update({})` mounts them again. */
  unmountAll(): void;
}

declare global {
  interface Window { demo?: DemoHandle }
}
