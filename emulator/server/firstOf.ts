/** The first few of many in an order, without sorting the rest. */

/** Compares two tuples by their places in `tuples`. */
export type Compare = (tuples: Int32Array, left: number, right: number) => number;

/** Tuples that are kept before the worse half is thrown away. */
const SPARE = 16_384;

export class FirstOf {
  private tuples: Int32Array;
  private readonly capacity: number;
  private count = 0;
  /** The last one that can still be among the first lies at `size - 1`. */
  private isFull = false;

  /** @param size how many; at least 1. @param width numbers in a tuple. @param compare no two tuples are equal. */
  constructor(private readonly size: number, private readonly width: number, private readonly compare: Compare) {
    this.capacity = size + SPARE;
    this.tuples = new Int32Array(this.capacity * width);
  }

  /** The tuple is copied. */
  add(tuple: Int32Array): void {
    const { tuples, width, count } = this;
    for (let place = 0; place < width; place++) tuples[count * width + place] = tuple[place];
    if (this.isFull && this.compare(tuples, count, this.size - 1) > 0) return;
    this.count++;
    if (this.count === this.capacity) this.keepFirst();
  }

  inOrder(): readonly Int32Array[] {
    const order = Uint32Array.from({ length: this.count }, (_, place) => place).sort((left, right) => this.compare(this.tuples, left, right));
    return Array.from(order.subarray(0, this.size), place => this.tuples.slice(place * this.width, (place + 1) * this.width));
  }

  private keepFirst(): void {
    const { tuples, width, size } = this;
    const order = Uint32Array.from({ length: this.count }, (_, place) => place);
    moveFirst(order, size, (left, right) => this.compare(tuples, left, right));
    const kept = new Int32Array(tuples.length);
    for (let place = 0; place < size; place++) kept.set(tuples.subarray(order[place] * width, (order[place] + 1) * width), place * width);
    this.tuples = kept;
    this.count = size;
    this.isFull = true;
  }
}

/** Moves the first `size` to the front, the last of them to `size - 1`: a quicksort that follows one side only. */
function moveFirst(order: Uint32Array, size: number, compare: (left: number, right: number) => number): void {
  const wanted = size - 1;
  for (let low = 0, high = order.length - 1; low < high;) {
    const pivot = order[(low + high) >>> 1];
    let left = low;
    let right = high;
    while (left <= right) {
      while (compare(order[left], pivot) < 0) left++;
      while (compare(order[right], pivot) > 0) right--;
      if (left > right) break;
      const moved = order[left];
      order[left++] = order[right];
      order[right--] = moved;
    }
    if (wanted <= right) high = right;
    else if (wanted >= left) low = left;
    else return;
  }
}
