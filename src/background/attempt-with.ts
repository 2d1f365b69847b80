import type { WatcherReport } from '../bridge/protocol.ts';
import { readText, type PageFacts, type TextClass } from '../diagnosis/index.ts';
import type { Attempt } from './attempts.ts';
import { withRefusal } from './with-refusal.ts';

const mostTexts = 10;

/** What may also be said of another day. */
const announced: ReadonlySet<TextClass> = new Set([
  'maintenance',
  'service_unavailable',
  'widget_unavailable',
]);

/**
 * The attempt with what a watcher saw of it. `isPage`: the page itself says so, not a frame in it,
 * which can say nothing of the page as a whole.
 */
export function attemptWith(
  attempt: Attempt,
  report: WatcherReport,
  { at, isPage }: { at: number; isPage: boolean },
): Attempt {
  const { isAwaited: wasAwaited, refusedBy: _before, ...rest } = attempt;
  const isAwaited = report.answer ? false : report.sent === true || wasAwaited === true;
  const said = withWait(withTexts(attempt, report, isAwaited), report, { isPage, isAwaited });
  const { page: seen, ...refusal } = withRefusal(attempt, report, said);
  return {
    ...rest,
    ...refusal,
    // What was closed answers no more.
    ...(isAwaited && !report.closedEarly && { isAwaited }),
    ...(report.answer?.accepted && { acceptedAt: at }),
    reports: attempt.reports + 1,
    page: isPage ? withWhole(seen, report, attempt.goneFiles) : seen,
  };
}

/** What was said, by whom, and what disturbed it: frames see that too. */
function withTexts(
  { page, portal, post }: Attempt,
  report: WatcherReport,
  isAwaited: boolean,
): PageFacts {
  const { answer, foreignMessages = 0, closedEarly, form } = report;
  // What the page showed before the widget said yes was mended.
  const { disturbedAtOnce: _mended, ...whole } = page;
  const begun: PageFacts = answer?.accepted ? { ...whole, texts: [], foreignMessages: 0 } : page;
  // What answers a form, or comes into its frame once that has answered, need not have it again.
  const isAfterForm = begun.widget !== undefined || post?.loads === 0;
  const isDisturbed = foreignMessages > 0 || closedEarly === true;
  const fresh = [...(report.texts ?? []), ...(answer && !answer.accepted ? [answer.text] : [])];
  const texts = fresh.filter((each) => each !== undefined).map((each) => readText(each, portal));
  const shown = [
    ...begun.texts.filter(({ text }) => !texts.some((other) => other.text === text)),
    ...texts,
  ].slice(-mostTexts);
  const isUntouched = !isAfterForm && !isAwaited && begun.filledWith === undefined;
  const isReady = isUntouched && (form ?? begun.form) === 'found';
  return {
    ...begun,
    texts: isReady ? shown.map(asAnnounced) : shown,
    foreignMessages: Math.max(begun.foreignMessages, foreignMessages),
    // Nobody has had the time to sign: that is how this page is whenever it is opened.
    ...(isDisturbed && !begun.settled && { disturbedAtOnce: true }),
    ...(closedEarly &&
      begun.widget !== 'ok' && { widget: 'closed_early', closedAwaiting: isAwaited }),
    ...(answer && { widget: answer.accepted ? 'ok' : 'error' }),
    ...(form && (form === 'found' || !isAfterForm) && { form }),
  };
}

/** Beside a form to which nothing was given yet, a portal tells of works to come. */
function asAnnounced(said: PageFacts['texts'][number]): PageFacts['texts'][number] {
  return said.class !== undefined && announced.has(said.class) ? { text: said.text } : said;
}

/** A page that asks to wait says so itself; a form in a frame is waited for until it answers. */
function withWait(
  page: PageFacts,
  { late }: WatcherReport,
  { isPage, isAwaited }: { isPage: boolean; isAwaited: boolean },
): PageFacts {
  if (late === undefined) return page;
  if (!isPage) return late && isAwaited ? { ...page, widget: 'no_message' } : page;
  const { isBusy: _wasBusy, ...idle } = page;
  return late ? { ...idle, isBusy: true } : idle;
}

function withWhole(
  page: PageFacts,
  { settled, blank, resources, inside }: WatcherReport,
  goneFiles: number,
): PageFacts {
  return {
    ...page,
    ...(settled && { settled: true }),
    ...(blank !== undefined && { blank }),
    ...(inside && { widget: 'ok' }),
    ...(resources && {
      fromCache: resources.fromCache,
      fromServiceWorker: resources.fromServiceWorker,
      missingChunks: Math.max(goneFiles, resources.missing),
    }),
  };
}
