/** Numbers that look random and are the same for the same seed (the generator of mulberry32: 32 bits of state). */
export interface Random {
  /** In [0, 1). */
  unit(): number;
  /** A whole number in [low, high]. */
  whole(low: number, high: number): number;
  /** Log-normal with this median; `spread` is the standard deviation of its logarithm. */
  logNormal(median: number, spread: number): number;
  chance(probability: number): boolean;
  /** @throws if there is nothing to pick from. */
  pick<T>(items: readonly T[]): T;
  /** A lower-case GUID of version 4. */
  guid(): string;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const unit = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const word = (): string => Math.floor(unit() * 2 ** 32).toString(16).padStart(8, "0");
  return {
    unit,
    whole: (low, high) => low + Math.floor(unit() * (high - low + 1)),
    logNormal: (median, spread) => median * Math.exp(spread * Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit())),
    chance: probability => unit() < probability,
    pick: items => {
      const item = items[Math.floor(unit() * items.length)];
      if (item === undefined) throw new Error("Nothing to pick from.");
      return item;
    },
    guid: () => {
      const hex = word() + word() + word() + word();
      const variant = "89ab".charAt(parseInt(hex.charAt(16), 16) & 3);
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
  };
}

/** The GUID that always stands for this text: for records of which only the name is known. */
export function guidOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return createRandom(hash ^ text.length).guid();
}
