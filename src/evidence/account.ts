import { readCertificate } from '../certificate/index.ts';
import type { AccountFacts } from '../diagnosis/index.ts';
import { enteredWith } from './entered-with.ts';
import { defineGatherer, type Failures, type Scene } from './gatherer.ts';
import { compareTypedRfc } from './typed-rfc.ts';

/** What is known of the person's dealings with the portal: history, and the RFC in its form. */
export default defineGatherer({
  name: 'account',
  depth: 'local',
  async gather({ portal, tabId, certificates, failures, attempt }) {
    if (!portal) return { missing: 'no_portal' };
    const isFailing = failures !== undefined;
    const counted = isFailing ? countedOf(failures, certificates) : {};
    if (!certificates) return counted;
    const certificate = readCertificate(certificates.chosen);
    const entered = enteredWith(
      certificates.history.filter((event) => event.portal === portal.id),
      certificate.notBefore,
    );
    const typed =
      tabId === undefined ? undefined : await compareTypedRfc(tabId, portal, certificate.rfc);
    // Who signs in by hand may well mean an e.firma that is not here.
    const isAtOdds = attempt?.texts.some((text) => text.class === 'rfc_mismatch') === true;
    const isOwn =
      attempt?.filledWith === certificates.id || (isAtOdds && certificates.isOnlyHolder);
    const isMeant = typed === 'same' || (isFailing && isOwn);
    return {
      ...counted,
      ...(entered && { entered }),
      ...(typed && isMeant && { rfcTyped: typed }),
    };
  },
});

/** What somebody typed in by hand was the e.firma in question where there is none of anybody else. */
function countedOf(
  { all, by, unknown }: Failures,
  certificates: Scene['certificates'],
): Pick<AccountFacts, 'failed' | 'failedThere'> {
  if (!certificates) return { failed: unknown, failedThere: all };
  const { id, isOnlyHolder } = certificates;
  return { failed: (by[id] ?? 0) + (isOnlyHolder ? unknown : 0), failedThere: all };
}
