import { Scene } from "../layout/scene";
import { Palette } from "./palette";

/** What of a scene is drawn. */
export type DrawnScene = Pick<Scene, "widthPx" | "heightPx" | "layers" | "labels" | "axisLines" | "axisLabels" | "axisKey" | "hatchPhasePx" | "scrollPx">;

/** Draws scenes. It knows pixels and paints, never runs. */
export interface Renderer {
  /** Sets the size in CSS px and the device pixels per CSS px; clears the picture. Call it only when one of them changed. */
  resize(widthPx: number, heightPx: number, devicePixelRatio: number): void;
  /** Draws the whole scene, axis included. */
  draw(scene: DrawnScene, palette: Palette): void;
}
