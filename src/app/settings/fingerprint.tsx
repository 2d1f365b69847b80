import { t } from '../../i18n.ts';

/** A SHA-256 in groups of four, as it is read out and compared. */
export function Fingerprint({ sha256 }: { sha256: string }) {
  return (
    <p class="fingerprint">
      <span class="hint">{t('authority_fingerprint')}</span>
      <code data-field="fingerprint">{groupsOfFour(sha256)}</code>
    </p>
  );
}

function groupsOfFour(hex: string): string {
  return (hex.toUpperCase().match(/.{1,4}/g) ?? []).join(' ');
}
