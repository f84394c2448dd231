export type NumberColumn = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** Writes a cell; true if that changed it. NaN equals NaN. */
export function put(column: NumberColumn, slot: number, value: number): boolean {
  if (Object.is(column[slot], value)) return false;
  column[slot] = value;
  return true;
}

/** Copies a column into a larger one, which it gives back. */
export function moved<T extends NumberColumn>(column: NumberColumn, larger: T): T {
  larger.set(column);
  return larger;
}
