import { mostSuspicious } from './extension-score.ts';
import type { RevocationAnswer } from '../certificate/index.ts';
import type { Evidence } from './evidence.ts';
import { hasOtherSigner } from './other-signer.ts';
import { known, type ExtensionsFacts, type Facts, type PageFacts } from './facts.ts';
import { hasFailureSign } from './has-failure-sign.ts';
import { hasToldFailure } from './has-told-failure.ts';
import { hasTrouble } from './has-trouble.ts';
import { isJudgement } from './is-judgement.ts';
import { isDeadlineDay } from './is-deadline-day.ts';
import { judgeBrowser } from './judge-browser.ts';
import { accountSignals } from './signals/account-signals.ts';
import { answerSignals } from './signals/answer-signals.ts';
import { browserSignals } from './signals/browser-signals.ts';
import { credentialSignals } from './signals/credential-signals.ts';
import { filesSignals } from './signals/files-signals.ts';
import { comparisonSignals, proxySignal, retrySignal } from './signals/network-signals.ts';
import { pageSignals, wayThere } from './signals/page-signals.ts';

/**
 * The flat evidence that the facts come to; what nobody saw is absent.
 * @param at now, by this computer; used where its clock was not compared with the portal's
 */
export function signals(facts: Facts, at: Date): Evidence {
  const evidence = seenSignals(facts, at);
  const isMissed = lacksEfirma(facts) && !hasFailureSign(evidence) && !hasTrouble(evidence);
  return { ...evidence, ...(isMissed && { noEfirma: true }) };
}

/** A person may sign in by hand with one that was never added: it is missed where nothing failed. */
function lacksEfirma({ credential, files, asked }: Facts): boolean {
  const hasNone =
    credential !== undefined && 'missing' in credential && credential.missing === 'no_credential';
  return hasNone && !known(files)?.refused && !hasToldFailure(known(asked));
}

function seenSignals(facts: Facts, at: Date): Evidence {
  const clock = known(facts.clock);
  const page = known(facts.page);
  const session = known(facts.session);
  const refused = known(facts.files)?.refused;
  // The files that were refused are not those of the e.firma that is here.
  const credential = refused ? undefined : known(facts.credential);
  const account = known(facts.account);
  const browser = known(facts.browser);
  const extensions = known(facts.extensions);
  const revocation = known(facts.revocation);
  const network = known(facts.network);
  const seen = pageSignals(page, known(facts.asked));
  // A portal that has judged somebody can be reached, whatever a probe of ours came to.
  const way = wayThere(page, isJudgement(seen.text) ? undefined : network);
  const now = clock ? new Date(clock.server) : at;
  const isRefused = seen.text === 'cert_invalid';
  return {
    // What is seen counts for more than what is remembered.
    ...answerSignals(known(facts.asked)?.answers ?? {}),
    ...way,
    ...(network && comparisonSignals(network)),
    ...retrySignal(page, network, known(facts.answers)),
    ...proxySignal(way.net, extensions),
    ...seen,
    ...(credential && credentialSignals(credential, { at, clock, isRefused })),
    ...(revocation && !refused && { revocation: revocationOf(revocation) }),
    ...(refused && filesSignals(refused)),
    ...(account && accountSignals(account)),
    ...(clock && { skew: clock.skew }),
    ...(session && { cookieBytes: session.cookieBytes, portalTabs: session.portalTabs }),
    ...browserSignals({
      page,
      place: known(facts.place),
      document: known(facts.document),
      settings: known(facts.settings),
      siteSettings: known(facts.siteSettings),
    }),
    ...(browser && judgeBrowser(browser, now)),
    ...(isDeadlineDay(now) && { deadlineDay: true }),
    ...(extensions && extensionSignals(extensions, page)),
  };
}

/** A revocation that its issuer may take back is another matter for the person. */
function revocationOf(answer: RevocationAnswer): NonNullable<Evidence['revocation']> {
  const isHeld = answer.status === 'revoked' && answer.reason === 'certificateHold';
  return isHeld ? 'suspended' : answer.status;
}

/** Who is paused now may have done it before: that the others are harmless clears nobody. */
function extensionSignals(extensions: ExtensionsFacts, page: PageFacts | undefined): Evidence {
  const extScore = mostSuspicious(extensions, page);
  const isCleared = extScore > 0 || extensions.paused.length === 0;
  return {
    ...(isCleared && { extScore }),
    ...(hasOtherSigner(extensions) && { otherSigner: true }),
  };
}
