/** What a page of the app gets, and what it gives back. */
import type { EmulatedHost, EmulatedTable } from "../../emulator";
import type { Settings } from "./settings";
import type { Placing } from "./stage";

export interface PageContext {
  readonly settings: Settings;
  readonly table: EmulatedTable;
  /** Where the page puts its elements. */
  readonly workspace: HTMLElement;
  readonly pageSize: number;
  navigate(changes: Partial<Settings>): void;
  place(placing: Placing): EmulatedHost;
}

export interface ShownPage {
  /** A host's selection may have changed. */
  selection(): void;
}
