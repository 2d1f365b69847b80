import { FirmaError, type FileErrorCode } from '../../errors.ts';

/** Why a key that was recognised stays closed, with the code that its {@link FirmaError} has. */
const codes = {
  /** Enciphered in a way that is not read here. */
  cipher: 'unsupported_key',
  /** More rounds than this computer is to spend on one file. */
  iterations: 'too_many_iterations',
  /** Of an elliptic curve, or of any algorithm but RSA. */
  not_rsa: 'unsupported_key',
  /** RSA of fewer than 1,024 bits or of more than 8,192. */
  key_size: 'unsupported_key',
  /** RSA of more than two primes, of one prime twice, or with an exponent that protects nothing. */
  key_numbers: 'unsupported_key',
  /** PEM that is enciphered by its headers (RFC 1421), as of old by OpenSSL. */
  legacy_pem: 'unsupported_key',
  /** The format of ssh. */
  openssh: 'unsupported_key',
  /** The password is right, or none was needed, and what is inside is broken. */
  damaged: 'not_a_private_key',
} as const satisfies Record<string, FileErrorCode>;

export type KeyRefusal = keyof typeof codes;

/** The error that says outside why a key stays closed; {@link keyRefusalOf} reads it. */
export function refusedKey(refusal: KeyRefusal): FirmaError {
  return new FirmaError(codes[refusal], { cause: refusal });
}

/**
 * Tells apart the refusals that share a code. In: whatever opening a .key or a .pfx threw.
 * `undefined` when it tells nothing more than its code does.
 */
export function keyRefusalOf(error: unknown): KeyRefusal | undefined {
  if (!(error instanceof FirmaError) || typeof error.cause !== 'string') return undefined;
  return Object.hasOwn(codes, error.cause) ? (error.cause as KeyRefusal) : undefined;
}
