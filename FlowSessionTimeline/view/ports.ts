import { EpochMs } from "../base/brand";
import { ProblemCount } from "../domain/problem";
import { MappableRole } from "../domain/role";
import { Reference } from "../domain/run";
import { RunStore } from "../domain/runStore";
import { StatusFamily } from "../domain/status";
import { UserFormats } from "../domain/userFormats";
import { MinimapBins } from "../layout/minimapBins";
import { StringKey } from "./stringKeys";

/** loading: nothing was read yet; ready: rows are there (perhaps none); failed: the host reported an error; unbound: no column tells a time. */
export type SourcePhase = "loading" | "ready" | "failed" | "unbound";

/**
 * Why the server cannot be asked, so that only the rows of the list are there: the app is offline; the host has no Web API; the user may not
 * read the table or its views; the view's query cannot be read; the form's relationship to the runs is not known; the list is narrowed by
 * something that the host does not tell (its search); the list comes from a table that has no times of its own; the server does not answer
 * (it is asked again by itself, unless the user must sign in).
 */
export type SourceLimit = "noAnswer" | "offline" | "noWebApi" | "forbidden" | "viewUnreadable" | "parentUnknown" | "hiddenFilter" | "noTimes";

/** What keeps the server from answering now. */
export type SourceFaultKind = "busy" | "down" | "offline" | "signedOut" | "forbidden" | "unknown";

export interface SourceFault {
  readonly kind: SourceFaultKind;
  /** The server's own words, "" if it has none. */
  readonly message: string;
  /** When it is asked again by itself; null: only when the user asks. */
  readonly retryAt: EpochMs | null;
}

/** How far the demanded window has been read. complete: every run of it is here; beyond: more runs than memory may hold, densities stand for them. */
export type WindowPhase = "reading" | "complete" | "interrupted" | "beyond";

/** What is known of the server's answer; runs of a window are all there or said to be missing. */
export interface ServerState {
  readonly phase: WindowPhase;
  /** Runs of the demanded window that have been received; and how many there are, null while that is not known. */
  readonly received: number;
  readonly expected: number | null;
  readonly fault: SourceFault | null;
  /** Families of which no run is read, because with them there would be too many: they are hidden by the filter. */
  readonly hidden: ReadonlySet<StatusFamily>;
}

/** The window that the user looks at, and what must not go from memory meanwhile. */
export interface Demand {
  readonly fromMs: EpochMs;
  readonly toMs: EpochMs;
  /** Ids of runs that are selected, focused, open in the panel, or the origin of relative times; in the order of ids. */
  readonly pinned: readonly string[];
  /** Families that the filter hides. */
  readonly hidden: ReadonlySet<StatusFamily>;
}

/** What is known about the rows beside the rows themselves. A new object with every change. */
export interface SourceState {
  readonly phase: SourcePhase;
  /** Names the question that the rows answer (table, view, parent); a new key means other runs, not more runs. */
  readonly key: string;
  /** The host's own words about an error, "" if none. */
  readonly message: string;
  /** Runs that match on the server as the host counts them; null where it does not know. */
  readonly total: number | null;
  readonly hasMore: boolean;
  /** A read is under way. */
  readonly busy: boolean;
  /** When the newest rows were received; null before the first. */
  readonly asOf: EpochMs | null;
  /** Roles for which the bound view has no column. */
  readonly missingRoles: readonly MappableRole[];
  /** Null: the rows are the list's alone. */
  readonly server: ServerState | null;
  /** Why they are the list's alone; null where the server is asked, or was not tried yet. */
  readonly limit: SourceLimit | null;
  /** Ids of runs that failed since the user last looked at this tab, the newest first. */
  readonly newFailures: readonly string[];
}

/** Where runs come from. The store is filled by the implementation and only read by the view. */
export interface RunSource {
  readonly store: RunStore;
  state(): SourceState;
  /** Called after the store or the state has changed. @returns how to stop. */
  subscribe(listener: () => void): () => void;
  loadMore(): void;
  refresh(): void;
  problems(): readonly ProblemCount[];
  /** The window that the user looks at: what is missing of it is read. A demand stands until the next. Absent where rows come as one list. */
  readonly demand?: (demand: Demand) => void;
  /** Ends the reading of the window under way; what has come stays. */
  readonly cancelReading?: () => void;
  /** What the source has told of has been drawn. Absent where nothing waits for it. */
  pictured?(): void;
  /** The user has seen the new failures. */
  readonly failuresSeen?: () => void;
}

/** What the minimap shows: counts of what is loaded or of all runs on the server, never of both together. */
export interface Overview {
  /** Null while there are none. */
  bins(): MinimapBins | null;
  /** Whether some runs are not in the counts: the server counts so many at most. */
  isPartial(): boolean;
  /** Called after other counts have come. @returns how to stop. */
  subscribe(listener: () => void): () => void;
}

export interface Navigation {
  /** Opens the run's record. */
  openRun(id: string): void;
  /** Opens the record behind a lookup; absent where the host cannot. */
  openReference?: (reference: Reference) => void;
}

export type { MinimapBins, StringKey };

export interface HostSelection {
  /** Tells the host what is selected. @returns how many of the ids its command bar can act on. */
  select(ids: readonly string[]): number;
  /** How many of the selected ids the command bar can act on now: pages come and go. */
  actionable(): number;
}

export interface Strings {
  /** The text of a key with {0}, {1} ... replaced. */
  text(key: StringKey, ...values: readonly string[]): string;
  /** The form of a counted text that the language asks for: keys end in _one and _other. {0} is the formatted count. */
  count(key: CountedKey, n: number, ...values: readonly string[]): string;
}

type CountedStem<K> = K extends `${infer Stem}_other` ? Stem : never;
/** Stems of keys that exist as `<stem>_one` and `<stem>_other`. */
export type CountedKey = CountedStem<StringKey>;

/** What the host's theme says; colours are CSS colours. */
export interface HostTheme {
  readonly isDark: boolean;
  /** "" where the host does not say. */
  readonly brand: string;
}

/** first window and first layout as the maker set them. */
export type FirstWindow = "auto" | "hour1" | "hours6" | "hours24" | "days7" | "days30" | "all";
export type FirstLayout = "auto" | "tree" | "machine" | "flow" | "status";

/** Plain data about the place in which the control stands, taken anew in every pass of the host. */
export interface Surroundings {
  readonly formats: UserFormats;
  readonly theme: HostTheme;
  readonly isRtl: boolean;
  /** Whole page (a main grid) or part of a form or dashboard. */
  readonly place: "page" | "form";
  /** px that the host grants, or -1. */
  readonly widthPx: number;
  /** The maker's height in px, or null. */
  readonly heightPx: number | null;
  readonly isFullScreen: boolean;
  readonly firstWindow: FirstWindow;
  readonly firstLayout: FirstLayout;
}

/** What is kept for the user between two visits in a session; read back defensively. */
export interface Remembered {
  readonly layout?: string;
  readonly labelColumnPx?: number;
  readonly parentBars?: string;
}

/** All that the view needs from its host. */
export interface Ports {
  readonly source: RunSource;
  /** Absent where nothing is counted but what is loaded: the view does that by itself. */
  readonly overview?: Overview;
  readonly navigation: Navigation;
  readonly selection: HostSelection;
  readonly strings: Strings;
  readonly remembered: Remembered;
  remember(state: Remembered): void;
  /** Absent where the host has no full screen. */
  readonly setFullScreen?: (on: boolean) => void;
}
