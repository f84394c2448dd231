import { isFiltering } from "../domain/runFilter";
import { areRowsBehind, isWindowComplete } from "./statusFacts";
import { windowText } from "./shell/windowText";
import { StringKey } from "./stringKeys";
import { Timeline } from "./timeline";

/** What one can do about an empty chart. */
export type EmptyAction = "refresh" | "clearFilter" | "goToLatest" | "none";

/** What stands where no rows are; rows: there are some, or something else stands for them. reading: nothing has come of this window yet. */
export type EmptyMessage =
  | { readonly kind: "rows" | "loading" | "reading" }
  | { readonly kind: "said"; readonly text: string; readonly detail: string; readonly action: EmptyAction; readonly label: string };

/** Says what is missing, and never more than is known: of a window that was not read nobody knows that it is empty. */
export function emptyMessage(timeline: Timeline): EmptyMessage {
  const { strings, source } = timeline.ports;
  const { phase, message, server } = source.state();
  const say = (text: string, action: EmptyAction, label: StringKey, detail = ""): EmptyMessage => ({ kind: "said", text, detail, action, label: strings.text(label) });
  const isEmpty = source.store.size === 0;
  if (phase === "loading" || timeline.firstWait.isWaiting) return { kind: "loading" };
  if (phase === "unbound") return say(strings.text("Message_Unbound"), "none", "Refresh", strings.text("Message_Unbound_Detail"));
  if (phase === "failed" && isEmpty) return say(strings.text("Message_Failed"), "refresh", "Try_Again", message);
  const { window, filter } = timeline.view.state;
  // With a window there were runs once: that none is loaded now does not mean that there are none.
  if (phase === "ready" && isEmpty && (server === null || window === null)) return say(strings.text("Message_Empty"), "refresh", "Refresh");
  // The first window is being chosen.
  if (phase === "ready" && window === null) return { kind: "loading" };
  const { derived } = timeline;
  if (!derived || derived.rows.count > 0 || derived.wish.asDensity) return { kind: "rows" };
  if (server?.phase === "reading" || (server && areRowsBehind(timeline))) return { kind: "reading" };
  if (server?.phase === "interrupted") return say(strings.text("Message_NoneRead", windowText(timeline)), "refresh", server.fault ? "Try_Again" : "Read_On");
  return isFiltering(filter) ? noMatch(timeline, say) : noRun(timeline, say);
}

type Say = (text: string, action: EmptyAction, label: StringKey) => EmptyMessage;

function noRun(timeline: Timeline, say: Say): EmptyMessage {
  return say(timeline.ports.strings.text(isWindowComplete(timeline) ? "Message_EmptyWindow" : "Message_NoneLoaded", windowText(timeline)), "goToLatest", "Go_Latest");
}

function noMatch(timeline: Timeline, say: Say): EmptyMessage {
  const { strings, source } = timeline.ports;
  const { server, hasMore } = source.state();
  const matching = timeline.derived?.matches?.reduce((sum, one) => sum + one, 0) ?? 0;
  if (matching === 0) return say(server ? strings.text("Message_NoMatchHere", windowText(timeline)) : strings.text("Message_NoMatch"), "clearFilter", "Filter_Clear");
  const isAll = server === null && !hasMore;
  return say(strings.count(isAll ? "Message_MatchElsewhere" : "Message_MatchLoaded", matching, windowText(timeline)), "goToLatest", "Go_Latest_Match");
}
