import { STATUS_FAMILIES, StatusFamily } from "../domain/status";

/** What an item is painted as; colours are the palette's. */
export const PAINTS = [
  "ok", "failed", "open", "waiting", "stopped", "other", "grid", "gridStrong", "rowLine", "night", "now", "rowHover", "rowSelected",
  "rowFocused", "envelope", "ghost", "connector", "text", "textFaint", "axis", "axisLine", "outline",
] as const;
export type Paint = (typeof PAINTS)[number];

/** The index of a paint, as items hold it. */
export const paintIndex = (paint: Paint): number => PAINTS.indexOf(paint);

/** The paints that stand for the state of a run, queued runs apart. */
export const familyPaint = (family: StatusFamily): Paint => family;

/** The paint index of a family's index in STATUS_FAMILIES. */
export const FAMILY_PAINT: readonly number[] = STATUS_FAMILIES.map((family) => paintIndex(familyPaint(family)));
