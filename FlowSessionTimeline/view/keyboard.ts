import { Chart } from "./chart";
import { Commands, ZOOM_STEP } from "./commands";
import { mergedStopOf, mergedWords, nextOnTrack, spanOfStop, stopAt, TrackStop, walkedSlotOf } from "./trackWalk";
import { spokenRun } from "./runText";
import { listen } from "./listen";
import { Timeline } from "./timeline";
import { Track, trackOfRow } from "../layout/rowTable";

/** The treegrid's keys (WAI-ARIA treegrid pattern) and the timeline's single keys; only while the grid has the focus. */
export class Keyboard {
  private readonly keys: Readonly<Record<string, () => void>>;
  private readonly stop: () => void;

  public constructor(
    private readonly timeline: Timeline,
    private readonly chart: Chart,
    private readonly commands: Commands,
    private readonly shell: { readonly focusSearch: () => void; readonly nextNewFailure: () => void }
  ) {
    const { view } = timeline;
    this.keys = {
      ArrowDown: () => this.moveTo(this.focusedRow() + 1),
      ArrowUp: () => this.moveTo(this.focusedRow() - 1),
      PageDown: () => this.page(1),
      PageUp: () => this.page(-1),
      Home: () => this.moveTo(0),
      End: () => this.moveTo(this.rowCount() - 1),
      ArrowRight: () => this.sideways(this.mirror(1)),
      ArrowLeft: () => this.sideways(this.mirror(-1)),
      Enter: () => this.enter(),
      " ": () => this.inspect(),
      a: () => commands.panStep(-1),
      d: () => commands.panStep(1),
      w: () => commands.zoom(ZOOM_STEP),
      s: () => commands.zoom(1 / ZOOM_STEP),
      "+": () => {
        if (!this.split()) commands.zoom(ZOOM_STEP);
      },
      "-": () => commands.zoom(1 / ZOOM_STEP),
      "0": () => commands.fitAll(),
      f: () => commands.fitSelection(),
      n: () => commands.goToNow(),
      ".": () => commands.step(1),
      ",": () => commands.step(-1),
      e: () => void commands.stepFailure(-1),
      x: () => this.shell.nextNewFailure(),
      "*": () => commands.expandAll(),
      "1": () => commands.collapseToLevel(1),
      "2": () => commands.collapseToLevel(2),
      "3": () => commands.collapseToLevel(3),
      o: () => this.collapseOthers(),
      t: () => commands.toggleRelative(this.runOfFocus()),
      "/": () => this.shell.focusSearch(),
      "?": () => view.set({ dialog: "help" }),
      Escape: () => view.set({ panelId: "", dialog: "none", hoveredId: "" }),
    };
    this.stop = listen(chart.dom.grid, { keydown: this.onKey, keyup: this.onKeyUp, focusin: this.onFocus, focusout: this.onBlur });
  }

  public dispose(): void {
    this.stop();
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    const action = this.actionOf(event);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };

  /** Whoever was not told that a key of ours was pressed is not told that it was let go. */
  private readonly onKeyUp = (event: KeyboardEvent): void => {
    if (this.actionOf(event)) event.stopPropagation();
  };

  private actionOf(event: KeyboardEvent): (() => void) | undefined {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (altKey && !ctrlKey && !metaKey) {
      if (key === "ArrowLeft") return () => this.commands.panStep(-1);
      return key === "ArrowRight" ? () => this.commands.panStep(1) : undefined;
    }
    if ((ctrlKey || metaKey || shiftKey) && key === " ") return () => this.addToSelection();
    if (ctrlKey || metaKey) return undefined;
    return this.keys[key.length === 1 ? key.toLowerCase() : key];
  }

  private readonly onFocus = (event: FocusEvent): void => {
    const row = this.chart.rowOf(event.target);
    if (row >= 0) this.timeline.view.set({ focusedKey: this.timeline.keyOfRow(row) });
    this.chart.dom.root.classList.add("fst-focused");
    this.timeline.invalidate();
  };

  private readonly onBlur = (): void => {
    this.chart.dom.root.classList.remove("fst-focused");
    this.timeline.invalidate();
  };

  private mirror(direction: -1 | 1): -1 | 1 {
    return this.timeline.surroundings.isRtl ? (direction === 1 ? -1 : 1) : direction;
  }

  private rowCount(): number {
    return this.timeline.derived?.rows.count ?? 0;
  }

  private focusedRow(): number {
    return this.timeline.rowOf(this.timeline.view.state.focusedKey);
  }

  private page(direction: -1 | 1): void {
    const rows = this.timeline.derived?.rows;
    if (!rows) return;
    const row = Math.max(0, this.focusedRow());
    const { rowsHeightPx } = this.chart;
    // Lanes may be taller than the screen: a page is at least one row.
    if (direction > 0) this.moveTo(Math.max(row + 1, rows.rowAt((rows.topPx[row] ?? 0) + rowsHeightPx - 1)));
    else this.moveTo(Math.min(row - 1, rows.rowAt((rows.topPx[row + 1] ?? 0) - rowsHeightPx)));
  }

  private moveTo(row: number): void {
    const limited = Math.max(0, Math.min(this.rowCount() - 1, row));
    if (this.rowCount() === 0) return;
    this.timeline.revealRow(limited);
    this.chart.focusRow(this.timeline.keyOfRow(limited));
  }

  /** @param direction 1 in reading direction */
  private sideways(direction: -1 | 1): void {
    const { derived } = this.timeline;
    const row = this.focusedRow();
    if (!derived || row < 0) return;
    if (derived.rows.kind(row) === "lanes") return this.walk(row, this.mirror(direction));
    const isOpen = derived.rows.isExpanded(row);
    const branch = derived.rows.hasChildren(row);
    if (branch && isOpen !== direction > 0) this.commands.toggle(this.timeline.keyOfRow(row), direction > 0);
    else if (direction > 0 && branch) this.moveTo(row + 1);
    else if (direction < 0 && derived.rows.parentRow(row) >= 0) this.moveTo(derived.rows.parentRow(row));
  }

  /** Left and Right on packed lanes walk the runs in time, whatever the reading direction. */
  private walk(row: number, direction: -1 | 1): void {
    const track = this.trackOfLanes(row);
    const stop = track ? nextOnTrack(this.timeline, track, direction) : null;
    if (track && stop) this.goToStop(row, track, stop);
  }

  private goToStop(row: number, track: Track, stop: TrackStop): void {
    this.commands.stopAt(stop);
    this.timeline.revealLane(row, stop.lane);
    this.commands.revealSpan(spanOfStop(this.timeline, track, stop));
    const words = stop.count > 1 ? mergedWords(this.timeline, track, stop).join(", ") : spokenRun(this.timeline, stop.slot, this.timeline.clock.now());
    this.chart.announce(words);
  }

  /** Zooms in until the merged runs that the focus is at are drawn apart, as far as that goes. @returns false if it is at none */
  private split(): boolean {
    const row = this.focusedRow();
    const track = this.trackOfLanes(row);
    const stop = track ? mergedStopOf(this.timeline, track) : null;
    if (!track || !stop) return false;
    this.commands.split(spanOfStop(this.timeline, track, stop));
    // The rows may be others by now.
    const splitRow = this.focusedRow();
    const splitTrack = this.trackOfLanes(splitRow);
    if (splitTrack) this.goToStop(splitRow, splitTrack, stopAt(this.timeline, splitTrack, stop.slot));
    return true;
  }

  private trackOfLanes(row: number): Track | undefined {
    const rows = this.timeline.derived?.rows;
    return rows && row >= 0 && rows.kind(row) === "lanes" ? trackOfRow(rows, row) : undefined;
  }

  private enter(): void {
    if (this.split()) return;
    const id = this.runOfFocus();
    if (id !== "") this.commands.open(id);
    else this.toggleFocused();
  }

  private addToSelection(): void {
    const id = this.runOfFocus();
    if (id !== "") this.commands.select(id, true);
  }

  private inspect(): void {
    const id = this.runOfFocus();
    if (id === "") this.toggleFocused();
    else if (this.timeline.view.state.panelId === id) this.timeline.view.set({ panelId: "" });
    else this.commands.inspect(id);
  }

  private collapseOthers(): void {
    const branch = this.commands.branchOfRow(this.focusedRow());
    if (branch !== "") this.commands.collapseOthers(branch);
  }

  private toggleFocused(): void {
    const row = this.focusedRow();
    const lanes = this.trackOfLanes(row);
    if (lanes) this.commands.toggleLanes(lanes.key);
    else if (this.timeline.derived?.rows.hasChildren(row)) this.commands.toggle(this.timeline.keyOfRow(row));
  }

  /** The run that the focus stands for: the row's own, or on lanes the one that was walked to. */
  private runOfFocus(): string {
    const { derived } = this.timeline;
    const { store } = this.timeline.ports.source;
    const row = this.focusedRow();
    if (!derived || row < 0) return "";
    if (derived.rows.kind(row) === "run") return store.id(derived.rows.node[row] ?? -1);
    const track = this.trackOfLanes(row);
    const slot = track && !mergedStopOf(this.timeline, track) ? walkedSlotOf(this.timeline, track) : -1;
    return slot >= 0 ? store.id(slot) : "";
  }
}
