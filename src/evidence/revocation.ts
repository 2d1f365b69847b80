import { offsetAt } from '../clock.ts';
import { defineGatherer } from './gatherer.ts';
import { pause } from './pause.ts';
import { findRevocation } from './revocation/find-revocation.ts';

/** Milliseconds: within the limit of all. Who answers later is heard, and known the next time. */
const patience = 1_600;

const late = { status: 'unknown', reason: 'timeout' } as const;

/** What the issuer of the e.firma used last says of it, if the person lets it be asked. */
export default defineGatherer({
  name: 'revocation',
  depth: 'full',
  async gather({ certificates, clock }) {
    if (!certificates) return { missing: 'no_credential' };
    const now = Date.now();
    const at = new Date(now + offsetAt(now, clock));
    return await Promise.race([findRevocation(certificates.chosen, at), pause(patience, late)]);
  },
});
