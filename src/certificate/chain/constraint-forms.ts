import { DerError, type Bytes } from '../asn1/der.ts';
import { fromLatin1 } from '../asn1/windows-1252.ts';
import { nameForms } from './general-names.ts';
import { relativeNames } from './names.ts';

/**
 * Whether a name lies within the base of a subtree.
 *
 * @throws DerError for a name or base of which that cannot be said
 */
type IsWithin = (name: Bytes, base: Bytes) => boolean;

/** The forms of names that can be constrained, by number (RFC 5280 section 4.2.1.10). */
export const constraintForms: Readonly<Record<number, IsWithin>> = {
  [nameForms.email]: isEmailWithin,
  [nameForms.dns]: isDnsWithin,
  [nameForms.directory]: isDirectoryWithin,
  [nameForms.uri]: isUriWithin,
  [nameForms.address]: isAddressWithin,
};

/** Octets: of longer addresses and hosts nothing is said, as there are none. */
const longest = 2048;

/** Each name is compared with every subtree, and read for the first one only. */
const readNames = new WeakMap<Bytes, readonly string[]>();

function isDirectoryWithin(name: Bytes, base: Bytes): boolean {
  const names = readOnce(name);
  return readOnce(base).every((relative, index) => names[index] === relative);
}

function readOnce(name: Bytes): readonly string[] {
  const names = readNames.get(name) ?? relativeNames(name);
  readNames.set(name, names);
  return names;
}

function isDnsWithin(name: Bytes, base: Bytes): boolean {
  return isHostBelow(ascii(name).toLowerCase(), ascii(base).toLowerCase());
}

/** `host` itself or, as OpenSSL has it too, with a leading dot in the base only what is below. */
function isHostBelow(host: string, base: string): boolean {
  if (base === '') return true;
  return base.startsWith('.')
    ? host.length > base.length && host.endsWith(base)
    : host === base || host.endsWith(`.${base}`);
}

/** A host of its own, or with a leading dot every host below it. */
function isHostOf(host: string, base: string): boolean {
  return base.startsWith('.') ? host.length > base.length && host.endsWith(base) : host === base;
}

function isEmailWithin(name: Bytes, base: Bytes): boolean {
  const [mailbox, host] = partsOfEmail(ascii(name));
  const wanted = ascii(base);
  if (wanted === '') return true;
  if (!wanted.includes('@')) return isHostOf(host, wanted.toLowerCase());
  const [wantedMailbox, wantedHost] = partsOfEmail(wanted);
  return host === wantedHost && mailbox === wantedMailbox;
}

function partsOfEmail(email: string): [mailbox: string, host: string] {
  const at = email.lastIndexOf('@');
  if (at < 1 || at === email.length - 1) throw new DerError('not an e-mail address');
  return [email.slice(0, at), email.slice(at + 1).toLowerCase()];
}

function isUriWithin(name: Bytes, base: Bytes): boolean {
  // Hosts only: of user names, addresses and what is no URI nothing can be said.
  const host = /^[a-z][a-z0-9+.-]*:\/\/([a-z0-9_.-]+)(?::\d*)?(?:[/?#].*)?$/i.exec(
    ascii(name),
  )?.[1];
  if (host === undefined || /^[\d.]+$/.test(host)) throw new DerError('URI without a host');
  return isHostOf(host.toLowerCase(), ascii(base).toLowerCase());
}

/** The base is an address and a mask, of four octets each, or of sixteen. */
function isAddressWithin(name: Bytes, base: Bytes): boolean {
  if ((name.length !== 4 && name.length !== 16) || (base.length !== 8 && base.length !== 32)) {
    throw new DerError('not an IP address');
  }
  if (base.length !== 2 * name.length) return false;
  return name.every((octet, index) => {
    const mask = base[name.length + index] ?? 0;
    return (octet & mask) === ((base[index] ?? 0) & mask);
  });
}

function ascii(octets: Bytes): string {
  if (octets.length > longest) throw new DerError('too long');
  if (octets.some((octet) => octet < 0x21 || octet > 0x7e)) throw new DerError('not ASCII');
  return fromLatin1(octets);
}
