import type { PortalAsk } from '../../portal-messages.ts';

/**
 * Whether the widget takes the e.firma of one RFC alone (`val_rfc`), and this is not it. It compares
 * with the RFC of the certificate: the one who represents a company does not stand in for it, nor it
 * for them.
 */
export function asksOtherRfc(ask: Pick<PortalAsk, 'rfc'> | undefined, rfc: string): boolean {
  return ask?.rfc !== undefined && ask.rfc !== rfc;
}
