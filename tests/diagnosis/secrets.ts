/** What names a person, a company, a session or a place on a disk, made up by chance. */
import * as fc from 'fast-check';

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const letters = (length: number) => fc.stringMatching(new RegExp(`^[A-Z]{${length}}$`));
const joined = (...parts: fc.Arbitrary<string>[]) =>
  fc.tuple(...parts).map((each) => each.join(''));
export const either = (...values: string[]) => fc.constantFrom(...values);

const rfc = joined(
  fc.stringMatching(/^[A-ZÑ&]{3,4}$/),
  digits(6),
  fc.stringMatching(/^[A-Z\d]{3}$/),
);
const curp = joined(
  letters(4),
  digits(6),
  either('H', 'M'),
  letters(5),
  fc.stringMatching(/^[A-Z\d]\d$/),
);
const base64 = fc.base64String({ minLength: 32, maxLength: 400 });
const extension = either('.key', '.cer', '.pfx', '.KEY', '.pdf');

/** Values that name a person, a company, a session or a place on a disk. */
export const secrets: Record<string, fc.Arbitrary<string>> = {
  rfc,
  'rfc in groups': joined(letters(4), either('-', ' '), digits(6), either('-', ' '), letters(3)),
  'rfc in small letters': rfc.map((value) => value.toLowerCase()),
  curp,
  nss: digits(11),
  'nss in groups': joined(
    digits(2),
    either(' ', '-'),
    digits(2),
    either(' ', '-'),
    digits(2),
    either(' ', '-'),
    digits(4),
    either(' ', '-'),
    digits(1),
  ),
  'registro patronal': joined(letters(1), digits(10)),
  'registro patronal in groups': joined(
    letters(1),
    digits(2),
    either('-', ' '),
    digits(5),
    either('-', ' '),
    digits(2),
    either('-', ' '),
    digits(1),
  ),
  'e-mail': fc.emailAddress(),
  telephone: joined(
    either('+52 ', ''),
    either('55 ', '(55) ', '55-'),
    digits(4),
    either(' ', '-'),
    digits(4),
  ),
  'serial number': digits(20),
  jsessionid: joined(
    either('JSESSIONID=', 'LtpaToken2=', 'token: '),
    fc.stringMatching(/^[A-Za-z\d]{6,32}$/),
  ),
  uuid: fc.uuid(),
  base64,
  'file name': joined(
    either('Claveprivada_FIEL_', ''),
    rfc,
    either('_20261122_101010', ''),
    extension,
  ),
  'path of Windows': joined(
    either('C:\\Users\\', '\\\\servidor\\'),
    letters(6),
    either('\\FIEL', '\\mi e.firma'),
    either('\\clave', ''),
    extension,
  ),
  'path of Linux': joined(
    either('/home/', '/Users/', '~/'),
    letters(6),
    either('/fiel/', '/'),
    letters(5),
    extension,
  ),
  address: fc.webUrl({ withQueryParameters: true }),
};
