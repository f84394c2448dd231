import { extentOf } from "./runItems";
import { SceneInput } from "./scene";

/** On which side of the window all of a run lies: -1 before it, 1 after it, 0 if some of it is in view or it has no time. */
export function offscreenSide(input: SceneInput, slot: number): -1 | 0 | 1 {
  const { toPx } = extentOf(input, slot);
  if (toPx <= 0) return -1;
  return input.scale.toPx(input.store.beginMs[slot]) >= input.viewportPx.width ? 1 : 0;
}
