/** Finds the first lane that is free at a time, in O(log lanes): a tree in which each node knows the earliest end below it. */
export class FreeLanes {
  /** How many lanes were ever taken. */
  public count = 0;
  private capacity = 8;
  /** A binary heap's shape: children of i are 2i and 2i + 1, lane n is the leaf capacity + n. A lane never taken is free since ever. */
  private ends = new Float64Array(2 * this.capacity).fill(-Infinity);

  /** Takes the lowest lane whose last run has ended by `fromMs`, until `toMs`. */
  public take(fromMs: number, toMs: number): number {
    if (this.ends[1] > fromMs) this.grow();
    const { ends, capacity } = this;
    let node = 1;
    while (node < capacity) node = ends[2 * node] <= fromMs ? 2 * node : 2 * node + 1;
    const lane = node - this.capacity;
    this.set(lane, toMs);
    this.count = Math.max(this.count, lane + 1);
    return lane;
  }

  private set(lane: number, toMs: number): void {
    const { ends } = this;
    let node = this.capacity + lane;
    ends[node] = toMs;
    for (node >>= 1; node >= 1; node >>= 1) {
      const earliest = Math.min(ends[2 * node], ends[2 * node + 1]);
      // What lies above knows it already.
      if (ends[node] === earliest) return;
      ends[node] = earliest;
    }
  }

  private grow(): void {
    const leaves = this.ends.slice(this.capacity);
    this.capacity *= 2;
    this.ends = new Float64Array(2 * this.capacity).fill(-Infinity);
    this.ends.set(leaves, this.capacity);
    for (let node = this.capacity - 1; node >= 1; node--) this.ends[node] = Math.min(this.ends[2 * node], this.ends[2 * node + 1]);
  }
}
