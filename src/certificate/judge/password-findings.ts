import type { Certificate } from '../certificate-facts.ts';
import type { OpenedKey } from '../key/opened-key.ts';
import { closedOf, keysIn, type KeyAttempt, type OpenedFile } from './open-keys.ts';
import { isOpened } from './open-locked.ts';
import type { SortedFile } from './sorted-file.ts';
import type { VerdictDetail } from './verdict-sentences.ts';
import { fault, type Finding } from './verdict.ts';

/**
 * What is to be said of the password. `pair` is the key that belongs to the certificate, if the
 * typed password opened it. A key in clear opens with any password, which proves nothing.
 */
export function passwordFindings(
  password: string,
  attempt: KeyAttempt,
  pair: OpenedFile | undefined,
  certificate: Certificate | undefined,
): Finding[] {
  const { typed, slip, bySlip } = attempt;
  const opened = keysIn(typed.filter(isOpened));
  const opener = pair ?? opened.find(({ key }) => key.isEncrypted);
  if (opener) {
    const status = opener.key.isEncrypted ? 'pass' : 'unknown';
    return [{ id: 'pwd.wrong', status }, encodingFinding(opener.key)];
  }
  if (slip) {
    const [found] = keysIn(bySlip.filter(isOpened));
    return [...slip.faults, ...(found ? [encodingFinding(found.key)] : [])];
  }
  const closed = closedOf(typed);
  if (closed.length === 0) return [];
  return [fault('pwd.wrong', sureDetail(password, closed, certificate))];
}

/** Portals take UTF-8 (NFC). */
function encodingFinding({ passwordEncoding }: OpenedKey): Finding {
  return passwordEncoding === 'utf-8-nfc'
    ? { id: 'pwd.encoding', status: 'pass' }
    : fault('pwd.encoding');
}

/** What the password certainly is instead of the right one. */
function sureDetail(
  password: string,
  closed: readonly SortedFile[],
  certificate: Certificate | undefined,
): VerdictDetail | undefined {
  if (password === '') return 'empty_password';
  const typed = password.trim().toUpperCase();
  const { rfc, curp, representative } = certificate ?? {};
  if (typed === rfc || typed === representative?.rfc) return 'is_rfc';
  if (typed === curp || typed === representative?.curp) return 'is_curp';
  const isName = ({ name }: SortedFile) =>
    [name, name.replace(/\.[^.]*$/, '')].some((text) => text.toUpperCase() === typed);
  if (closed.some(isName)) return 'is_file_name';
  return closed.every(({ identity }) => identity.kind === 'pkcs12') ? 'pkcs12' : undefined;
}
