/** Throws when an invariant of the program is broken; never used for bad input. */
export function invariant(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`Broken invariant: ${message}`);
}

/** Makes the compiler prove that a union is handled completely. */
export function unreachable(value: never): never {
  throw new Error(`Broken invariant: unexpected ${String(value)}`);
}
