import type { PortalAsk } from '../../portal-messages.ts';
import { asksOtherRfc } from './asks-other-rfc.ts';
import { findIdentifiers } from './find-identifiers.ts';

/** Whose e.firma is at hand; a company's names who represents it. */
export interface Signatory {
  rfc: string;
  curp?: string;
  representativeRfc?: string;
  representativeCurp?: string;
}

export type AskWarningId =
  | 'unread'
  | 'unread_cadena'
  | 'unread_wants'
  | 'cadena_missing'
  | 'other_origin'
  | 'other_rfc'
  | 'other_rfc_named'
  | 'rfc_in_cadena'
  | 'curp_in_cadena';

/** What to look at before anything is handed over; `values` is what disagrees. */
export interface AskWarning {
  id: AskWarningId;
  values: string[];
}

/** The portal wants to know who one is, and has nothing signed. What is not clear is no such thing. */
export function isIdentification({ operation, cadena, unread = [] }: PortalAsk): boolean {
  const isClear = !unread.includes('all') && !unread.includes('cadena');
  return operation === 'validarCertificado' && cadena === undefined && isClear;
}

/** Where what a portal asks for cannot be shown, or disagrees with the e.firma at hand. */
export function warnOfAsk(ask: PortalAsk, signatory: Signatory): AskWarning[] {
  const { origin, rfc = '', namedRfc, cadena = '', unread = [], isForeign } = ask;
  const ownRfcs = [signatory.rfc, signatory.representativeRfc];
  const ownCurps = [signatory.curp, signatory.representativeCurp].filter(
    (curp) => curp !== undefined,
  );
  const { rfcs, curps } = findIdentifiers(cadena);
  const strangers = (found: readonly string[], own: readonly (string | undefined)[]): string[] =>
    found.filter((each) => !own.includes(each));
  const isUnseen = !isIdentification(ask) && cadena === '' && unread.length === 0;
  const warnings: [id: AskWarningId, values: string[] | boolean][] = [
    ['unread', unread.includes('all')],
    ['unread_cadena', unread.includes('cadena')],
    ['unread_wants', unread.includes('wants')],
    ['cadena_missing', isUnseen],
    ['other_origin', isForeign ? [origin] : false],
    ['other_rfc', asksOtherRfc(ask, signatory.rfc) ? [rfc] : false],
    ['other_rfc_named', strangers(namedRfc === undefined ? [] : [namedRfc], ownRfcs)],
    ['rfc_in_cadena', strangers(rfcs, ownRfcs)],
    // A certificate without a CURP contradicts none.
    ['curp_in_cadena', ownCurps.length === 0 ? [] : strangers(curps, ownCurps)],
  ];
  return warnings.flatMap(([id, values]) =>
    values === true ? [{ id, values: [] }] : values && values.length > 0 ? [{ id, values }] : [],
  );
}
