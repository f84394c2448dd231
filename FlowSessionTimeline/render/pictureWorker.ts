/** Runs in a worker (docs/decisions/0037): scripts/pictureWorker.ts makes a text of it, from which the page starts one. */
import { areSameFaces, faceWidths } from "./faceWidths";
import { workerPenOf } from "./penOf";
import { PictureDesk } from "./pictureDesk";
import { CanvasMessage, PictureMessage } from "./pictureMessage";
import { TextMeasure } from "./textMeasure";

let desk: PictureDesk | undefined;
/** Of the canvases whose first picture has still to be told of. */
let newId: number | undefined;
let isDue = false;

const measure = new TextMeasure(() => workerPenOf(new OffscreenCanvas(1, 1)));

/** Rare enough for the page to draw all from then on. */
function onLoss(): never {
  throw new Error("The graphics processor began anew.");
}

/** @throws where the page has other fonts, which it then draws with itself: texts are cut for those */
function begin({ id, canvas, names, size, faces }: CanvasMessage): void {
  if (!areSameFaces(faces, faceWidths(measure))) throw new Error("The page has fonts that a worker has not.");
  for (const one of [canvas, names]) one.oncontextlost = onLoss;
  desk = new PictureDesk(workerPenOf(canvas), workerPenOf(names, { alpha: false }), size);
  newId = id;
}

/** Within a frame, so that both canvases are on screen with the next; messages that came meanwhile are one picture. */
function draw(): void {
  isDue = false;
  if (!desk?.draw() || newId === undefined) return;
  const id = newId;
  newId = undefined;
  requestAnimationFrame(() => postMessage(id));
}

onmessage = ({ data }: MessageEvent<PictureMessage>) => {
  if ("canvas" in data) return begin(data);
  desk?.read(data);
  if (!isDue) requestAnimationFrame(draw);
  isDue = true;
};
