import { isCompanyRfc } from '../../is-company-rfc.ts';
import type { Evidence } from '../evidence.ts';
import type { ClockFacts } from '../facts.ts';
import type { CredentialFacts } from '../person-facts.ts';

type Dates = Pick<CredentialFacts, 'notBefore' | 'notAfter'>;

const day = 86_400_000;
const minute = 60_000;

/**
 * What a kept credential says. That its password opens its private key, and that the key is the
 * certificate's, was proved when it was added. `isRefused`: the portal says that it does not
 * accept this certificate, and only then is its issuer the question.
 */
export function credentialSignals(
  { rfc, kind, issuer, noCurp, superseded, weak, registeredAt, ...dates }: CredentialFacts,
  { at, clock, isRefused }: { at: Date; clock: ClockFacts | undefined; isRefused: boolean },
): Evidence {
  const ours = clock ? new Date(clock.device) : at;
  const theirs = clock && new Date(clock.server);
  const now = (theirs ?? ours).getTime();
  const age = Math.floor((now - Date.parse(dates.notBefore)) / day);
  const registered = registeredAt && Math.floor((now - Date.parse(registeredAt)) / minute);
  return {
    cert: kind === 'csd' ? 'csd' : (isRefused && foreignIssuer(issuer)) || validityAt(dates, ours),
    ...(theirs && kind !== 'csd' && { certByServerTime: validityAt(dates, theirs) }),
    ...(kind === 'imss' && { npie: true }),
    holder: isCompanyRfc(rfc) ? 'moral' : 'fisica',
    ...(noCurp && { noCurp }),
    superseded,
    ...(weak && { weak }),
    ...(age >= 0 && { certAgeDays: age }),
    ...(typeof registered === 'number' && registered >= 0 && { registeredMin: registered }),
    key: 'ok',
    pwd: 'ok',
  };
}

function foreignIssuer(issuer: CredentialFacts['issuer']): 'test_ca' | 'unknown_issuer' | false {
  return issuer === 'test' ? 'test_ca' : issuer === 'unknown' && 'unknown_issuer';
}

/** Valid from `notBefore` through `notAfter`, both included (RFC 5280 section 4.1.2.5). */
function validityAt({ notBefore, notAfter }: Dates, at: Date): 'ok' | 'expired' | 'not_yet' {
  if (at < new Date(notBefore)) return 'not_yet';
  return at > new Date(notAfter) ? 'expired' : 'ok';
}
