import { LaneBand, LaneBars, MIXED_BAR, ROUND_BAR } from "../layout/laneBars";
import { paintIndex } from "../layout/paint";
import { Corner } from "./corner";
import { PixelImage } from "./pixelImage";

const FAILED = paintIndex("failed");
const WHOLE = 255;

/** How many rows of an image a lane takes: those of the upper corners, one for each half of its bars, those of the lower corners. */
export const rowsOf = ({ size }: Corner): number => 2 * size + 2;

/** How bars become pixels: their colours by paint (colorsOf), device pixels per CSS px, what is left of round corners. */
export interface LaneLook {
  readonly colors: Uint32Array;
  readonly ratio: number;
  readonly corner: Corner;
}

/** Writes the bars of a lane. @param row the first of its rows, which are empty */
export function writeLane(image: PixelImage, row: number, bars: LaneBars, band: LaneBand, look: LaneLook): void {
  const { pixels, columns } = image;
  const { size } = look.corner;
  const upper = (row + size) * columns;
  writeHalves(image, upper, bars, band, look);
  for (let down = 0; down < size; down++) {
    pixels.copyWithin((row + down) * columns, upper, upper + columns);
    pixels.copyWithin(upper + (2 + down) * columns, upper + columns, upper + 2 * columns);
  }
  roundOff(image, row, bars, band, look);
}

/** @param upper where the row of the upper halves begins; that of the lower ones follows */
function writeHalves({ pixels, columns }: PixelImage, upper: number, { x, width, paint, form }: LaneBars, { first, end }: LaneBand, { colors, ratio }: LaneLook): void {
  for (let bar = first; bar < end; bar++) {
    const left = Math.round(x[bar] * ratio);
    // No bar vanishes between two pixels.
    const to = Math.min(columns, Math.max(left + 1, Math.round((x[bar] + width[bar]) * ratio)));
    const color = colors[paint[bar]];
    const above = form[bar] === MIXED_BAR ? colors[FAILED] : color;
    for (let at = upper + Math.max(0, left); at < upper + to; at++) {
      pixels[at] = above;
      pixels[at + columns] = color;
    }
  }
}

/** Takes from the corners of round bars what lies outside. */
function roundOff({ bytes, columns }: PixelImage, row: number, { x, width, form }: LaneBars, { first, end }: LaneBand, { ratio, corner: { size, strength } }: LaneLook): void {
  const top = row * columns;
  const bottom = (row + 2 * size + 1) * columns;
  for (let bar = first; bar < end; bar++) {
    if (form[bar] !== ROUND_BAR) continue;
    const from = Math.round(x[bar] * ratio);
    const last = Math.round((x[bar] + width[bar]) * ratio) - 1;
    for (let at = 0; at < strength.length; at++) {
      if (strength[at] === WHOLE) continue;
      const down = Math.floor(at / size) * columns;
      for (const column of [from + (at % size), last - (at % size)]) {
        if (column < 0 || column >= columns) continue;
        bytes[4 * (top + down + column) + 3] = strength[at];
        bytes[4 * (bottom - down + column) + 3] = strength[at];
      }
    }
  }
}
