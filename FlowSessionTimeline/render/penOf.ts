/** What draws on a canvas. @throws if the browser gives none */
export function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("This browser gives no 2D canvas.");
  return pen;
}
