/** A check whose loss changes nothing that anybody could see, and why. */
export interface Equivalent {
  file: string;
  within: string;
  text: string;
  reason: string;
}

const chain = 'src/certificate/chain';
const crl = 'src/certificate/crl';
const revocation = 'src/certificate/revocation';

export const equivalents: readonly Equivalent[] = [
  {
    file: `${chain}/chain-certificate.ts`,
    within: 'subjectPublicKeyInfo',
    text: 'expectTag(publicKey, tags.sequence) → publicKey',
    reason: 'The key is read as a SEQUENCE in the same breath.',
  },
  {
    file: `${chain}/chain-certificate.ts`,
    within: 'readChainCertificate',
    text: 'expectTag(tbs, tags.sequence) → tbs',
    reason: 'Its parts were read as those of a SEQUENCE before.',
  },
  {
    file: `${crl}/crl.ts`,
    within: 'readCrl',
    text: 'expectTag(tbs, tags.sequence) → tbs',
    reason: 'Its parts were read as those of a SEQUENCE before.',
  },
  {
    file: `${revocation}/ocsp-response.ts`,
    within: 'readBasicResponse',
    text: 'expectTag(data, tags.sequence) → data',
    reason: 'Its parts were read as those of a SEQUENCE before.',
  },
  {
    file: `${chain}/find-paths.ts`,
    within: 'last',
    text: 'leaf → undefined',
    reason: 'A path is never empty; the compiler alone does not know what `at(-1)` gives.',
  },
  {
    file: `${chain}/find-paths.ts`,
    within: 'from',
    text: 'issuer.certificate → true',
    reason: 'Who is no anchor came as a certificate; the compiler alone does not know.',
  },
  {
    file: `${chain}/names.ts`,
    within: 'spaced',
    text: String.raw`/[\t\n\v\f\r]|^ | | $/.test(text) → true`,
    reason: 'Where there is nothing to fold, folding changes nothing: it saves work.',
  },
  {
    file: `${chain}/names.ts`,
    within: 'folded',
    text: String.raw`/[^\0-\x7f]/.test(spaced) → true`,
    reason: 'Of ASCII alone both ways make the same letters: it saves work.',
  },
  {
    file: `${chain}/policy-state.ts`,
    within: 'createPolicyState',
    text: '!isLeaf → true',
    reason: 'What a leaf maps would count in a certificate below it, and there is none.',
  },
  {
    file: `${chain}/public-keys-at-hand.ts`,
    within: 'publicKeyAtHand',
    text: 'oldest !== undefined → true',
    reason: 'What holds more than 32 has a first one; the compiler alone does not know.',
  },
  {
    file: `${chain}/rules/policies.ts`,
    within: 'keepsPolicies',
    text: '!certificate → false',
    reason: 'Every place below the count is taken; the compiler alone does not know.',
  },
  {
    file: `${chain}/validate-chain.ts`,
    within: 'validateChain',
    text: "deadEnd({ certificates: [leaf], reason: 'no_issuer' }) → undefined",
    reason: 'The search always ends with a path or a dead end; the compiler alone does not know.',
  },
  {
    file: `${chain}/validate-chain.ts`,
    within: 'validateChain',
    text: 'without leaf',
    reason: 'The search always ends with a path or a dead end: this one is never told.',
  },
  {
    file: `${chain}/validate-chain.ts`,
    within: 'keyFault',
    text: '!leaf → false',
    reason: 'A path is never empty; the compiler alone does not know.',
  },
  {
    file: `${crl}/crl-status.ts`,
    within: 'plainGap',
    text: '!crl.nextUpdate → false',
    reason: 'No moment is before an end that is not there; the compiler alone does not know.',
  },
  {
    file: `${crl}/crl-status.ts`,
    within: 'dates',
    text: 'nextUpdate → true',
    reason: 'A list without an end was refused before; the compiler alone does not know.',
  },
  {
    file: `${revocation}/ocsp-response.ts`,
    within: 'readOcspResponse',
    text: 'number === undefined → false',
    reason: 'One octet was counted before; the compiler alone does not know.',
  },
];
