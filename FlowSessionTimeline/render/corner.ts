/** How much of each pixel a round corner leaves: row by row from the corner's tip, `size` each way. */
export interface Corner {
  /** In pixels; 0 for none. */
  readonly radius: number;
  readonly size: number;
  /** 0 to 255. */
  readonly strength: Uint8Array;
}

/** Points asked in each pixel, each way. */
const SAMPLES = 8;

/** @param radius in pixels */
export function cornerOf(radius: number): Corner {
  const size = Math.ceil(radius);
  const strength = Uint8Array.from({ length: size * size }, (_, at) => Math.round(255 * shareInside(radius, at % size, Math.floor(at / size))));
  return { radius, size, strength };
}

/** How much of a pixel lies inside the circle that makes the corner round. */
function shareInside(radius: number, column: number, row: number): number {
  let inside = 0;
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
    const x = column + ((sample % SAMPLES) + 0.5) / SAMPLES;
    const y = row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES;
    if (x >= radius || y >= radius || Math.hypot(radius - x, radius - y) <= radius) inside++;
  }
  return inside / SAMPLES ** 2;
}
