/** The one mutant that is out while a test runs again; none while it runs as it is. */
let out: string | undefined;
let reached = new Set<string>();
/** Counts runs: what a module keeps belongs to one of them. */
let run = 0;
let steps = 0;
let mostSteps = Infinity;

/** What a run reached, and how many checks it took. */
export interface Run {
  reached: ReadonlySet<string>;
  steps: number;
}

/** Called by the source at each of its checks. */
export function isOut(id: string): boolean {
  if (++steps > mostSteps) throw new Error('without end');
  if (out === undefined) reached.add(id);
  return out === id;
}

/** How much a run may take. */
export interface Patience {
  steps: number;
  /** Milliseconds. */
  time: number;
}

/** Runs something with a mutant out, or as it is. Fails also where it takes more than allowed. */
export async function runWithout(
  id: string | undefined,
  most: Patience,
  task: () => unknown,
): Promise<Run> {
  out = id;
  reached = new Set();
  run++;
  steps = 0;
  mostSteps = most.steps;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('late')), most.time);
  });
  try {
    await Promise.race([task(), late]);
    return { reached, steps };
  } finally {
    clearTimeout(timer);
    out = undefined;
    mostSteps = Infinity;
  }
}

/** A list, a table or a memory of a module, made anew for every run. */
export function table<T extends object>(make: () => T): T {
  let madeIn = -1;
  let made: T | undefined;
  const current = (): T => {
    if (!made || madeIn !== run) [made, madeIn] = [make(), run];
    return made;
  };
  return new Proxy<T>(Object.create(null) as T, {
    get(_, key) {
      const value: unknown = Reflect.get(current(), key);
      return typeof value === 'function' ? value.bind(current()) : value;
    },
    has: (_, key) => Reflect.has(current(), key),
    ownKeys: () => Reflect.ownKeys(current()),
    getOwnPropertyDescriptor(_, key) {
      const descriptor = Reflect.getOwnPropertyDescriptor(current(), key);
      return descriptor && { ...descriptor, configurable: true };
    },
  });
}
