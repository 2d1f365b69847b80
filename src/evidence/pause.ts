/** Resolves to `value` after some milliseconds: what a race gives to who comes too late. */
export function pause<Value>(milliseconds: number, value: Value): Promise<Value> {
  return new Promise((resolve) => setTimeout(() => resolve(value), milliseconds));
}
