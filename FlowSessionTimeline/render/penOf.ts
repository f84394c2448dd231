/** What draws on a canvas: of the page, or in a worker (docs/decisions/0037). */
export type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** What draws on a canvas of the page. @param settings as of getContext @throws if the browser gives none */
export const penOf = (canvas: HTMLCanvasElement, settings: CanvasRenderingContext2DSettings = {}): CanvasRenderingContext2D => given(canvas.getContext("2d", settings));

/** What draws on a canvas in a worker. @param settings as of getContext @throws if the browser gives none */
export const workerPenOf = (canvas: OffscreenCanvas, settings: CanvasRenderingContext2DSettings = {}): OffscreenCanvasRenderingContext2D => given(canvas.getContext("2d", settings));

/** What draws on another canvas where this one is, which nobody sees: to be copied from. */
export function sparePen({ canvas }: Pen, settings: CanvasRenderingContext2DSettings = {}): Pen {
  return "ownerDocument" in canvas ? penOf(canvas.ownerDocument.createElement("canvas"), settings) : workerPenOf(new OffscreenCanvas(1, 1), settings);
}

function given<T>(pen: T | null): T {
  if (pen === null) throw new Error("This browser gives no 2D canvas.");
  return pen;
}
