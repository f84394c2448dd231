import { EpochMs } from "../base/brand";
import { RunForest } from "../domain/runForest";
import { RunStore } from "../domain/runStore";
import { Items } from "./items";
import { Column } from "./binColumns";
import { Labels } from "./labels";
import { MeasureText } from "./measureText";
import { MinimapBins } from "./minimapBins";
import { RowTable } from "./rowTable";
import { Night } from "./nights";
import { Ticks } from "./ticks";
import { TimeScale } from "./timeScale";

/** Everything that a picture depends on. The scene is a pure function of it. */
export interface SceneInput {
  readonly store: RunStore;
  readonly forest: RunForest;
  readonly rows: RowTable;
  readonly scale: TimeScale;
  /** How far the rows are scrolled, in CSS px: row r's top is AXIS_PX + topPx[r] - scrollPx. */
  readonly scrollPx: number;
  /** The canvas, axis included, in CSS px. */
  readonly viewportPx: { readonly width: number; readonly height: number };
  readonly nowMs: EpochMs;
  /** The time beside the now line, in the axis. */
  readonly nowLabel: string;
  readonly ticks: Ticks;
  readonly nights: readonly Night[];
  /** Ids of runs. */
  readonly selected: ReadonlySet<string>;
  /** Slot of the run under the pointer, or -1. */
  readonly hoveredSlot: number;
  /** Merged runs that are outlined, because the user is at them or at one of them: entry of the track's laneSlots at which they begin. */
  readonly mergedFocus: { readonly track: number; readonly first: number } | null;
  /** Row with the keyboard's focus, or -1. */
  readonly focusedRow: number;
  /** Counts that are drawn in place of rows, where there are too many for these. */
  readonly density: MinimapBins | null;
  /** Whether a parent's bar stands in the span of all below it, or alone. */
  readonly envelopes: boolean;
  /** Text beside a run's bar in the tree, e.g. its duration; "" for none. */
  readonly barLabel: (slot: number) => string;
  readonly measure: MeasureText;
  /** A number of runs, as the user writes numbers. */
  readonly countLabel: (runs: number) => string;
}

/** The layers of a scene in paint order. Each is drawn in one way (see CanvasRenderer); an item's `ref` is what is said here. */
export const LAYERS = [
  "nights", // flat
  "rows", // flat: backgrounds of hovered, selected and focused rows; ref: row
  "rowLines", // flat, 1 px
  "grid", // flat, 1 px
  "envelopes", // rounded, tinted; ref: forest node
  "ghosts", // rounded outline; ref: forest node
  "connectors", // flat, 1 px
  "strips", // flat: how many runs of a track were under way at once, and how many waited; ref: index of the track
  "hidden", // flat: the runs below a collapsed parent; ref: forest node
  "hiddenFailures", // flat: the upper half of that, where one of them failed; ref: forest node
  "waits", // hatched, without outline: the part of a run before it started; ref: slot
  "bars", // rounded; ref: slot
  "openBars", // rounded at the left only: an open run up to its soft end; ref: slot
  "fades", // from the paint to nothing, left to right: the soft end of an open run; ref: slot
  "queued", // hatched with an outline that is open to the right; ref: slot
  "merged", // flat: runs too close together to be told apart; ref: index in Scene.merges
  "mergedFailures", // flat: their upper half, where one of them failed; ref: index in Scene.merges
  "densityLines", // flat, 1 px: lines of equal counts
  "densities", // flat: the runs of a stretch of time by family; ref: index in Scene.densities
  "densityFailures", // flat: those of them that failed; ref: index in Scene.densities
  "plates", // flat: the ground of texts that stand on what is drawn
  "more", // not drawn: the line that stands for lanes that are not; ref: index of the track
  "markers", // diamonds; ref: slot
  "badges", // discs that carry a mark where the bar is too thin for it; ref: slot
  "marks", // signs on a bar, marker or badge in a colour that can be read on the paint; ref: index in MARKS
  "outlines", // rounded outline of a hovered or selected bar on a lane, ref: slot; or of merged runs, ref: -1
  "offscreen", // chevrons at an edge, towards a bar outside the window; ref: slot; width < 0 points left
  "now", // flat, 1 px
] as const;
export type Layer = (typeof LAYERS)[number];

export const MARKS = ["tick", "cross", "play", "clock", "square", "dot"] as const;
export type Mark = (typeof MARKS)[number];

/** Runs drawn as one: entries [first, first + count) of track.laneSlots. */
export interface Merge {
  readonly track: number;
  readonly lane: number;
  readonly first: number;
  readonly count: number;
  readonly failures: number;
}

/**
 * A picture as data: culled, coarsened and clamped to the viewport, in CSS px from the top left of the canvas (the top of the axis).
 * It stays valid until its builder builds the next: buffers are reused.
 */
export interface Scene {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly layers: Readonly<Record<Layer, Items>>;
  readonly merges: readonly Merge[];
  readonly densities: readonly Column[];
  /** Texts in the plot, below the axis. */
  readonly labels: Labels;
  /** Lines in the axis. */
  readonly axisLines: Items;
  readonly axisLabels: Labels;
  /** Another object whenever the axis was made anew: one that is on screen already needs no drawing. */
  readonly axisKey: object;
  /** x of the now line, NaN if now is outside the window. */
  readonly nowPx: number;
  /** Where hatches start, so that they stay with their time while panning: px in [0, HATCH_PX). */
  readonly hatchPhasePx: number;
  readonly rows: RowTable;
  readonly scrollPx: number;
}
