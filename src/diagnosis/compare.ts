/** What a repair changed: the attempt before it beside the attempt after it. */
import type { PageFacts } from './facts.ts';
import { isWaitedFor } from './has-failed.ts';
import { blockedByClient } from '../is-broken-off.ts';

/** A count before and after a repair; the locale key of its line is `compared_<key>`. */
export interface Comparison {
  key: ComparisonKey;
  before: number;
  after: number;
}

export interface Compared {
  compared: Comparison[];
  /** `solved`: what was wrong is gone. `unchanged`: it is still there. */
  result: 'solved' | 'unchanged' | 'not_compared';
  /** Something that only other extensions cause is gone with them. */
  confirmed: boolean;
  /** All that was wrong is what old copies of the portal's files do, and it is gone. */
  wasStale: boolean;
}

/** How far an attempt has to come until a thing that does not show is really not there. */
type Step = 'settled' | 'signed';

interface Sign {
  readonly key: string;
  /** The step at which it showed in this attempt. */
  readonly step: (before: PageFacts) => Step;
  /** Other extensions cause it; its end, once they are paused, is the proof. */
  readonly isTheirs?: true;
  /** Old copies of the portal's files cause it. */
  readonly isStale?: true;
  readonly count: (page: PageFacts) => number;
}

const signs = [
  { key: 'page_failed', step: onceSettled, count: ({ net, http }) => countFailure(net, http) },
  { key: 'page_blank', step: onceSettled, isStale: true, count: countBlank },
  { key: 'files_blocked', step: onceSettled, isTheirs: true, count: countBlocked },
  {
    key: 'files_missing',
    step: onceSettled,
    isStale: true,
    count: ({ missingChunks }) => missingChunks,
  },
  { key: 'form_missing', step: onceSettled, count: ({ form }) => Number(form === 'missing') },
  {
    key: 'kept_waiting',
    step: ({ isBusy }) => (isBusy ? 'signed' : 'settled'),
    count: (page) => Number(page.isBusy === true || isWaitedFor(page)),
  },
  {
    key: 'widget_failed',
    step: onceSettled,
    count: ({ widgetNet, widgetHttp }) => countFailure(widgetNet, widgetHttp),
  },
  {
    key: 'foreign_messages',
    step: onceDisturbed,
    isTheirs: true,
    count: ({ foreignMessages }) => foreignMessages,
  },
  { key: 'dialog_closed', step: onceDisturbed, isTheirs: true, count: countWidget('closed_early') },
  { key: 'widget_silent', step: onceSigned, count: countWidget('no_message') },
  { key: 'widget_refused', step: onceSigned, count: countWidget('error') },
  { key: 'error_shown', step: onceSigned, count: ({ texts }) => texts.length },
  { key: 'back_to_start', step: onceSigned, count: ({ loginLoop }) => Number(loginLoop) },
] as const satisfies readonly Sign[];

export type ComparisonKey = (typeof signs)[number]['key'];

/**
 * Compares two attempts at the same portal. What was there is gone only where the second attempt
 * came as far as the step at which it had shown; what could not be compared is not called solved.
 * `confirmed` is of use after a pause of other extensions.
 */
export function compare(before: PageFacts, after: PageFacts): Compared {
  const isAnotherAttempt = before.portal === after.portal && before.at !== after.at;
  const wrong = signs.filter(({ count }) => count(before) > 0);
  const comparable = isAnotherAttempt
    ? wrong.filter(({ count, step }) => count(after) > 0 || hasReached(after, step(before)))
    : [];
  const gone = comparable.filter(({ count }) => count(after) === 0);
  const result = resultOf(wrong.length, comparable.length, gone.length);
  return {
    compared: comparable.map(({ key, count }) => ({
      key,
      before: count(before),
      after: count(after),
    })),
    result,
    confirmed: result === 'solved' && gone.some((sign) => 'isTheirs' in sign),
    wasStale: result === 'solved' && gone.every((sign) => 'isStale' in sign),
  };
}

function resultOf(wrong: number, comparable: number, gone: number): Compared['result'] {
  if (gone < comparable) return 'unchanged';
  return wrong > 0 && gone === wrong ? 'solved' : 'not_compared';
}

function onceSettled(): Step {
  return 'settled';
}

function onceSigned(): Step {
  return 'signed';
}

/** What disturbs a page only when somebody signs is not seen by loading it. */
function onceDisturbed({ disturbedAtOnce }: PageFacts): Step {
  return disturbedAtOnce ? 'settled' : 'signed';
}

function hasReached({ settled, net, http = 200, blank, widget }: PageFacts, step: Step): boolean {
  const isThere = settled === true && net === undefined && http < 400 && !blank;
  return isThere && (step === 'settled' || widget === 'ok' || widget === 'error');
}

/** Failures that no extension causes. */
function countFailure(net: string | undefined, http = 200): number {
  return Number((net !== undefined && net !== blockedByClient) || http >= 400);
}

function countBlank({ blank, net, http }: PageFacts): number {
  return Number(blank && countFailure(net, http) === 0);
}

function countBlocked({ blocked, net, widgetNet }: PageFacts): number {
  return Math.max(blocked, Number(net === blockedByClient || widgetNet === blockedByClient));
}

function countWidget(result: PageFacts['widget']): (page: PageFacts) => number {
  return ({ widget }) => Number(widget === result);
}
