/** What takes the place of something that was removed. */
const gap = '***';
const mostRead = 1024;
const mostKept = 300;

/** What may name a person, a company, a session or a place on a disk; the widest first. */
const patterns: readonly RegExp[] = [
  // Addresses of pages and of people.
  /\b[a-z][a-z\d+.-]{1,20}:\/\/\S+/gi,
  /[^\s@]{1,100}@[^\s@]{1,100}/g,
  // Files: with their folders, to the end of the line, for both may hold spaces; and by their name.
  /(?:\b[a-z]:|\\)\\[^\n"<>|]*/gi,
  // A slash within base64 begins no path, or what is before it would stay.
  /(?<![\w+/])~?\/[^\s"<>|]+/g,
  /[^\s"<>|]{0,200}[\p{L}\d_)\]-]\.(?:cer|crt|key|pfx|p12|p7m|pem|req|ren|sdg|zip|pdf|xml|txt|docx?|xlsx?|html?)\b/giu,
  // A session, by its name.
  /\b(?:\w*session\w*|\w*token\w*|cookie|sid|ltpa\w*|password|pwd|contraseña)\s*[=:]\s*\S+/gi,
  // Tokens: letters and digits together, with numbers that follow; or too long for a word.
  /(?<![\p{L}\d])(?=[\w+/=-]{0,99}\d)(?=[\w+/=-]{0,99}[a-z])[\w+/=-]{8,}(?: \d[\d-]*\b)*/giu,
  /[\p{L}\d+/=_-]{25,}/gu,
  // RFC and CURP, also in groups.
  /(?<![\p{L}\d])[\p{L}&]{3,4}[ -]?\d{6}[ -]?[\p{L}\d]{3}(?:[\p{L}\d]{5})?(?![\p{L}\d])/gu,
  // Registro patronal: a letter or digit and ten digits, also in groups.
  /(?<![\p{L}\d])[\p{L}\d]\d{2}[ -]?\d{5}[ -]?\d{2}[ -]?\d(?![\p{L}\d])/gu,
  // NSS, telephones, accounts: six digits or more, also in groups.
  /\+?\(?\d(?:[ ().-]{0,2}\d){5,}/g,
];

/**
 * A text that may be kept and shown: without RFC, CURP, NSS, registro patronal, e-mail, telephone,
 * long numbers, tokens, addresses, paths and names of files; at most 300 characters.
 */
export function redact(text: string): string {
  const redacted = patterns.reduce((rest, pattern) => rest.replaceAll(pattern, gap), whole(text));
  return redacted.replaceAll(/\s+/g, ' ').trim().slice(0, mostKept);
}

/** What is read of a text, without the half of a word, nor of a number in groups, at the cut. */
function whole(text: string): string {
  const plain = text.normalize('NFC');
  if (plain.length <= mostRead) return plain;
  let end = mostRead;
  while (end > 0 && /\S/.test(plain.charAt(end - 1))) end -= 1;
  while (end > 0 && /[\d\s().-]/.test(plain.charAt(end - 1))) end -= 1;
  return plain.slice(0, end);
}
