import { isFiltering } from "../domain/runFilter";
import { ServerState, SourceFault, SourceFaultKind, SourceLimit } from "./ports";
import { StringKey } from "./stringKeys";
import { Timeline } from "./timeline";

const FAULTS: Readonly<Record<SourceFaultKind, StringKey>> = {
  busy: "Fault_Busy", down: "Fault_Down", offline: "Fault_Offline", signedOut: "Fault_SignedOut", forbidden: "Fault_Forbidden", unknown: "Fault_Unknown",
};

const LIMITS: Readonly<Record<SourceLimit, StringKey>> = {
  offline: "Limit_Offline", noWebApi: "Limit_NoWebApi", forbidden: "Limit_Forbidden", viewUnreadable: "Limit_ViewUnreadable", parentUnknown: "Limit_ParentUnknown",
  noAnswer: "Limit_NoAnswer", hiddenFilter: "Limit_HiddenFilter", noTimes: "Limit_NoTimes",
};

/** Whether every run of the window is loaded, so that "none" and "all" may be said of it. */
export function isWindowComplete(timeline: Timeline): boolean {
  const { server, hasMore } = timeline.ports.source.state();
  return server ? server.phase === "complete" : !hasMore;
}

/** Whether the rows do not show yet what has come since they were made, or are of another window. */
export function areRowsBehind({ derived, ports: { source }, view: { state } }: Timeline): boolean {
  return derived !== undefined && (derived.storeVersion !== source.store.version || derived.wish.window !== state.settledWindow);
}

/** Which runs, how many of how many, what the filter and the selection do, as of when, in which zone (design decision 21). */
export function statusFacts(timeline: Timeline): string {
  const { strings, source } = timeline.ports;
  const { formats } = timeline.surroundings;
  const { filter, settledWindow } = timeline.view.state;
  const { server, asOf } = source.state();
  const isBeyond = server?.phase === "beyond";
  const facts = [
    ...(server ? serverFacts(timeline, server) : listFacts(timeline)),
    // Densities and their number know families, not texts.
    (isBeyond ? filter.hiddenFamilies.size > 0 : isFiltering(filter)) && strings.text("Status_Filtered"),
    server !== null && !isBeyond && server.hidden.size > 0 && strings.text("Status_HiddenUnread"),
    ...selectionFacts(timeline),
    asOf !== null && strings.text("Status_AsOf", formats.timeWithSeconds(asOf)),
    strings.text("Status_Zone", formats.zone.offsetLabel(settledWindow?.toMs ?? timeline.clock.now())),
  ];
  return facts.filter(Boolean).join(" · ");
}

/** The rows are the list's alone. */
function listFacts(timeline: Timeline): readonly (string | undefined)[] {
  const { strings, source } = timeline.ports;
  const { formats } = timeline.surroundings;
  const { hasMore, total, phase } = source.state();
  if (phase === "loading") return [strings.text("Loading")];
  // Nothing has come: a number would say that there is nothing.
  if (phase === "failed" && source.store.size === 0) return [];
  const rows = timeline.derived?.rows;
  const loaded = formats.integer(source.store.size);
  return [
    rows && strings.count(timeline.view.state.allRows ? "Status_AllRows" : "Status_InWindow", rows.runs),
    hasMore && total !== null ? strings.text("Status_LoadedOf", loaded, formats.integer(total)) : strings.text(hasMore ? "Status_LoadedSoFar" : "Status_Loaded", loaded),
  ];
}

function serverFacts(timeline: Timeline, server: ServerState): readonly (string | undefined)[] {
  const { strings } = timeline.ports;
  const { expected } = server;
  if (server.phase === "beyond") return [expected === null ? strings.text("Status_BeyondMany") : strings.count("Status_Beyond", expected)];
  const rows = timeline.derived?.rows;
  const isListed = timeline.view.state.allRows;
  // What has come is not counted before it has rows.
  const known: ServerState = server.phase === "complete" && areRowsBehind(timeline) ? { ...server, phase: "reading", expected: null } : server;
  return [
    rows && strings.count(isListed ? "Status_ListedLoaded" : known.phase === "complete" ? "Status_InWindow" : "Status_SoFar", rows.runs),
    readFact(timeline, known, isListed),
  ];
}

/** How much of the window has been read. @param isListed whether rows outside the window are counted too, of which only some are loaded */
function readFact(timeline: Timeline, { phase, received, expected }: ServerState, isListed: boolean): string {
  const { strings } = timeline.ports;
  const { formats } = timeline.surroundings;
  if (phase === "complete") return strings.text(isListed ? "Status_WindowLoaded" : "Status_AllLoaded");
  // More may have come than were counted before.
  const missing = expected === null ? 0 : expected - received;
  if (phase === "interrupted") return missing > 0 ? strings.count("Status_MissingRuns", missing) : strings.text("Status_MissingSome");
  return missing > 0 ? strings.text("Status_ReadingOf", formats.integer(received), formats.integer(received + missing)) : strings.text("Status_Reading", formats.integer(received));
}

function selectionFacts({ ports: { strings, selection }, view, surroundings: { formats } }: Timeline): readonly string[] {
  const { size } = view.state.selected;
  if (size === 0) return [];
  const actionable = selection.actionable();
  const selected = strings.count("Status_Selected", size);
  if (actionable >= size) return [selected];
  return [selected, actionable === 0 ? strings.text("Status_NotActionable") : strings.text("Status_Actionable", formats.integer(actionable))];
}

/** Why there is no more than the list, and what to do; "" where nothing is missing. */
export function limitText({ ports: { strings, source } }: Timeline): string {
  const { limit, server, hasMore } = source.state();
  return limit !== null && server === null && hasMore ? strings.text(LIMITS[limit]) : "";
}

/** What keeps the server from answering, and when it is asked again. */
export function faultText({ ports: { strings }, surroundings: { formats } }: Timeline, { kind, message, retryAt }: SourceFault): string {
  const retry = retryAt === null ? "" : strings.text("Fault_Retry", formats.timeWithSeconds(retryAt));
  return [strings.text(FAULTS[kind]), kind === "unknown" ? message : "", retry].filter(Boolean).join(" ");
}
