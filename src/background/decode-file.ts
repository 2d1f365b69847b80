import { fromBase64, type Bytes } from '../certificate/index.ts';
import { FirmaError } from '../errors.ts';
import type { FilePayload } from '../messages.ts';

export interface BroughtFile {
  name: string;
  bytes: Bytes;
}

/** A file as it came in a message. @throws FirmaError `invalid_request` when it is no base64 */
export function decodeFile({ name, bytes }: FilePayload): BroughtFile {
  const decoded = fromBase64(bytes);
  if (!decoded) throw new FirmaError('invalid_request');
  return { name, bytes: decoded };
}
