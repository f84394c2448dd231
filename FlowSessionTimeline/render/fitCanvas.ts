import { devicePx } from "../base/devicePx";

/** Gives a canvas its size in device pixels, and in the page the size and place at which they are the screen's: between those, or stretched, all would be blurred. Clears it. */
export function fitCanvas(canvas: HTMLCanvasElement | OffscreenCanvas, widthPx: number, heightPx: number, devicePixelRatio: number): void {
  canvas.width = Math.max(1, Math.round(widthPx * devicePixelRatio));
  canvas.height = Math.max(1, Math.round(heightPx * devicePixelRatio));
  // In a worker there is no page to lay it out.
  if (!("style" in canvas)) return;
  Object.assign(canvas.style, { width: `${canvas.width / devicePixelRatio}px`, height: `${canvas.height / devicePixelRatio}px`, translate: "" });
  // The page is laid out to find out where it is: only where it may well lie between two pixels.
  if (Number.isInteger(devicePixelRatio)) return;
  const { left, top } = canvas.getBoundingClientRect();
  const toPixel = (px: number): number => devicePx(px, devicePixelRatio) / devicePixelRatio - px;
  const [right, down] = [toPixel(left), toPixel(top)];
  if (right !== 0 || down !== 0) canvas.style.translate = `${right}px ${down}px`;
}
