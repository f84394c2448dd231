import { Items } from "../layout/items";
import { drawFlat } from "./bars";
import { Brush } from "./brush";
import { colorsOf, PixelImage } from "./pixelImage";

/** Up to so many rectangles are drawn one by one in less time than an image takes. */
const FEW = 300;

/** Draws the many small rectangles of strips as images, a band each. The pixels are those that rectangles would give. */
export class StripImage {
  private readonly image = new PixelImage();

  /** @param layers from below, all with the same bands */
  public draw(brush: Brush, layers: readonly Items[]): void {
    const [{ bands }] = layers;
    const count = layers.reduce((sum, items) => sum + items.count, 0);
    // Hollow rectangles are more than their colour.
    if (bands.length === 0 || count < FEW || brush.palette.outlined.size > 0) {
      for (const items of layers) drawFlat(brush, items);
      return;
    }
    const { ratio } = brush;
    const tops = [0];
    for (const { top, height } of bands) tops.push(tops[tops.length - 1] + Math.round((top + height) * ratio) - Math.round(top * ratio));
    this.image.reserve(brush, tops[bands.length]);
    this.image.clear(0, tops[bands.length]);
    for (const items of layers) this.fill(brush, items, tops);
    this.image.take(0, tops[bands.length]);
    this.image.draw(brush, bands.map(({ top }, band) => {
      const rows = tops[band + 1] - tops[band];
      return { from: tops[band], rows, y: brush.snap(top), height: rows / ratio };
    }));
  }

  /** @param tops by band: its first row in the image */
  private fill({ palette, ratio }: Brush, { bands, count, x, y, width, height, paint }: Items, tops: readonly number[]): void {
    const { image: { pixels, columns } } = this;
    const colors = colorsOf(palette);
    for (let band = 0; band < bands.length; band++) {
      const down = tops[band] - Math.round(bands[band].top * ratio);
      const end = band + 1 < bands.length ? bands[band + 1].first : count;
      for (let i = bands[band].first; i < end; i++) {
        const left = Math.round(x[i] * ratio);
        const to = Math.min(columns, Math.max(left + 1, Math.round((x[i] + width[i]) * ratio)));
        const top = Math.round(y[i] * ratio);
        const bottom = Math.max(top + 1, Math.round((y[i] + height[i]) * ratio));
        const color = colors[paint[i]];
        for (let row = Math.max(tops[band], top + down); row < Math.min(tops[band + 1], bottom + down); row++) {
          for (let at = row * columns + Math.max(0, left); at < row * columns + to; at++) pixels[at] = color;
        }
      }
    }
  }
}
