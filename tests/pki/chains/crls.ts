import { bits, integer, sequence, tagged, time, type Der } from './der.ts';
import { encodeDer } from '../../../src/certificate/asn1/der-encode.ts';
import { extension } from './extensions.ts';
import { at, type Party } from './certificates.ts';
import type { TestKey } from './keys.ts';

const day = 86_400_000;

export interface CrlForm {
  issuer: Party;
  thisUpdate?: Date;
  nextUpdate?: Date | 'none';
  entries?: readonly Uint8Array[];
  extensions?: readonly Uint8Array[];
  version?: 1 | 2;
  signer?: TestKey;
  innerAlgorithm?: Uint8Array;
}

export function makeCrl(form: CrlForm): Der {
  const { issuer, signer = issuer.key, entries = [], extensions = [], version = 2 } = form;
  const { thisUpdate = new Date(at.getTime() - day), nextUpdate = new Date(at.getTime() + day) } =
    form;
  const tbs = sequence(
    ...(version === 1 ? [] : [integer(1)]),
    form.innerAlgorithm ?? signer.algorithm,
    issuer.name,
    time(thisUpdate),
    ...(nextUpdate === 'none' ? [] : [time(nextUpdate)]),
    ...(entries.length > 0 ? [sequence(...entries)] : []),
    ...(extensions.length > 0 ? [tagged(0, sequence(...extensions))] : []),
  );
  return sequence(tbs, signer.algorithm, bits(signer.sign(tbs)));
}

export interface EntryForm {
  serialNumber: number;
  revokedAt?: Date;
  extensions?: readonly Uint8Array[];
}

export function revoked({ serialNumber, revokedAt, extensions = [] }: EntryForm): Der {
  return sequence(
    integer(serialNumber),
    time(revokedAt ?? new Date(at.getTime() - 10 * day)),
    ...(extensions.length > 0 ? [sequence(...extensions)] : []),
  );
}

/** CRLReason by number. */
export function reasonCode(reason: number): Der {
  return extension('2.5.29.21', encodeDer(0x0a, Uint8Array.of(reason)));
}

/** The fields of an issuingDistributionPoint, already encoded. */
export function issuingDistributionPoint(...fields: Uint8Array[]): Der {
  return extension('2.5.29.28', sequence(...fields), true);
}
