import { durationMs, EpochMs, epochMs } from "../base/brand";
import { NO_FILTER, RunFilter } from "../domain/runFilter";
import { RunStore } from "../domain/runStore";
import { STATUS_FAMILIES, StatusFamily } from "../domain/status";
import { ALL_FOLDED, ALL_OPEN, isFolded, withFolded } from "../layout/collapse";
import { LayoutKind } from "../layout/rows";
import { laneOf } from "../layout/mergedRuns";
import { trackOfRow } from "../layout/rowTable";
import { isInWindow } from "../layout/runTimes";
import { around, clampWindow, fit, lengthOf, overlaps, pan, TimeWindow, zoomAbout } from "../layout/timeWindow";
import { ancestorsOf, depthOfKey, familyOf, rootRunOf } from "./branches";
import { latestUnloaded, presetWindow, windowOfAll } from "./firstView";
import { FirstWindow } from "./ports";
import { nextInTime } from "./runSearch";
import { Timeline } from "./timeline";
import { TrackStop } from "./trackWalk";

/** One notch of the wheel, one press of W or S. */
export const ZOOM_STEP = 1.2;
/** Share of the window that one press of A or D moves. */
const PAN_STEP = 0.1;
/** Where now, and a run that was out of sight, come to lie, as shares of the window. */
const NOW_SHARE = 0.9;
const REVEAL_SHARE = 0.5;

/** Share of the window that stays free on either side of runs that were merged. */
const SPLIT_PADDING = 0.1;

/** Everything that a key, a button or a gesture can make the timeline do. */
export class Commands {
  public constructor(private readonly timeline: Timeline) {}

  /** @param factor above 1 shows less time; @param anchor the instant that keeps its place, the middle if absent */
  public zoom(factor: number, anchor?: EpochMs, settle = false): void {
    const window = this.window();
    if (window) this.timeline.setWindow(zoomAbout(window, anchor ?? middle(window), factor), settle);
  }

  public panBy(ms: number, settle = false): void {
    const window = this.window();
    if (window) this.timeline.setWindow(pan(window, durationMs(ms)), settle);
  }

  /** @param direction -1 earlier, 1 later */
  public panStep(direction: number): void {
    const window = this.window();
    if (window) this.panBy(direction * PAN_STEP * (window.toMs - window.fromMs));
  }

  public fitAll(): void {
    this.timeline.setWindow(windowOfAll(this.store, this.timeline.clock.now(), this.timeline.ports.overview?.bins()), true);
  }

  public fitSelection(): void {
    const { state } = this.timeline.view;
    let from = Infinity;
    let to = -Infinity;
    for (const id of state.selected) {
      const slot = this.store.slotOf(id);
      if (slot < 0 || Number.isNaN(this.store.fromMs[slot] ?? NaN)) continue;
      from = Math.min(from, this.store.beginMs[slot]);
      to = Math.max(to, Math.min(this.store.toMs[slot] ?? -Infinity, this.timeline.clock.now()));
    }
    if (from > to) return;
    const margin = Math.max(5_000, (to - from) * 0.1);
    this.timeline.setWindow({ fromMs: epochMs(from - margin), toMs: epochMs(to + margin) }, true);
  }

  /** Shows exactly this stretch of time; one shorter than windows may be is shown with some time about it. */
  public showWindow(window: TimeWindow): void {
    this.timeline.setWindow(clampWindow(window), true);
  }

  /** Keeps the length of the window and puts now near its end. */
  public goToNow(): void {
    const window = this.window();
    if (window) this.timeline.setWindow(around(this.timeline.clock.now(), lengthOf(window), NOW_SHARE), true);
  }

  public preset(preset: FirstWindow): void {
    this.timeline.setWindow(presetWindow(this.store, preset, this.timeline.clock.now(), this.timeline.ports.overview?.bins()), true);
  }

  public setLayout(layout: LayoutKind): void {
    this.timeline.chooseLayout(layout);
  }

  /** Shows or hides a family; the legend never hides the last one: that shows all again. */
  public toggleFamily(family: StatusFamily): void {
    const hidden = new Set(this.filter.hiddenFamilies);
    if (!hidden.delete(family)) hidden.add(family);
    this.setHidden(hidden.size === STATUS_FAMILIES.length ? new Set() : hidden);
  }

  /** Shows one family alone; again, and all are back. */
  public onlyFamily(family: StatusFamily): void {
    const others = STATUS_FAMILIES.filter((one) => one !== family);
    const isAlone = others.every((one) => this.filter.hiddenFamilies.has(one)) && !this.filter.hiddenFamilies.has(family);
    this.setHidden(isAlone ? new Set() : new Set(others));
  }

  public setText(text: string): void {
    this.timeline.view.set({ filter: { ...this.filter, text } });
  }

  public clearFilter(): void {
    this.timeline.view.set({ filter: NO_FILTER });
  }

  /** Folds or opens a branch or a track. @param expand undefined toggles */
  public toggle(key: string, expand?: boolean): void {
    const { derived, view } = this.timeline;
    if (!derived) return;
    const { collapsed } = view.state;
    const depth = depthOfKey(derived, key);
    const folded = expand === undefined ? !isFolded(collapsed, key, depth) : !expand;
    view.set({ collapsed: withFolded(collapsed, [{ key, depth }], folded) });
  }

  public collapseAll(): void {
    this.timeline.view.set({ collapsed: ALL_FOLDED });
  }

  public expandAll(): void {
    this.timeline.view.set({ collapsed: ALL_OPEN });
  }

  /** @param level 1 shows roots alone, 2 their children too, and so on */
  public collapseToLevel(level: number): void {
    this.timeline.view.set({ collapsed: { fromDepth: level - 1, flipped: new Set() } });
  }

  /** Folds everything but what is above and below a row. */
  public collapseOthers(key: string): void {
    const { derived, view } = this.timeline;
    if (derived) view.set({ collapsed: withFolded(ALL_FOLDED, familyOf(derived, this.store, key), false) });
  }

  public select(id: string, add = false): void {
    const { selected } = this.timeline.view.state;
    if (!add) return this.timeline.view.set({ selected: id === "" ? new Set() : new Set([id]), mergedAt: "" });
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    this.timeline.view.set({ selected: next, mergedAt: "" });
  }

  /** The walk along a track comes to a run, which is selected, or to merged runs, of which none is. */
  public stopAt({ slot, count }: TrackStop): void {
    const id = this.store.id(slot);
    if (count === 1) this.select(id);
    else this.timeline.view.set({ selected: new Set(), mergedAt: id });
  }

  /** Pans until something of this stretch of time is in the window. */
  public revealSpan({ fromMs, toMs }: TimeWindow): void {
    const window = this.window();
    if (window && !overlaps(window, fromMs, toMs)) this.timeline.setWindow(around(fromMs, lengthOf(window), REVEAL_SHARE), true);
  }

  /** Shows merged runs so wide that they split. */
  public split(span: TimeWindow): void {
    this.timeline.setWindow(fit(span.fromMs, span.toMs, SPLIT_PADDING), true);
  }

  /** Selects a run and says everything about it in the panel. */
  public inspect(id: string): void {
    this.select(id);
    this.timeline.view.set({ panelId: id });
  }

  /** Times since the start of a run's root, beside the clock's; of the same root again, and without a run: the clock's alone. */
  public toggleRelative(id: string): void {
    const { view } = this.timeline;
    const root = this.timedRootOf(id);
    view.set({ relativeTo: root === view.state.relativeTo ? "" : root });
  }

  /** The run from whose start times can be counted for a run: its root; "" if that has no time. */
  public timedRootOf(id: string): string {
    const { derived } = this.timeline;
    const slot = this.store.slotOf(id);
    const root = derived && slot >= 0 ? rootRunOf(derived.forest, slot) : -1;
    return root >= 0 && !Number.isNaN(this.store.fromMs[root]) ? this.store.id(root) : "";
  }

  /** The run that a menu's entry is about: the one selected, else the one with the focus; "" if there is neither. */
  public get chosenRun(): string {
    const { selected, focusedKey } = this.timeline.view.state;
    const [only = ""] = selected;
    if (selected.size === 1) return only;
    return this.store.slotOf(focusedKey) >= 0 ? focusedKey : "";
  }

  /** The branch or track that a menu's entry is about: that of the run chosen, else of the row with the focus; "" if there is neither. */
  public get chosenBranch(): string {
    return this.branchOfRow(this.timeline.rowOf(this.chosenRun || this.timeline.view.state.focusedKey));
  }

  /** What folds with a row: itself, or the track whose lanes it is. */
  public branchOfRow(row: number): string {
    const { derived } = this.timeline;
    if (!derived || row < 0) return "";
    return trackOfRow(derived.rows, row)?.key ?? this.timeline.keyOfRow(row);
  }

  public open(id: string): void {
    this.timeline.ports.navigation.openRun(id);
  }

  /** The next (1) or previous (-1) run in time among those that the filter lets through. */
  public step(direction: -1 | 1): void {
    this.goToFound(nextInTime(this.store, this.timeline.derived?.matches ?? null, this.cursor(direction), direction, () => true));
  }

  /** The next or previous failed run, whatever the filter says. @returns false if there is none */
  public stepFailure(direction: -1 | 1): boolean {
    const failed = STATUS_FAMILIES.indexOf("failed");
    const slot = nextInTime(this.store, null, this.cursor(direction), direction, (one) => this.store.family[one] === failed);
    this.goToFound(slot);
    return slot >= 0;
  }

  /** The latest run that the filter lets through; about where it is, if it is not loaded. */
  public goToLatest(): void {
    const { derived, clock, ports } = this.timeline;
    const window = this.window();
    const atMs = derived?.matches ? null : latestUnloaded(this.store, clock.now(), ports.overview?.bins());
    if (window && atMs !== null) this.timeline.setWindow(around(atMs, lengthOf(window), NOW_SHARE), true);
    else this.goToFound(nextInTime(this.store, this.timeline.derived?.matches ?? null, { atMs: Infinity, slot: -1 }, -1, () => true));
  }

  /** Brings a run on screen whatever hides it, selects it and opens the panel. */
  public goTo(id: string): void {
    const slot = this.store.slotOf(id);
    if (slot < 0) return;
    this.uncover(slot);
    const window = this.window();
    if (window && !isInWindow(this.store, slot, window, this.timeline.clock.now())) {
      const at = this.store.fromMs[slot] ?? NaN;
      if (!Number.isNaN(at)) this.timeline.setWindow(around(at, lengthOf(window), REVEAL_SHARE), true);
    }
    this.inspect(id);
    this.timeline.revealRun(id);
  }

  private goToFound(slot: number): void {
    if (slot >= 0) this.goTo(this.store.id(slot));
  }

  /** Shows all lanes of a track, or as many as usual again. */
  public toggleLanes(key: string): void {
    const tallTracks = new Set(this.timeline.view.state.tallTracks);
    if (!tallTracks.delete(key)) tallTracks.add(key);
    this.timeline.view.set({ tallTracks });
  }

  /** Takes away what would hide a run: collapsed ancestors and tracks, and a filter that it does not match. */
  private uncover(slot: number): void {
    const { derived, view } = this.timeline;
    if (!derived) return;
    if (derived.matches && derived.matches[slot] !== 1) this.clearFilter();
    const track = trackOfRow(derived.rows, derived.rows.rowOfNode(slot));
    const hiding = [...ancestorsOf(derived, this.store, slot), ...(track ? [{ key: track.key, depth: 0 }] : [])];
    view.set({ collapsed: withFolded(view.state.collapsed, hiding, false) });
    if (track && laneOf(this.store, track, slot) >= track.shownLanes) view.set({ tallTracks: new Set(view.state.tallTracks).add(track.key) });
  }

  /** Where a search starts: at the run in the panel or the one selected run, else at the edge of the window. */
  private cursor(direction: -1 | 1): { readonly atMs: number; readonly slot: number } {
    const { selected, panelId } = this.timeline.view.state;
    const [only = ""] = selected;
    const slot = this.store.slotOf(panelId !== "" ? panelId : only);
    const at = slot < 0 ? NaN : this.store.fromMs[slot] ?? NaN;
    if (!Number.isNaN(at)) return { atMs: at, slot };
    const window = this.window();
    if (!window) return { atMs: 0, slot: -1 };
    return { atMs: direction < 0 ? window.toMs : window.fromMs, slot: -1 };
  }

  private setHidden(hiddenFamilies: ReadonlySet<StatusFamily>): void {
    this.timeline.view.set({ filter: { ...this.filter, hiddenFamilies } });
  }

  private get filter(): RunFilter {
    return this.timeline.view.state.filter;
  }

  private get store(): RunStore {
    return this.timeline.ports.source.store;
  }

  private window(): TimeWindow | null {
    return this.timeline.view.state.window;
  }
}

const middle = (window: TimeWindow): EpochMs => epochMs((window.fromMs + window.toMs) / 2);
