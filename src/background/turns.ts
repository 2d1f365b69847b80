/** Does one thing after the other, in the order in which they were asked for. */
export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

/**
 * A queue of this worker's own. The browser's locks do the same, and take a message to it and back
 * each time: too much for what happens with every page that is loaded.
 */
export function turns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work, work);
    last = done;
    return done;
  };
}
