import type { Evidence } from '../evidence.ts';
import type { RefusedFiles } from '../person-facts.ts';

/**
 * What a verdict on files says. Each cause alone, for nothing else is kept of them; one that only
 * speaks of how the files came says nothing.
 */
const evidenceOf: Readonly<Record<RefusedFiles['cause'], Evidence>> = {
  'cert.expired': { cert: 'expired' },
  'cert.expiring': {},
  'cert.not_yet': { cert: 'not_yet' },
  'cert.revoked': { revocation: 'revoked' },
  'cert.is_csd': { cert: 'csd' },
  'cert.test_ca': { cert: 'test_ca' },
  'cert.untrusted': { cert: 'unknown_issuer' },
  'cert.superseded': { superseded: true },
  'cert.moral': { holder: 'moral' },
  'cert.weak_alg': { weak: true },
  'cert.corrupt': { cert: 'parse_error' },
  'cert.wrong_file': { cert: 'wrong_type' },
  'cert.pem': {},
  'cert.swap': {},
  'key.mismatch': { key: 'mismatch' },
  'key.corrupt': { key: 'parse_error' },
  'key.unsupported': { key: 'unsupported' },
  'key.missing': { key: 'absent' },
  'key.plain_or_pem': {},
  'key.file_locked': { fileRead: 'fail' },
  'pfx.incomplete': { pfx: 'incomplete' },
  'pwd.wrong': { pwd: 'wrong' },
  'pwd.spaces': { pwd: 'wrong', pwdVariant: 'spaces' },
  'pwd.caps': { pwd: 'wrong', pwdVariant: 'caps' },
  'pwd.encoding': { pwd: 'wrong', pwdVariant: 'encoding' },
};

/** What was wrong with the files that the person brought last. */
export function filesSignals({ cause }: RefusedFiles): Evidence {
  return evidenceOf[cause];
}
