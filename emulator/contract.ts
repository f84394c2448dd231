/**
 * What the demo, the tests and the benchmarks code against: a model-driven app's host, emulated.
 * Behaviour comes from measurements of the real host; every quirk is on unless an option turns it off.
 */
import type * as ReactTypes from "react";
import type { HostEvents, HostRecordings } from "./events";
import type { HostClock } from "./clock";
import type { EmulatedServer } from "./server/api";
import type { Quirks } from "./quirks";

/** The manifest types of columns that the emulated table can hold. */
export type ColumnType =
  | "SingleLine.Text" | "Multiple" | "Whole.None" | "DateAndTime.DateAndTime" | "OptionSet" | "TwoOptions" | "Lookup.Simple" | "Lookup.Owner";

/** A reference to a record of another table. `id` is a lower-case GUID without braces. */
export interface LookupCell { readonly id: string; readonly table: string; readonly name: string }

/** One value: text, number or choice, two options, an instant as ISO 8601 in UTC, a lookup; null (or absent) when blank. */
export type Cell = string | number | boolean | LookupCell | null;

/** One record as the server holds it. Ids may repeat, as they do in exports and through joins. */
export interface EmulatedRow { readonly id: string; readonly cells: Readonly<Record<string, Cell | undefined>> }

export interface ColumnDefinition {
  readonly type: ColumnType;
  readonly displayName: string;
  /** OptionSet and TwoOptions (0 and 1): value to label. */
  readonly options?: Readonly<Record<number, string>>;
  /** Lookups: logical names of the tables it may point to. */
  readonly targets?: readonly string[];
}

export interface TableDefinition {
  readonly logicalName: string;
  /** The primary key column; it need not be listed in `columns`. */
  readonly primaryId: string;
  readonly primaryName: string;
  readonly columns: Readonly<Record<string, ColumnDefinition>>;
}

/** A table of the emulated server, shared by every host that shows it. A host sees a change at its next fetch only. */
export interface EmulatedTable {
  readonly definition: TableDefinition;
  readonly rows: readonly EmulatedRow[];
  setRows(rows: readonly EmulatedRow[]): void;
  /** Replaces the cells of rows with the same id (the last one of repeated ids), appends the others. */
  upsertRows(rows: readonly EmulatedRow[]): void;
  deleteRows(ids: readonly string[]): void;
}

export interface EmulatedView {
  /** A GUID. */
  readonly id: string;
  readonly name: string;
  /** In order; the width is in CSS px as in a view's layout. */
  readonly columns: readonly { readonly name: string; readonly width: number }[];
  /** The view's own filter; absent: every row. */
  readonly filter?: (row: EmulatedRow) => boolean;
  readonly order?: readonly { readonly column: string; readonly descending: boolean }[];
}

/** What the host knows from ControlManifest.xml (`readManifest` reads it). */
export interface ControlManifest {
  /** `Namespace.Constructor`, the name under which a bundle registers itself. */
  readonly name: string;
  readonly dataSet: string;
  readonly propertySets: readonly string[];
  readonly inputs: Readonly<Record<string, { readonly type: string; readonly defaultValue: string | number | null }>>;
  /** Names in `<uses-feature>`. */
  readonly features: readonly string[];
}

/** The record of the form around a subgrid, and the column of the subgrid's table that points to it. */
export interface ParentRecord { readonly column: string; readonly table: string; readonly id: string; readonly name: string }

/** A subgrid shows the rows of its parent only; nothing tells the control (host-facts: invisible filters). */
export type Placement =
  | { readonly kind: "mainGrid" }
  | { readonly kind: "dashboard" }
  | { readonly kind: "subgrid"; readonly parent: ParentRecord; readonly readOnly?: boolean };

export type Language = "en-US" | "en-GB" | "de-DE" | "fr-FR" | "ja-JP" | "ar-SA" | "he-IL";

/** Formats, names, LCID and direction follow from the language; the zone is the user's, never the browser's. */
export interface UserOptions {
  readonly language: Language;
  /** IANA name, such as `Europe/Berlin`. */
  readonly timeZone: string;
  readonly isRTL?: boolean;
  readonly isHighContrastEnabled?: boolean;
  readonly userId?: string;
  readonly userName?: string;
}

/** `none`: the app is not on the modern look, `fluentDesignLanguage` is undefined. */
export type ThemeName = "none" | "light" | "dark";

/** resx of one language: key to text (`readResx` reads it). */
export type Strings = Readonly<Record<string, string>>;

/** React and ReactDOM of the host: 16.14.0 or 17.0.2. The bundle must have been given the same React as `Reactv16`. */
export interface HostLibraries {
  readonly React: Pick<typeof ReactTypes, "createElement" | "Component">;
  readonly ReactDOM: {
    render(element: ReactTypes.ReactElement, container: Element): unknown;
    unmountComponentAtNode(container: Element): boolean;
  };
}

export type ControlInstance = ComponentFramework.ReactControl<unknown, unknown>;
export type ControlConstructor = new () => ControlInstance;

/** The session of one user on one page: what `setControlState` kept, by control id. Share it between hosts and mounts. */
export type HostSession = Map<string, ComponentFramework.Dictionary>;

export interface HostOptions {
  readonly manifest: ControlManifest;
  readonly libraries: HostLibraries;
  readonly table: EmulatedTable;
  readonly view: EmulatedView;
  /**
   * The Dataverse behind the host: pages of the dataset come from it, with the view that it stores under the view's id, and `table` only
   * gives the columns. Absent: the app is offline, with the rows of `table`.
   */
  readonly server?: EmulatedServer;
  /** Whether the host's class has the untyped `webAPI.execute`, and whether the user may call the action. Default present. */
  readonly execute?: "present" | "absent" | "rejecting";
  /** Property-set name to column name. What is not listed is not mapped. */
  readonly propertySets?: Readonly<Record<string, string>>;
  /** Overrides of the manifest's defaults. The control always gets `{raw}` for every input of the manifest. */
  readonly inputs?: Readonly<Record<string, string | number | boolean | null>>;
  /** Rows per page: the maker's on a subgrid (4), the user's on a main grid (50). */
  readonly pageSize?: number;
  /** Default main grid. */
  readonly placement?: Placement;
  /** `context.client` only; a phone's width is up to the container. Default desktop. */
  readonly formFactor?: "desktop" | "tablet" | "phone";
  /** Default: en-US in America/Chicago. */
  readonly user?: UserOptions;
  /** Default none. */
  readonly theme?: ThemeName;
  readonly strings?: Strings;
  /** A missing string throws instead of returning its key. */
  readonly strictStrings?: boolean;
  /** Milliseconds of a fetch from the table; default 80. A server has its own. */
  readonly latency?: number;
  /** Overrides of `measuredQuirks`. */
  readonly quirks?: Partial<Quirks>;
  /** Width in CSS px that the host allocates. Absent: the container's, followed by a ResizeObserver. */
  readonly width?: number;
  readonly clock?: HostClock;
  readonly session?: HostSession;
  /** Names this instance in the session and in element ids; must be unique on a page. Default `grid`. */
  readonly controlId?: string;
  /** Passes that the control may cause in a row before the host throws. Default 50. */
  readonly passLimit?: number;
}

export interface EmulatedHost extends HostRecordings {
  readonly mounted: boolean;
  readonly fullScreen: boolean;
  /** What the command bar acts on: the dataset's selection, in the order in which the control gave it. */
  readonly selectedRecordIds: readonly string[];
  readonly quirks: Quirks;
  /** Renders into the container. @throws if already mounted. */
  mount(container: HTMLElement): void;
  /** Destroys the control and leaves nothing behind: no element, timer, listener or observer. Does nothing if not mounted. */
  unmount(): void;
  /** The host allocates another width (CSS px); needs `trackContainerResize(true)` to reach the control. */
  resize(width: number): void;
  /** A new appearance reaches the control with its next pass. */
  setTheme(theme: ThemeName): void;
  /** User settings are read when a page loads: the control is mounted afresh, its session kept. */
  setUser(user: UserOptions, strings?: Strings): void;
  /** The user picks another view: page 1 of it, selection, sorting and filter gone. */
  setView(view: EmulatedView): void;
  /** The user types into the main grid's search: rows narrow, nothing tells the control. */
  setQuickFind(text: string): void;
  setInput(name: string, raw: string | number | boolean | null): void;
  /** The command bar's Refresh, or a command that changed rows: back to page 1, selection kept. */
  refresh(): void;
  /** The user leaves full screen by the host's own button. */
  exitFullScreen(): void;
  /** The next fetch fails with this message. */
  failNextFetch(message: string): void;
  /** Subscribes; returns what unsubscribes. Without an `error` listener a control's error is thrown on. */
  on<K extends keyof HostEvents>(event: K, listener: (detail: HostEvents[K]) => void): () => void;
}
