import * as v from 'valibot';
import { FirmaError } from '../errors.ts';
import { isNonce } from '../signature/index.ts';

const schema = v.strictObject({
  nonce: v.pipe(
    v.string(),
    v.check((nonce) => isNonce(nonce)),
  ),
  rfc: v.optional(v.pipe(v.string(), v.regex(/^[A-ZÑ&]{3,4}\d{6}[A-Z\d]{3}$/))),
  curp: v.optional(v.literal(true)),
  lang: v.optional(v.pipe(v.string(), v.maxLength(35))),
});

export type AuthenticateParams = v.InferOutput<typeof schema>;

/** What a page asked for, exactly as the page API says. @throws FirmaError `invalid_request` */
export function parseAuthenticateParams(params: unknown): AuthenticateParams {
  const result = v.safeParse(schema, params);
  if (!result.success) throw new FirmaError('invalid_request');
  return result.output;
}
