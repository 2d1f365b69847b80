import { t } from '../i18n.ts';
import type { CredentialCard } from '../messages.ts';
import {
  daysBetween,
  formatAmount,
  formatDate,
  formatDateTime,
  formatMonths,
  formatTime,
  monthsBetween,
} from './format.ts';

export interface Life {
  state: 'valid' | 'expiring' | 'expired' | 'not_yet' | 'revoked';
  /** Of its whole life, the part that is left: from 0 to 1. */
  left: number;
  words: string;
}

/** From this many days on, the end is told in days. */
const expiringDays = 90;

/**
 * How much life a certificate has left at `now`, and how to say it. Both ends belong to it. One that
 * was revoked has none, whatever its dates.
 */
export function lifeOf(
  { notBefore, notAfter, revoked }: Pick<CredentialCard, 'notBefore' | 'notAfter' | 'revoked'>,
  now: Date,
): Life {
  if (revoked) {
    return {
      state: 'revoked',
      left: 0,
      words: t('life_revoked', formatDate(new Date(revoked.at))),
    };
  }
  const begins = new Date(notBefore);
  const ends = new Date(notAfter);
  if (now > ends) {
    return { state: 'expired', left: 0, words: t('life_expired', formatDateTime(ends)) };
  }
  if (now < begins) {
    return { state: 'not_yet', left: 1, words: t('life_not_yet', formatDate(begins)) };
  }
  const left = (ends.getTime() - now.getTime()) / Math.max(1, ends.getTime() - begins.getTime());
  const days = daysBetween(now, ends);
  if (days === 0) {
    return { state: 'expiring', left, words: t('life_expiring_today', formatTime(ends)) };
  }
  if (days <= expiringDays) {
    return { state: 'expiring', left, words: t('life_expiring', formatAmount(days, 'day')) };
  }
  const months = monthsBetween(now, ends);
  const key = months === 12 ? 'life_valid_one' : 'life_valid_other';
  return { state: 'valid', left, words: t(key, formatMonths(months)) };
}
