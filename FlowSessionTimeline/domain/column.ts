type NumberColumn = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** Copies a column into a larger one, which it gives back. */
export function moved<T extends NumberColumn>(column: NumberColumn, larger: T): T {
  larger.set(column);
  return larger;
}
