import { readLeaf } from '../../replica/leaf.ts';
import type { Holder } from './people.ts';

/**
 * Whose a certificate is (DER or PEM), so that another one can be made for the same holder.
 * @throws Error when it is not a certificate, or has no RFC.
 */
export function readHolder(certificate: Uint8Array): Holder {
  const { name, rfc, curp, representative } = readLeaf(certificate);
  if (!rfc) throw new Error('The certificate has no RFC.');
  return {
    legalName: name,
    rfc,
    ...(curp && { curp }),
    ...(representative && { representative }),
  };
}
