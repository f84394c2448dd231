/**
 * The floor of pictures that ref-canvas does not draw: a bare canvas that draws the same boxes and texts and is handed them. It works out
 * nothing, so that no canvas that draws them one by one costs less.
 */
import { Items } from "../../FlowSessionTimeline/layout/items";
import { Labels } from "../../FlowSessionTimeline/layout/labels";
import { PAINTS } from "../../FlowSessionTimeline/layout/paint";
import { LAYERS } from "../../FlowSessionTimeline/layout/scene";
import { Pictures } from "../../FlowSessionTimeline/view/pictures";
import { DrawnScene } from "../../FlowSessionTimeline/render/renderer";
import { FONTS } from "../../FlowSessionTimeline/render/fonts";
import { Palette } from "../../FlowSessionTimeline/render/palette";

interface Boxes { readonly color: string; readonly boxes: Float32Array }
interface Text { readonly text: string; readonly x: number; readonly y: number; readonly color: string; readonly font: string }

/** Boxes by colour, from below, as x, y, width and height in px. */
interface Picture { readonly widthPx: number; readonly heightPx: number; readonly layers: readonly Boxes[]; readonly texts: readonly Text[] }

const BOX = 4;
const isGesture = (event: Event): boolean => event instanceof WheelEvent || (event instanceof KeyboardEvent && event.key === "0");

/** Keeps the last picture after each notch of the wheel and each key 0. */
export class Recorder {
  public readonly pictures: Picture[] = [];
  private readonly draw = Object.getOwnPropertyDescriptor(Pictures.prototype, "drawChart")?.value as Pictures["drawChart"];

  public start(): void {
    const { pictures, draw } = this;
    Pictures.prototype.drawChart = function (scene, palette) {
      pictures[Math.max(0, pictures.length - 1)] = pictureOf(scene, palette);
      draw.call(this, scene, palette);
    };
    for (const kind of ["wheel", "keydown"]) window.addEventListener(kind, this.onGesture, { capture: true });
  }

  public stop(): void {
    Pictures.prototype.drawChart = this.draw;
    for (const kind of ["wheel", "keydown"]) window.removeEventListener(kind, this.onGesture, { capture: true });
  }

  private readonly onGesture = (event: Event): void => {
    const { pictures } = this;
    const last = pictures[pictures.length - 1];
    if (isGesture(event) && last) pictures.push(last);
  };
}

/** Draws recorded pictures, one for each gesture. @returns the canvas */
export function replay(element: HTMLElement, [first, ...others]: readonly Picture[]): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { alpha: false });
  if (!context || !first) throw new Error("There is nothing to draw, or no canvas.");
  Object.assign(canvas, { width: first.widthPx, height: first.heightPx, tabIndex: 0 });
  element.append(canvas);
  let at = 0;
  let isPending = false;
  const onGesture = (event: Event): void => {
    if (!isGesture(event)) return;
    event.preventDefault();
    at++;
    if (isPending) return;
    isPending = true;
    requestAnimationFrame(() => {
      isPending = false;
      drawPicture(context, others[at - 1] ?? first);
    });
  };
  for (const kind of ["wheel", "keydown"]) canvas.addEventListener(kind, onGesture, { passive: false });
  drawPicture(context, first);
  return canvas;
}

function drawPicture(context: CanvasRenderingContext2D, { widthPx, heightPx, layers, texts }: Picture): void {
  context.fillStyle = "#fff";
  context.fillRect(0, 0, widthPx, heightPx);
  for (const { color, boxes } of layers) {
    context.fillStyle = color;
    for (let i = 0; i < boxes.length; i += BOX) context.fillRect(boxes[i], boxes[i + 1], boxes[i + 2], boxes[i + 3]);
  }
  context.textBaseline = "middle";
  let [font, color] = ["", ""];
  for (const text of texts) {
    if (text.font !== font) context.font = font = text.font;
    if (text.color !== color) context.fillStyle = color = text.color;
    context.fillText(text.text, text.x, text.y);
  }
}

function pictureOf({ widthPx, heightPx, layers, labels, axisLines, axisLabels }: DrawnScene, palette: Palette): Picture {
  const drawn = LAYERS.filter((layer) => layer !== "more").map((layer) => layers[layer]);
  return { widthPx, heightPx, layers: [...drawn, axisLines].flatMap((items) => boxesOf(items, palette)), texts: [labels, axisLabels].flatMap((some) => textsOf(some, palette)) };
}

/** On whole px, which cost less than others; those that touch side by side are one. */
function boxesOf({ count, x, y, width, height, paint }: Items, palette: Palette): Boxes[] {
  return [...new Set(paint.subarray(0, count))].map((one) => {
    const boxes: number[] = [];
    for (let i = 0; i < count; i++) {
      if (paint[i] !== one) continue;
      const [left, top] = [Math.round(x[i]), Math.round(y[i])];
      const [wide, high] = [Math.max(1, Math.round(x[i] + width[i]) - left), Math.max(1, Math.round(y[i] + height[i]) - top)];
      const [lastLeft = NaN, lastTop, lastWide = NaN, lastHigh] = boxes.slice(-BOX);
      if (lastTop === top && lastHigh === high && lastLeft + lastWide === left) boxes[boxes.length - 2] = left + wide - lastLeft;
      else boxes.push(left, top, wide, high);
    }
    return { color: palette.color[PAINTS[one]], boxes: Float32Array.from(boxes) };
  });
}

function textsOf({ count, text, x, y, paint, on, bold }: Labels, palette: Palette): Text[] {
  return Array.from({ length: count }, (_, i) => ({ text: text[i], x: x[i], y: y[i], color: (on[i] ? palette.on : palette.color)[PAINTS[paint[i]]], font: bold[i] ? FONTS.smallBold : FONTS.small }));
}
