import { NameLine } from "./nameLine";
import { Paint } from "./paint";

/** A row of the label column, px from the top of the first row of all. */
export interface ShownName {
  readonly line: NameLine;
  readonly topPx: number;
  readonly heightPx: number;
  /** null for the column's own. */
  readonly ground: Paint | null;
  /** It has the keyboard's focus, where that is to be seen. */
  readonly isRinged: boolean;
}

/** The label column as data: the rows in view, from above. */
export interface NameScene {
  readonly widthPx: number;
  /** The column is mirrored. */
  readonly isRtl: boolean;
  /** Where the column's top lies below that of the first row of all, px. */
  readonly scrollPx: number;
  readonly names: readonly ShownName[];
}

const isSame = (one: ShownName, other: ShownName): boolean =>
  one.line === other.line && one.topPx === other.topPx && one.heightPx === other.heightPx && one.ground === other.ground && one.isRinged === other.isRinged;

/** The rows that are in one of two scenes only, or in another way in each, from above. */
export function differentNames(one: readonly ShownName[], other: readonly ShownName[]): ShownName[] {
  const different: ShownName[] = [];
  for (let i = 0, j = 0; i < one.length || j < other.length; ) {
    const a = one[i];
    const b = other[j];
    if (a && b && isSame(a, b)) {
      i++;
      j++;
    } else if (a && (!b || a.topPx <= b.topPx)) {
      different.push(a);
      i++;
    } else if (b) {
      different.push(b);
      j++;
    }
  }
  return different;
}
