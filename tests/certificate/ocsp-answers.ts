/** The answer of an issuer that is right in everything, of which each test changes one thing. */
import { beforeAll } from 'vitest';
import { judgeOcspResponse } from '../../src/certificate/index.ts';
import { partyOf } from '../pki/certify.ts';
import { octetString } from '../pki/der.ts';
import type { Pki } from '../pki/index.ts';
import {
  nonceExtension,
  writeOcspAnswer,
  type WrittenAnswer,
  type WrittenSingle,
} from '../pki/ocsp-answer.ts';

export const at = new Date('2026-03-04T05:06:07Z');
export const nonce = Uint8Array.from({ length: 32 }, (_, index) => 255 - index);
export const minutes = (count: number): Date => new Date(at.getTime() + count * 60_000);
export const unknownExtension = { id: '1.3.6.1.4.1.99999.1', value: octetString(Buffer.of(1)) };

export interface Answers {
  leaf: Uint8Array;
  issuer: Uint8Array;
  right: WrittenAnswer;
  single: WrittenSingle;
  /** What is said of the right answer with these things changed. */
  say(changes?: Partial<WrittenAnswer>): Promise<string>;
  aboutSingle(changes: Partial<WrittenSingle>): Promise<string>;
}

/** Made before the tests of a file. */
export function useAnswers(pki: () => Pki): () => Answers {
  let made: Answers | undefined;
  beforeAll(() => {
    made = answersOf(pki());
  });
  return () => {
    if (!made) throw new Error('answers are made before the tests, not while they are listed');
    return made;
  };
}

function answersOf({ credentials, authority }: Pki): Answers {
  const leaf = credentials.person.readCertificate();
  const issuer = authority.readCertificate();
  const party = partyOf(authority);
  const single: WrittenSingle = {
    certificate: leaf,
    issuer,
    status: 'good',
    thisUpdate: minutes(-10),
    nextUpdate: minutes(10),
  };
  const right: WrittenAnswer = {
    responder: { name: party.name },
    producedAt: minutes(-5),
    singles: [single],
    extensions: [nonceExtension(nonce)],
    key: party.key,
  };
  async function say(changes: Partial<WrittenAnswer> = {}): Promise<string> {
    const bytes = writeOcspAnswer({ ...right, ...changes });
    const status = await judgeOcspResponse(bytes, { certificate: leaf, issuer, nonce, at });
    return status.status === 'unknown' ? status.reason : status.status;
  }
  return {
    leaf,
    issuer,
    right,
    single,
    say,
    aboutSingle: (changes) => say({ singles: [{ ...single, ...changes }] }),
  };
}
