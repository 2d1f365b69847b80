/** Numbers that look random and are the same every time (mulberry32). */
export interface Random {
  /** 0 to `count` - 1. */
  below(count: number): number;
  pick<T>(all: readonly [T, ...T[]]): T;
  /** True this often, of 1. */
  happens(share: number): boolean;
  shuffle<T>(all: readonly T[]): T[];
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    below,
    pick: (all) => all[below(all.length)] ?? all[0],
    happens: (share) => next() < share,
    shuffle: (all) =>
      all
        .map((one) => [next(), one] as const)
        .toSorted(([a], [b]) => a - b)
        .map(([, one]) => one),
  };
}
