import type { Certificate } from '../certificate-facts.ts';
import { fault, type Finding } from './verdict.ts';

const day = 86_400_000;
/** Milliseconds: from 90 days before its end an e.firma should be renewed. */
const renewal = 90 * day;
/** Milliseconds that a clock may be off before a portal minds. */
const tolerance = 5 * 60_000;

/**
 * Valid from `notBefore` through `notAfter`, both included (RFC 5280 section 4.1.2.5). An e.firma
 * is valid from the moment it is issued: one that begins days ahead speaks of a clock that is
 * behind, unless `at` comes from a better clock than this computer's.
 */
export function dateFindings(
  { notBefore, notAfter }: Certificate,
  at: Date,
  computerTime: Date | undefined,
): Finding[] {
  const isExpired = at > notAfter;
  const isExpiring = !isExpired && notAfter.getTime() - at.getTime() < renewal;
  const isBehind = !computerTime && notBefore.getTime() - at.getTime() > day;
  return [
    isExpired ? fault('cert.expired') : { id: 'cert.expired', status: 'pass' },
    at < notBefore
      ? fault('cert.not_yet', isBehind ? 'clock_behind' : undefined)
      : { id: 'cert.not_yet', status: 'pass' },
    { id: 'cert.expiring', status: isExpiring ? 'warning' : 'pass' },
  ];
}

/** Whether this computer's clock agrees with `at`; nothing is said when nobody read it. */
export function clockFindings(at: Date, computerTime: Date | undefined): Finding[] {
  if (!computerTime) return [];
  const ahead = computerTime.getTime() - at.getTime();
  if (Math.abs(ahead) <= tolerance) return [{ id: 'tls.clock', status: 'pass' }];
  const detail = ahead > 0 ? 'clock_ahead' : 'clock_behind';
  return [{ id: 'tls.clock', status: 'warning', detail }];
}
