import { fromBase64 } from '../certificate/index.ts';
import { FirmaError } from '../errors.ts';
import type { FillSecret } from '../vault/index.ts';
import type { BroughtFile } from './decode-file.ts';

/** A file as it rests in a `fill` part. @throws FirmaError `record_damaged` */
export function storedFile({ name, bytes }: FillSecret['privateKey']): BroughtFile {
  const decoded = fromBase64(bytes);
  if (!decoded) throw new FirmaError('record_damaged');
  return { name, bytes: decoded };
}
