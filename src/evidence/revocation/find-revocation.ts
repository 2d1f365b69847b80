import {
  readCertificate,
  type Bytes,
  type RevocationAnswer,
  type RevocationGap,
} from '../../certificate/index.ts';
import { browser } from '../../browser.ts';
import { local } from '../../storage.ts';
import { addedCertificates } from '../added-authorities.ts';
import { askInTurn } from './ask-in-turn.ts';
import { keepAnswer, keptAnswer } from './kept-answers.ts';
import { servicesOf, type Service } from './services-of.ts';

/**
 * Whether a certificate (DER) was revoked, as its issuer says it: only where the person switched
 * asking on and gave the permission, which is never asked for here. One that was answered lately is
 * not asked about again, and two that want to know at once ask once.
 *
 * @throws FirmaError `not_a_certificate`
 */
export async function findRevocation(certificate: Bytes, at: Date): Promise<RevocationAnswer> {
  const facts = readCertificate(certificate);
  const known = await servicesOf(facts, await addedCertificates());
  if (!known) return unknown('unknown_issuer');
  const { issuer, services } = known;
  const [first] = services;
  if (!first) return unknown('no_responder');
  // Who would be asked is known without asking: whoever wants it allows that host, and no other.
  const { settings } = await local.get('settings');
  if (!settings?.asksRevocation) return { ...unknown('not_allowed'), asked: first.url };
  const allowed = await allowedOf(services);
  if (allowed.length === 0) return { ...unknown('no_permission'), asked: first.url };
  return await navigator.locks.request(`revocation:${facts.serialNumber}`, async () => {
    const kept = await keptAnswer(certificate, at);
    if (kept) return kept;
    const answer = await askInTurn(allowed, { certificate, issuer, at });
    await keepAnswer(certificate, answer);
    return answer;
  });
}

async function allowedOf(services: readonly Service[]): Promise<Service[]> {
  const isAllowed = await Promise.all(services.map(({ url }) => mayReach(url)));
  return services.filter((_, index) => isAllowed[index]);
}

/** Permissions are of whole hosts, whatever the port. */
async function mayReach(url: string): Promise<boolean> {
  const { protocol, hostname } = new URL(url);
  return await browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}

function unknown(reason: RevocationGap): RevocationAnswer & { status: 'unknown' } {
  return { status: 'unknown', reason };
}
