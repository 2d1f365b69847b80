import type { Evidence } from '../evidence.ts';
import type { ExtensionsFacts, PageFacts } from '../facts.ts';
import { blockedByClient, isBrokenOff } from '../../is-broken-off.ts';
import { isOfOwnWay } from '../is-of-own-way.ts';
import { isProxyError } from '../is-proxy-error.ts';
import type { AnswersFacts, ControlFacts, NetworkFacts, ProbeFacts } from '../network-facts.ts';

const certificateError = /^(?:CERT|SSL)_/;

/** What other sites say of the connection, where they were asked. */
export function comparisonSignals({ portal, control, neighbour }: NetworkFacts): Evidence {
  return {
    ...(control && compared(control, neighbour)),
    ...(neighbour && authorities(portal, neighbour)),
  };
}

const said = { yes: 'ok', late: 'late', no: 'fail' } as const;

/**
 * Of the site of nobody's portal it is known whether it answers; of the other authority's, how. One
 * of them that answers is enough to know that the connection works, and how fast.
 */
function compared({ answer, milliseconds }: ControlFacts, neighbour?: ProbeFacts): Evidence {
  const own = { ctrl: said[answer], ctrlMs: milliseconds };
  if (!neighbour) return own;
  if (neighbour.redirect === 'offsite') return { ...own, ctrl: 'redirect' };
  if (neighbour.net && certificateError.test(neighbour.net)) return { ...own, ctrl: 'cert' };
  const isHeard = answer !== 'yes' && isFine(neighbour);
  return isHeard ? { ctrl: 'ok', ctrlMs: neighbour.milliseconds } : own;
}

function authorities(portal: ProbeFacts, neighbour: ProbeFacts): Evidence {
  const both = [portal, neighbour];
  // Another extension kept us from asking: nobody knows.
  if (both.some(({ net }) => net === blockedByClient)) return {};
  const isOk = (site: string): boolean | undefined => {
    const found = both.find(({ host }) => host.endsWith(`.${site}.gob.mx`));
    return found && isFine(found);
  };
  const [satOk, imssOk] = [isOk('sat'), isOk('imss')];
  return { ...(satOk !== undefined && { satOk }), ...(imssOk !== undefined && { imssOk }) };
}

function isFine(probe: ProbeFacts): boolean {
  return probe.net === undefined && !isBrokenOff(probe) && probe.redirect === undefined;
}

/** At the portal, not on the person's own side of the way. */
function brokeOff(seen: { net?: string } | undefined): boolean {
  return seen !== undefined && !isOfOwnWay(seen.net);
}

/**
 * Whether what broke off works when it is asked again: the page, by the person's own reloads; the
 * probe, by the next one; a connection that did not come about, by the probe. What ended on the
 * person's own side of the way was no asking.
 */
export function retrySignal(
  page: PageFacts | undefined,
  network: NetworkFacts | undefined,
  answers: AnswersFacts | undefined,
): Evidence {
  if (answers?.cameBack) return { retry: 'ok' };
  const portal = network?.portal;
  if (portal && !isOfOwnWay(portal.net)) {
    const isAskedAgain = brokeOff(portal.brokeBefore) || (page?.net && brokeOff(page));
    if (isAskedAgain) return { retry: isFine(portal) ? 'ok' : 'fail' };
    // That another page of it works proves nothing; that none does, a lot.
    if ((page?.http ?? 0) >= 500 && !isFine(portal)) return { retry: 'fail' };
  }
  return answers && answers.broken > 1 ? { retry: 'fail' } : {};
}

/** Who set a proxy that does not work: nobody says so, but it takes an extension that may. */
export function proxySignal(
  net: string | undefined,
  extensions: ExtensionsFacts | undefined,
): Evidence {
  if (!isProxyError(net) || !extensions) return {};
  const may = extensions.others.some(({ permissions }) => permissions.includes('proxy'));
  return { proxyBy: may ? 'extension' : 'system' };
}
