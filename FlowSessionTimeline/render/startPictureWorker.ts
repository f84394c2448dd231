import { PICTURE_WORKER } from "../generated/pictureWorker";

/** Whether this browser lets a worker draw on canvases of the page. */
export const canDrawInWorker = (): boolean => typeof Worker === "function" && typeof OffscreenCanvas === "function" && "transferControlToOffscreen" in HTMLCanvasElement.prototype;

/** One for all: browsers differ in when they have read it. */
let address: string | undefined;

/** A worker for pictureWorker.ts' messages, from a text in the bundle: a solution has no file that a worker could be loaded from. @throws where the page's policy allows no such worker */
export function startPictureWorker(): Worker {
  address ??= URL.createObjectURL(new Blob([PICTURE_WORKER], { type: "text/javascript" }));
  return new Worker(address);
}
