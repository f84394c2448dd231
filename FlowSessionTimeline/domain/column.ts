type NumberColumn = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** What grows becomes so much larger: room for later runs costs memory for good, to make it costs the time of a copy. */
export const GROWTH = 1.25;

/** Copies a column into a larger one, which it gives back. */
export function moved<T extends NumberColumn>(column: NumberColumn, larger: T): T {
  larger.set(column);
  return larger;
}
