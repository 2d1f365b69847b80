import { t } from '../../i18n.ts';
import type { SourceId } from '../../signatures/index.ts';
import { underscored } from '../../ui/underscored.ts';

/** Who says so, and when. */
export function Cited({ ids }: { ids: readonly SourceId[] }) {
  const titles = ids.map((id) => t(`signature_source_${underscored(id)}`));
  return (
    <p class="hint">
      {t('signature_source')} {titles.join(' · ')}
    </p>
  );
}
