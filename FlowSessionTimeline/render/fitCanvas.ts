/** Gives a canvas its size in CSS px and in device pixels; clears it. */
export function fitCanvas(canvas: HTMLCanvasElement, widthPx: number, heightPx: number, devicePixelRatio: number): void {
  canvas.width = Math.max(1, Math.round(widthPx * devicePixelRatio));
  canvas.height = Math.max(1, Math.round(heightPx * devicePixelRatio));
  canvas.style.width = `${widthPx}px`;
  canvas.style.height = `${heightPx}px`;
}
