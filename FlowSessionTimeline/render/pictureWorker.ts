/** Runs in a worker (docs/decisions/0037): scripts/pictureWorker.ts makes a text of it, from which the page starts one. */
import { workerPenOf } from "./penOf";
import { PictureDesk } from "./pictureDesk";
import { PictureMessage } from "./pictureMessage";

let desk: PictureDesk | undefined;
/** Of the canvases whose first picture has still to be told of. */
let newId: number | undefined;
let isDue = false;

/** Within a frame, so that both canvases are on screen with the next; messages that came meanwhile are one picture. */
function draw(): void {
  isDue = false;
  if (!desk?.draw() || newId === undefined) return;
  const id = newId;
  newId = undefined;
  requestAnimationFrame(() => postMessage(id));
}

onmessage = ({ data }: MessageEvent<PictureMessage>) => {
  if ("canvas" in data) {
    desk = new PictureDesk(workerPenOf(data.canvas), workerPenOf(data.names, { alpha: false }), data.size);
    newId = data.id;
    return;
  }
  desk?.read(data);
  if (!isDue) requestAnimationFrame(draw);
  isDue = true;
};
