import { useEffect, useRef, useState } from 'preact/hooks';
import { codeOf, type ErrorCode } from '../errors.ts';
import { problemOf, type Problem } from './failure-text.ts';

/** Milliseconds: a form may come up late, and is looked for so often until then. */
const comesWithin = 8_000;
const everyMilliseconds = 300;

/** What may mend itself. */
const passing: ReadonlySet<ErrorCode> = new Set(['form_not_found', 'other_way_to_enter']);

export interface Look<Plan> {
  plan: Plan | undefined;
  /** Why there is no plan; nothing yet while the form may still come up. */
  problem: Problem | undefined;
  /** It is not there yet, and may still come up. */
  isWaiting: boolean;
  /** Looks again, from the beginning. */
  look: () => void;
  /** The plan is of no use any more. */
  drop: (problem: Problem) => void;
}

type State<Plan> = Pick<Look<Plan>, 'plan' | 'problem' | 'isWaiting'>;

const looking = { plan: undefined, problem: undefined, isWaiting: false } as const;

/**
 * Looks for the form of the page in a tab, and waits for it as long as the screen is open.
 * @param ask what can be done with it, or why not
 */
export function usePlan<Plan>(tabId: number, ask: (tabId: number) => Promise<Plan>): Look<Plan> {
  const [state, setState] = useState<State<Plan>>(looking);
  const round = useRef(0);

  const look = async () => {
    const mine = ++round.current;
    const isMine = () => round.current === mine;
    const until = performance.now() + comesWithin;
    setState(looking);
    while (isMine()) {
      const [next, isOver] = await lookOnce(() => ask(tabId), performance.now() > until);
      if (isMine()) setState(next);
      if (isOver) return;
      await new Promise((resolve) => setTimeout(resolve, everyMilliseconds));
    }
  };
  useEffect(() => {
    void look();
    return () => {
      round.current += 1;
    };
  }, [tabId]);
  return {
    ...state,
    look: () => void look(),
    drop: (problem) => setState({ plan: undefined, problem, isWaiting: false }),
  };
}

async function lookOnce<Plan>(
  ask: () => Promise<Plan>,
  isLate: boolean,
): Promise<[state: State<Plan>, isOver: boolean]> {
  try {
    const plan = await ask();
    return [{ plan, problem: undefined, isWaiting: false }, true];
  } catch (error) {
    const code = codeOf(error);
    const isOver = isLate || !passing.has(code);
    const isSaid = isOver || code === 'other_way_to_enter';
    const problem = isSaid ? problemOf(error) : undefined;
    return [{ plan: undefined, problem, isWaiting: !isOver }, isOver];
  }
}
