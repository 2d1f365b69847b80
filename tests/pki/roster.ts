import type { CredentialOrder } from './credential.ts';
import { daysFrom, efirmaEnd, yearsFrom } from './dates.ts';
import { people } from './people.ts';

export type CredentialName =
  | 'person'
  | 'personAes'
  | 'company'
  | 'enie'
  | 'ampersand'
  | 'csd'
  | 'expired'
  | 'notYetValid'
  | 'unknownIssuer'
  | 'longName';

/** How a credential differs from {@link defaultOrder}. */
export type RosterEntry = Partial<
  Pick<CredentialOrder, 'holder' | 'kind' | 'cipher' | 'password' | 'notBefore' | 'notAfter'>
> & { issuer?: 'stranger' };

/** An e.firma of a person in the middle of its life, with the SAT's 3DES. */
export function defaultOrder(
  now: Date,
): Pick<CredentialOrder, 'holder' | 'kind' | 'cipher' | 'password' | 'notBefore' | 'notAfter'> {
  const notBefore = wholeSecond(yearsFrom(now, -1));
  return {
    holder: people.ximena,
    kind: 'efirma',
    cipher: '3des',
    password: 'clave de prueba 1',
    notBefore,
    notAfter: efirmaEnd(notBefore),
  };
}

/** The credentials that every hierarchy has. */
export function credentialOrders(now: Date): Record<CredentialName, RosterEntry> {
  const lastMonth = daysFrom(now, -30);
  const csdStart = wholeSecond(yearsFrom(now, -1));
  return {
    person: {},
    personAes: { holder: people.aldo, cipher: 'aes256', password: 'clave de prueba 2' },
    company: { holder: people.ferreteria, password: 'clave de prueba 3' },
    enie: { holder: people.pedro, password: 'contraseña con ñ' },
    ampersand: { holder: people.herrajes, password: 'clave & prueba' },
    csd: {
      holder: people.ferreteria,
      kind: 'csd',
      password: 'clave del sello',
      notBefore: csdStart,
      notAfter: yearsFrom(csdStart, 4),
    },
    expired: { holder: people.elena, ...efirmaUntil(lastMonth) },
    notYetValid: { holder: people.bruno, ...efirmaFrom(daysFrom(now, 10)) },
    unknownIssuer: { holder: people.nora, issuer: 'stranger' },
    longName: { holder: people.distribuidora },
  };
}

function efirmaFrom(date: Date): { notBefore: Date; notAfter: Date } {
  const notBefore = wholeSecond(date);
  return { notBefore, notAfter: efirmaEnd(notBefore) };
}

function efirmaUntil(notAfter: Date): { notBefore: Date; notAfter: Date } {
  return efirmaFrom(yearsFrom(daysFrom(notAfter, 1), -4));
}

/** A certificate's dates have no milliseconds (RFC 5280 §4.1.2.5). */
function wholeSecond(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 1000) * 1000);
}
