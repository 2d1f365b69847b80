import type { ComparisonKey } from '../../diagnosis/index.ts';
import { t } from '../../i18n.ts';
import type { RepairOutcome } from '../../messages.ts';
import { formatNumber } from '../../ui/format.ts';

/** Of these there can be many; of the rest it only matters whether they still happen. */
const counted: ReadonlySet<ComparisonKey> = new Set<ComparisonKey>([
  'files_blocked',
  'files_missing',
  'foreign_messages',
  'error_shown',
]);

/** What changed: «Archivos detenidos. Antes: 3. Ahora: 0.», «La página no abría. Ya no pasa.» */
export function ComparedCounts({ compared }: Pick<RepairOutcome, 'compared'>) {
  if (compared.length === 0) return null;
  return (
    <ul class="compared">
      {compared.map(({ key, before, after }) => (
        <li key={key} data-field="compared" data-key={key}>
          {t(`compared_${key}`)}{' '}
          {counted.has(key)
            ? t('compared_counts', formatNumber(before), formatNumber(after))
            : t(after > 0 ? 'compared_still' : 'compared_gone')}
        </li>
      ))}
    </ul>
  );
}
