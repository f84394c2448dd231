import { RunStore } from "../domain/runStore";
import { anchorOf, scrollFor } from "./anchor";
import { Derived } from "./derived";
import { ViewState } from "./viewState";

/**
 * How far new rows are to be scrolled so that the focused or chosen run, else the topmost row, keeps its place on screen.
 * @param heightPx of the rows' viewport
 */
export function keptScroll(before: Derived | undefined, after: Derived, { scrollPx, focusedKey, panelId, selected }: ViewState, store: RunStore, heightPx: number): number {
  if (!before || before.rows === after.rows) return scrollPx;
  const anchor = anchorOf(before, store, [focusedKey, panelId, ...(selected.size === 1 ? selected : [])], scrollPx, heightPx);
  const anchored = scrollFor(after, store, anchor);
  return Number.isNaN(anchored) ? scrollPx : anchored;
}

/** What of the user's choice is still there; the same objects where nothing has gone. */
export function keptChoice({ selected, panelId }: ViewState, store: RunStore): Pick<ViewState, "selected" | "panelId"> {
  const alive = [...selected].filter((id) => store.slotOf(id) >= 0);
  return { selected: alive.length === selected.size ? selected : new Set(alive), panelId: panelId !== "" && store.slotOf(panelId) < 0 ? "" : panelId };
}
