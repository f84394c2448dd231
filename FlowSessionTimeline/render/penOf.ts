/** What draws on a canvas. @param settings as of getContext @throws if the browser gives none */
export function penOf(canvas: HTMLCanvasElement, settings: CanvasRenderingContext2DSettings = {}): CanvasRenderingContext2D {
  const pen = canvas.getContext("2d", settings);
  if (!pen) throw new Error("This browser gives no 2D canvas.");
  return pen;
}
