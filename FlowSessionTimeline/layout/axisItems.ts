import { AXIS_PX } from "./measures";
import { paintIndex } from "./paint";
import { SceneInput } from "./scene";
import { SceneParts } from "./sceneParts";

/** Middles of the two tiers of the axis, px from its top. */
const UPPER_PX = 15;
const LOWER_PX = 35;
const TICK_PX = 6;
const NOW_PADDING_PX = 4;
const NOW_BOX_PX = 18;

/** The sticky axis: bold upper tier, lower tier, and the time of the now line on its own ground. @param nowPx NaN if now is out of view */
export function addAxis({ axisLines, axisLabels }: SceneParts, input: SceneInput, nowPx: number): void {
  const { ticks, viewportPx, nowLabel } = input;
  const line = paintIndex("axisLine");
  axisLines.add(line, 0, AXIS_PX - 1, viewportPx.width, 1, -1);
  const nowBox = Number.isNaN(nowPx) ? null : nowRoom(input, nowPx);
  const isFree = (x: number, text: string): boolean => !nowBox || x + input.measure(text) + NOW_PADDING_PX < nowBox.x || x > nowBox.x + nowBox.width;
  for (const tick of ticks.lower) {
    if (tick.px >= 0 && tick.px < viewportPx.width) axisLines.add(line, Math.round(tick.px), AXIS_PX - TICK_PX - 1, 1, TICK_PX, -1);
    if (tick.label !== "" && tick.labelPx < viewportPx.width && isFree(tick.labelPx, tick.label)) axisLabels.add(tick.label, tick.labelPx, LOWER_PX, paintIndex("textFaint"));
  }
  for (const tick of ticks.upper) {
    if (tick.px >= 0 && tick.px < viewportPx.width) axisLines.add(line, Math.round(tick.px), 0, 1, AXIS_PX - 1, -1);
    if (tick.label !== "" && tick.labelPx < viewportPx.width) axisLabels.add(tick.label, tick.labelPx, UPPER_PX, paintIndex("text"), { bold: true });
  }
  if (!nowBox) return;
  axisLines.add(paintIndex("now"), nowBox.x, LOWER_PX - NOW_BOX_PX / 2, nowBox.width, NOW_BOX_PX, -1);
  axisLabels.add(nowLabel, nowBox.x + NOW_PADDING_PX, LOWER_PX, paintIndex("now"), { on: true });
}

/** The box of the now line's time: centred on the line, kept inside the plot. */
function nowRoom({ measure, nowLabel, viewportPx }: SceneInput, nowPx: number): { readonly x: number; readonly width: number } {
  const width = measure(nowLabel) + 2 * NOW_PADDING_PX;
  return { x: Math.max(0, Math.min(viewportPx.width - width, nowPx - width / 2)), width };
}
