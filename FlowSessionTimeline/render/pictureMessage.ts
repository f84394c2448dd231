import { FaceWidths } from "./faceWidths";
import { NameMessage } from "./nameMessage";
import { Palette } from "./palette";
import { SceneMessage } from "./sceneMessage";

/** Of both canvases. */
export interface PictureSize {
  readonly plotPx: { readonly width: number; readonly height: number };
  readonly namesPx: { readonly width: number; readonly height: number };
  readonly devicePixelRatio: number;
}

/** The canvases that a worker draws on from here on, and their size. */
export interface CanvasMessage {
  /** Is sent back when the first picture is on screen. */
  readonly id: number;
  readonly canvas: OffscreenCanvas;
  readonly names: OffscreenCanvas;
  readonly size: PictureSize;
  /** As the page measures them: it may have fonts that a worker has not. */
  readonly faces: FaceWidths;
}

/** What is to be drawn anew. */
export interface FrameMessage {
  readonly palette?: Palette;
  readonly chart?: SceneMessage;
  readonly names?: NameMessage;
}

/** The page to the worker. */
export type PictureMessage = CanvasMessage | FrameMessage;
