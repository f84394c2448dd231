import { clamp } from "../base/geometry";
import { AXIS_PX } from "./measures";
import { paintIndex } from "./paint";
import { SceneInput } from "./scene";
import { SceneParts } from "./sceneParts";

/** Middles of the two tiers of the axis, px from its top. */
const UPPER_PX = 14;
const LOWER_PX = 36;
/** Length of the lower tier's lines. */
const TICK_PX = 8;
const NOW_PADDING_PX = 5;
const NOW_BOX_PX = 18;
const NOW_TOP_PX = LOWER_PX - NOW_BOX_PX / 2;

/** The axis: bold upper tier, lower tier, and the time of the now line on its own ground. @param nowPx NaN if now is out of view */
export function addAxis(parts: SceneParts, input: SceneInput, nowPx: number): void {
  const { axisLines } = parts;
  const line = paintIndex("axisLine");
  const now = Number.isNaN(nowPx) ? null : nowBox(input, nowPx);
  const isCovered = (px: number): boolean => now !== null && px > now.x - 1 && px < now.x + now.width;
  for (const { px } of input.ticks.lower) if (!isCovered(px)) axisLines.add(line, px, AXIS_PX - TICK_PX - 1, 1, TICK_PX, -1);
  for (const { px } of input.ticks.upper) if (px >= 0) axisLines.add(line, px, 0, 1, isCovered(px) ? NOW_TOP_PX : AXIS_PX - 1, -1);
  axisLines.add(line, 0, AXIS_PX - 1, input.viewportPx.width, 1, -1);
  addAxisLabels(parts, input, now);
}

interface Box {
  readonly x: number;
  readonly width: number;
}

function addAxisLabels({ axisLines, axisLabels }: SceneParts, { ticks, measure, nowLabel }: SceneInput, now: Box | null): void {
  for (const tick of ticks.upper) if (tick.label !== "") axisLabels.add(tick.label, tick.labelPx, UPPER_PX, paintIndex("text"), { bold: true });
  for (const tick of ticks.lower) {
    const isCovered = now !== null && tick.labelPx < now.x + now.width && tick.labelPx + measure(tick.label) > now.x;
    if (tick.label !== "" && !isCovered) axisLabels.add(tick.label, tick.labelPx, LOWER_PX, paintIndex("textFaint"));
  }
  if (now === null) return;
  axisLines.add(paintIndex("now"), now.x, NOW_TOP_PX, now.width, NOW_BOX_PX, -1);
  axisLabels.add(nowLabel, now.x + NOW_PADDING_PX, LOWER_PX, paintIndex("now"), { on: true });
}

/** The box of the now line's time: centred on the line, kept inside the plot. */
function nowBox({ measure, nowLabel, viewportPx }: SceneInput, nowPx: number): Box {
  const width = measure(nowLabel) + 2 * NOW_PADDING_PX;
  return { x: clamp(nowPx - width / 2, 0, viewportPx.width - width), width };
}
