import { sameValues } from "../base/sameValues";
import { Items } from "../layout/items";
import { Labels } from "../layout/labels";
import { LAYERS } from "../layout/scene";
import { clearParts, newParts } from "../layout/sceneParts";
import { DrawnScene } from "./renderer";

/** A scene on its way to a worker: a few large pieces, because to copy many small ones costs more than to draw them. */
export interface SceneMessage {
  /** As `SceneWriter` writes them; what follows is of an earlier scene. */
  readonly numbers: Float64Array<ArrayBuffer>;
  readonly texts: readonly string[];
  /** Null while the axis is the one of the message before. */
  readonly axisTexts: readonly string[] | null;
}

const BAND_NUMBERS = 3;
const ITEM_NUMBERS = 6;
const LABEL_NUMBERS = 4;
/** After the last layer. */
const END = -1;
const ON = 1;
const BOLD = 2;

/** Writes scenes into buffers that it reuses: a message is valid until the next is written. */
export class SceneWriter {
  private numbers = new Float64Array(1024);
  private at = 0;
  private axisKey: object | undefined;
  /** The message before, and how many of its numbers are not of the axis. */
  private before: SceneMessage | undefined;
  private beforeAt = 0;

  /** @returns null for a scene that is drawn as the one before: a picture that is sent costs the page a frame of its own */
  public write(scene: DrawnScene): SceneMessage | null {
    const { before, beforeAt } = this;
    this.at = 0;
    this.add(scene.widthPx, scene.heightPx, scene.hatchPhasePx, scene.scrollPx);
    LAYERS.forEach((layer, index) => {
      if (scene.layers[layer].count === 0) return;
      this.add(index);
      this.addItems(scene.layers[layer]);
    });
    this.add(END);
    this.addPlaces(scene.labels);
    const end = this.at;
    const isNewAxis = scene.axisKey !== this.axisKey;
    this.axisKey = scene.axisKey;
    if (isNewAxis) {
      this.addItems(scene.axisLines);
      this.addPlaces(scene.axisLabels);
    }
    const message = { numbers: this.numbers, texts: textsOf(scene.labels), axisTexts: isNewAxis ? textsOf(scene.axisLabels) : null };
    if (before && !isNewAxis && end === beforeAt && sameValues(message.texts, before.texts) && this.isSameAs(before.numbers, end)) return null;
    this.numbers = before?.numbers ?? new Float64Array(this.numbers.length);
    this.before = message;
    this.beforeAt = end;
    return message;
  }

  private isSameAs(numbers: Float64Array, end: number): boolean {
    for (let i = 0; i < end; i++) if (this.numbers[i] !== numbers[i]) return false;
    return true;
  }

  private add(...numbers: readonly number[]): void {
    this.makeRoom(numbers.length);
    for (const number of numbers) this.numbers[this.at++] = number;
  }

  private addItems({ bands, count, paint, x, y, width, height, ref }: Items): void {
    this.add(count, bands.length);
    for (const { first, top, height: bandHeight } of bands) this.add(first, top, bandHeight);
    this.makeRoom(count * ITEM_NUMBERS);
    const { numbers } = this;
    for (let i = 0; i < count; i++, this.at += ITEM_NUMBERS) {
      const { at } = this;
      numbers[at] = paint[i];
      numbers[at + 1] = x[i];
      numbers[at + 2] = y[i];
      numbers[at + 3] = width[i];
      numbers[at + 4] = height[i];
      numbers[at + 5] = ref[i];
    }
  }

  private addPlaces({ count, x, y, paint, on, bold }: Labels): void {
    this.makeRoom(count * LABEL_NUMBERS);
    const { numbers } = this;
    for (let i = 0; i < count; i++, this.at += LABEL_NUMBERS) {
      const { at } = this;
      numbers[at] = x[i];
      numbers[at + 1] = y[i];
      numbers[at + 2] = paint[i];
      numbers[at + 3] = (on[i] ? ON : 0) + (bold[i] ? BOLD : 0);
    }
  }

  private makeRoom(count: number): void {
    if (this.at + count <= this.numbers.length) return;
    const wider = new Float64Array(2 * (this.at + count));
    wider.set(this.numbers);
    this.numbers = wider;
  }
}

const textsOf = ({ text, count }: Labels): string[] => text.slice(0, count);

/** Makes scenes of messages, into buffers that it reuses: a scene is valid until the next is read. */
export class SceneReader {
  private readonly parts = newParts();
  private axisKey = {};
  private numbers: Float64Array = new Float64Array(0);
  private at = 0;

  public read({ numbers, texts, axisTexts }: SceneMessage): DrawnScene {
    const { parts, parts: { layers, labels, axisLines, axisLabels } } = this;
    this.numbers = numbers;
    this.at = 0;
    const [widthPx, heightPx, hatchPhasePx, scrollPx] = [this.next(), this.next(), this.next(), this.next()];
    clearParts(parts);
    for (let layer = this.next(); layer !== END; layer = this.next()) this.readItems(layers[LAYERS[layer]]);
    this.readLabels(labels, texts);
    if (axisTexts !== null) {
      this.axisKey = {};
      axisLines.clear();
      axisLabels.clear();
      this.readItems(axisLines);
      this.readLabels(axisLabels, axisTexts);
    }
    return { widthPx, heightPx, hatchPhasePx, scrollPx, layers, labels, axisLines, axisLabels, axisKey: this.axisKey };
  }

  private next(): number {
    return this.numbers[this.at++];
  }

  private readItems(items: Items): void {
    const [count, bands] = [this.next(), this.next()];
    for (let band = 0; band < bands; band++, this.at += BAND_NUMBERS) {
      items.bands.push({ first: this.numbers[this.at], top: this.numbers[this.at + 1], height: this.numbers[this.at + 2] });
    }
    const { numbers } = this;
    for (let i = 0; i < count; i++, this.at += ITEM_NUMBERS) {
      const { at } = this;
      items.add(numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3], numbers[at + 4], numbers[at + 5]);
    }
  }

  private readLabels(labels: Labels, texts: readonly string[]): void {
    for (const text of texts) {
      const { numbers, at } = this;
      labels.add(text, numbers[at], numbers[at + 1], numbers[at + 2], { on: (numbers[at + 3] & ON) !== 0, bold: (numbers[at + 3] & BOLD) !== 0 });
      this.at += LABEL_NUMBERS;
    }
  }
}
