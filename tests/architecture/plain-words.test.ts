/** Everything a person reads is for somebody who does not know what a certificate is. */
import { describe, expect, test } from 'vitest';
import { terms, type TermId } from '../../src/help/terms.ts';
import { readJson } from './tree.ts';

const locale = readJson<Record<string, { message: string }>>('public/_locales/es/messages.json');
/** Without the words by which the help is searched: those are the person's own. */
const messages = Object.entries(locale)
  .filter(([key]) => !key.endsWith('_words'))
  .map(([key, { message }]) => ({ key, message }));

/** Longer sentences are not read. A colon or a semicolon ends one, too. */
const mostWords = 20;

test('no sentence has more than twenty words', () => {
  const long = messages.flatMap(({ key, message }) =>
    message
      .split(/(?<=[.?!…:;])\s+/)
      .filter((sentence) => sentence.split(/\s+/).length > mostWords)
      .map((sentence) => `${key}: ${sentence}`),
  );
  expect(long).toEqual([]);
});

test('a telephone number is not cut in two at the end of a line', () => {
  const cut = messages.filter(({ message }) => /\b\d{2,3} \d{3} \d{2,4}/.test(message));
  expect(cut).toEqual([]);
  expect(messages.some(({ message }) => message.includes('800\u00a0623\u00a02323'))).toBe(true);
});

/** Words that are needed, and so are explained in the help. */
const explained: Partial<Record<TermId, RegExp>> = {
  efirma: /\be\.firma/,
  csd: /\bCSD\b/,
  fes: /\bFES\b/,
  token: /\btokens?\b/i,
  nss: /\bNSS\b/,
  certisat: /\bCertiSAT\b/,
  folio: /\bfolio\b/i,
  extension: /\bextensión\b/,
  cache: /\bcaché/i,
  cookies: /\bcookies?\b/i,
  proxy: /\bproxy\b/i,
  vpn: /\bVPN\b/,
  https: /\bhttps\b/,
  javascript: /\bJavaScript\b/,
  profile: /\bperfil\b/,
  pfx: /\.pfx\b/,
};

describe.each(Object.entries(explained))('%s', (term, word) => {
  test('is a word of ours, and the help says what it means', () => {
    expect(messages.some(({ message }) => word.test(message))).toBe(true);
    expect(terms).toContain(term);
  });
});

/** Words of the trade. Each may stand only where the person sees it outside of Firma Lista, too. */
const foreign: readonly [word: RegExp, allowed: RegExp][] = [
  [
    /\b(?:OCSP|CRL|TLS|SSL|PKCS|CMS|JWS|JWT|DER|ASN\.1|Base64|hash|API|host|iframe)\b/i,
    /^revocation_address$/,
  ],
  [/\b(?:router|dominio|caducad\w+|request|script|pixel|bug|login)\b/i, /^$/],
  [/\bllave\b/i, /^$/],
  // The menus of the system are called so.
  [/\b(?:DNS|DHCP|IP|servidor)\b/, /^guide_dns_/],
  // So are the files.
  [/\bPEM\b/, /^(?:cause_cert_pem|cause_key_plain_or_pem_pem|file_kind_pem_)/],
  [/\b(?:XML|JSON|ZIP)\b/, /^(?:file_format_|cause_cert_wrong_file_|report_|import_)/],
  // What another paper shows, letter by letter.
  [/\bSHA-\d+\b/, /^(?:authority_fingerprint|cause_cert_weak_alg_)/],
  [/\bUTC\b/, /^report_zone$/],
];

test.each(foreign)('%s is a word for engineers', (word, allowed) => {
  const found = messages.filter(({ key, message }) => word.test(message) && !allowed.test(key));
  expect(found).toEqual([]);
});
