/** Contestants that do the same work take turns in one run, so that a busy machine slows them alike. */

/** What every contestant is given. Bytes are DER. */
export interface Material {
  certificate: Uint8Array<ArrayBuffer>;
  authority: Uint8Array<ArrayBuffer>;
  root: Uint8Array<ArrayBuffer>;
  /** EncryptedPrivateKeyInfo of the SAT's scheme: PBKDF2-HMAC-SHA1 with 2,048 rounds, DES-EDE3-CBC. */
  privateKey: Uint8Array<ArrayBuffer>;
  /** The same key with PBKDF2-HMAC-SHA256 and AES-256-CBC. */
  privateKeyAes: Uint8Array<ArrayBuffer>;
  password: string;
  /** ISO 8601, UTC */
  at: string;
}

export interface Contestant {
  name: string;
  /** The result as text, which must be that of everybody else. */
  run(material: Material): string | Promise<string>;
}

export interface Task {
  name: string;
  /** What nobody may do: who does not refuse it proves nothing by being fast. */
  spoil(material: Material): Material;
  contestants: readonly Contestant[];
}

export interface Score {
  contestant: string;
  /**
   * Milliseconds for once, in the best of the turns: whatever else the machine does can only add.
   * Undefined when it cannot do it.
   */
  milliseconds?: number;
  /** Why it cannot. */
  failure?: string;
}

export interface Contest {
  task: string;
  scores: Score[];
}

/**
 * So many turns at least, and more until the contest has lasted so many milliseconds: everybody has
 * as many. They are short, so that some of each fall between two interruptions of a busy machine.
 */
const [fewestTurns, contestLength] = [60, 6000];
/** Milliseconds that a turn lasts at least, and the one before the first, which is for the compiler. */
const [turnLength, warmUpLength] = [2, 1000];

/**
 * Lets every contestant do the task once, and once what must not work; compares the results with
 * the first one's; then times those that were right, turn by turn.
 *
 * @throws Error when a contestant gives another result than the first, or takes what is spoiled
 */
export async function hold(task: Task, material: Material): Promise<Contest> {
  const results = new Map<Contestant, string>();
  const failures = new Map<Contestant, string>();
  for (const contestant of task.contestants) {
    try {
      results.set(contestant, await contestant.run(material));
    } catch (error) {
      failures.set(contestant, String(error).split('\n')[0] ?? '');
      continue;
    }
    if (await passes(contestant, task.spoil(material), results.get(contestant))) {
      throw new Error(`${task.name}: ${contestant.name} does not notice what is wrong`);
    }
  }
  const [right] = results.values();
  for (const [{ name }, result] of results) {
    if (result !== right) throw new Error(`${task.name}: ${name} says ${result}, not ${right}`);
  }
  const times = new Map([...results.keys()].map((contestant) => [contestant, [] as number[]]));
  for (const contestant of times.keys()) await timeOf(contestant, material, warmUpLength);
  const start = performance.now();
  for (let turn = 0; turn < fewestTurns || performance.now() - start < contestLength; turn++) {
    for (const [contestant, own] of times) {
      own.push(await timeOf(contestant, material, turnLength));
    }
  }
  return {
    task: task.name,
    scores: task.contestants.map((contestant): Score => {
      const own = times.get(contestant);
      return own
        ? { contestant: contestant.name, milliseconds: Math.min(...own) }
        : { contestant: contestant.name, failure: failures.get(contestant) ?? '' };
    }),
  };
}

async function passes(one: Contestant, spoiled: Material, right?: string): Promise<boolean> {
  try {
    return (await one.run(spoiled)) === right;
  } catch {
    return false;
  }
}

/** Milliseconds for once, out of as many times as fill `length` milliseconds. */
async function timeOf(one: Contestant, material: Material, length: number): Promise<number> {
  const start = performance.now();
  for (let count = 1; ; count++) {
    const result = one.run(material);
    // To wait for what is there already would take a part of the time.
    if (typeof result !== 'string') await result;
    const passed = performance.now() - start;
    if (passed >= length) return passed / count;
  }
}
