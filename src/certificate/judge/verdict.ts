import type { Bytes } from '../asn1/der.ts';
import type { Certificate } from '../certificate-facts.ts';
import type { OpenedKey } from '../key/opened-key.ts';
import type { CauseId, FindingId } from './cause-ids.ts';
import type { VerdictDetail } from './verdict-sentences.ts';

export type FindingStatus = 'pass' | 'warning' | 'fail' | 'unknown';

export interface Finding {
  id: FindingId;
  status: FindingStatus;
  detail?: VerdictDetail;
}

/** A finding that makes `ok` false. */
export interface Fault extends Finding {
  id: CauseId;
  status: 'fail';
}

/** One of the two halves as it was taken. */
export interface TakenFile {
  /** Its place in what was handed in; of a file inside a ZIP, the ZIP's. */
  index: number;
  /** Its own name, also inside a ZIP. */
  name: string;
  /** Of the whole file; of a .pfx, the .pfx in both halves. */
  bytes: Bytes;
}

export interface CredentialVerdict {
  /**
   * A portal has nothing to object to in the files: they are an e.firma that is in force, they
   * belong together and the typed password opens the key. An unknown or test issuer and revocation
   * that nobody asked about are findings and leave it true.
   */
  ok: boolean;
  /** Why `ok` is false, and only then. Of several causes the one to mend first. */
  cause?: CauseId;
  detail?: VerdictDetail;
  /** One per thing looked at, every cause among them; `unknown` when it could not be looked at. */
  findings: readonly Finding[];
  /** The certificate that was judged, as soon as there is exactly one to speak of. */
  certificate?: Certificate;
  /**
   * Whenever the files are an e.firma whose key the typed password opens, also when dates or the
   * purpose make `ok` false: it can be kept and used. Not when nothing that it signs can be
   * verified. Whoever takes it wipes it.
   */
  key?: OpenedKey;
  /** Which of the files were taken; there with `key`. */
  files?: { certificate: TakenFile; privateKey: TakenFile };
  /** With `key.mismatch`: which of `JudgeOptions.others` the opened key belongs to, by index. */
  belongsTo?: number;
}

/** A finding that refuses the files. */
export function fault(id: CauseId, detail?: VerdictDetail): Fault {
  return { id, status: 'fail', ...(detail && { detail }) };
}
