/** What a page of the app gets, and what it gives back. */
import type { EmulatedHost, EmulatedRow, EmulatedView, LookupCell, TableDefinition } from "../../emulator";
import type { ViewName } from "../data/storedViews";
import type { Runs } from "./runs";
import type { Settings } from "./settings";
import type { Placing } from "./stage";

export interface FormRecord { readonly run?: EmulatedRow | undefined; readonly machine?: LookupCell | undefined }

export interface ViewChoice { readonly key: string; readonly name: string; readonly isCurrent: boolean; readonly change: Partial<Settings> }

export interface PageContext {
  readonly settings: Settings;
  readonly table: TableDefinition;
  readonly runs: Runs;
  /** The run or the machine whose form is shown, where one is and there is such a record. */
  readonly record: FormRecord;
  /** Where the page puts its elements. */
  readonly workspace: HTMLElement;
  readonly pageSize: number;
  view(name: ViewName): EmulatedView;
  /** Views that the user may switch between. */
  readonly views: readonly ViewChoice[];
  navigate(changes: Partial<Settings>): void;
  place(placing: Placing): EmulatedHost;
}

export interface ShownPage {
  /** A host's selection may have changed. */
  selection(): void;
}
