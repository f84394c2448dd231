/** Whether two lists hold the same values in the same order, each by identity: NaN is itself. */
export const sameValues = (one: readonly unknown[], other: readonly unknown[]): boolean => one.length === other.length && one.every((value, i) => Object.is(value, other[i]));
