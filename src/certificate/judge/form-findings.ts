import type { SortedFile } from './sorted-file.ts';
import type { Finding } from './verdict.ts';

/** What is to be said of how the two files came: text instead of DER, no password, exchanged names. */
export function formFindings(certificate: SortedFile, privateKey: SortedFile): Finding[] {
  const isSwapped = /\.key$/i.test(certificate.name) || /\.cer$/i.test(privateKey.name);
  const isPem = certificate.identity.kind === 'pem_certificate';
  return [
    { id: 'cert.swap', status: isSwapped ? 'warning' : 'pass' },
    { id: 'cert.pem', status: isPem ? 'warning' : 'pass' },
    keyForm(privateKey),
  ];
}

function keyForm({ identity }: SortedFile): Finding {
  const id = 'key.plain_or_pem';
  if (identity.kind === 'plain_private_key') return { id, status: 'warning', detail: 'plain' };
  if (identity.kind === 'pem_private_key') return { id, status: 'warning', detail: 'pem' };
  return { id, status: 'pass' };
}
