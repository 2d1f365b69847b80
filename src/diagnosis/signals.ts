import { mostSuspicious } from './extension-score.ts';
import type { Evidence } from './evidence.ts';
import { known, type ExtensionsFacts, type Facts, type PageFacts } from './facts.ts';
import { judgeBrowser } from './judge-browser.ts';
import { credentialSignals } from './signals/credential-signals.ts';
import { pageSignals, wayThere } from './signals/page-signals.ts';

/**
 * The flat evidence that the facts come to; what nobody saw is absent.
 * @param at now, by this computer; used where its clock was not compared with the portal's
 */
export function signals(facts: Facts, at: Date): Evidence {
  const clock = known(facts.clock);
  const page = known(facts.page);
  const session = known(facts.session);
  const settings = known(facts.settings);
  const credential = known(facts.credential);
  const browser = known(facts.browser);
  const extensions = known(facts.extensions);
  const revocation = known(facts.revocation);
  const seen = pageSignals(page, known(facts.asked));
  const isRefused = seen.text === 'cert_invalid';
  return {
    ...wayThere(page, known(facts.network)),
    ...seen,
    ...(credential && credentialSignals(credential, { at, clock, isRefused })),
    ...(revocation && { revocation: revocation.status }),
    ...(clock && { skew: clock.skew }),
    ...(session && { cookieBytes: session.cookieBytes, portalTabs: session.portalTabs }),
    ...(settings && { ownAccess: settings.ownAccess }),
    ...(browser && judgeBrowser(browser, clock ? new Date(clock.server) : at)),
    ...(extensions && extensionSignals(extensions, page)),
  };
}

/** Who is paused now may have done it before: that the others are harmless clears nobody. */
function extensionSignals(extensions: ExtensionsFacts, page: PageFacts | undefined): Evidence {
  const extScore = mostSuspicious(extensions, page);
  return extScore === 0 && extensions.paused.length > 0 ? {} : { extScore };
}
