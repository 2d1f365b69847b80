import { DerError } from '../../asn1/der.ts';
import { isSelfIssued, type ChainCertificate } from '../chain-certificate.ts';
import { constrainedNames } from '../constrained-names.ts';
import { constraintForms } from '../constraint-forms.ts';
import type { GeneralName } from '../general-names.ts';
import type { NameConstraints } from '../name-constraints.ts';
import type { PathRule } from '../path.ts';

/** Comparisons of one name with one subtree, for one certificate and one authority above it. */
const mostComparisons = 1 << 14;

/**
 * Every certificate keeps to the names that those above it allow, the anchor included; those with a
 * new key of the same authority are excepted unless they are the leaf (RFC 5280 section 6.1.3 b,
 * c). A name that is constrained in a way that cannot be judged here is refused.
 */
export const keepsNameConstraints: PathRule = ({ certificates }) => {
  for (const [at, certificate] of certificates.entries()) {
    if (at > 0 && isSelfIssued(certificate)) continue;
    const above = certificates.slice(at + 1).flatMap(({ known }) => known.nameConstraints ?? []);
    if (above.length > 0 && !isWithinAll(certificate, at === 0, above)) {
      return { reason: 'name_constraints', at };
    }
  }
  return undefined;
};

function isWithinAll(
  certificate: ChainCertificate,
  isLeaf: boolean,
  above: readonly NameConstraints[],
): boolean {
  try {
    const names = constrainedNames(certificate, isLeaf);
    return above.every(
      (constraints) =>
        names.length * (constraints.permitted.length + constraints.excluded.length) <=
          mostComparisons && names.every((name) => isAllowed(name, constraints)),
    );
  } catch (error) {
    if (error instanceof DerError) return false;
    throw error;
  }
}

function isAllowed(name: GeneralName, { permitted, excluded }: NameConstraints): boolean {
  const ofForm = ({ base }: { base: GeneralName }) => base.form === name.form;
  const [inside, outside] = [permitted.filter(ofForm), excluded.filter(ofForm)];
  if (inside.length + outside.length === 0) return true;
  const isWithin = constraintForms[name.form];
  if (!isWithin || [...inside, ...outside].some(({ isBounded }) => isBounded)) return false;
  const isIn = ({ base }: { base: GeneralName }) => isWithin(name.value, base.value);
  return (inside.length === 0 || inside.some(isIn)) && !outside.some(isIn);
}
