/** Bytes that are not strict DER (ITU-T X.690 section 10), or not the structure that was expected. */
export class DerError extends Error {}
