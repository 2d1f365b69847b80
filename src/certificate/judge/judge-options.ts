import type { PersonalPortalId } from '../../portals/index.ts';
import type { Certificate } from '../certificate-facts.ts';

/** A certificate that is at hand besides those that are judged. */
export type OtherCertificate = Pick<Certificate, 'rfc' | 'kind' | 'notBefore' | 'modulus'>;

export interface JudgeOptions {
  /** `person`: the e.firma of a natural person is wanted. `idse`: what the IMSS issued will do. */
  purpose?: 'person' | 'idse' | (string & {});
  /** Id of the portal it is wanted for; some ask for a purpose. */
  portal?: string;
  /** Certificates already at hand, with the judged one perhaps among them. */
  others?: readonly OtherCertificate[];
  /** Certificates of authorities that the person trusts besides the built-in ones. */
  added?: readonly Certificate[];
  /** What this computer's clock says when `at` comes from a better one. */
  computerTime?: Date;
}

const purposeOfPortal: Readonly<Record<string, string>> = {
  'escritorio-virtual': 'person',
  idse: 'idse',
} satisfies Record<PersonalPortalId | 'idse', string>;

/** Whether the caller said so, or names a portal that asks for it. */
export function isWantedFor(purpose: string, { purpose: given, portal = '' }: JudgeOptions) {
  return given === purpose || purposeOfPortal[portal] === purpose;
}
