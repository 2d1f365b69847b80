import { t } from '../../i18n.ts';
import type { Choices } from './choices.ts';
import { FindingItem } from './finding-item.tsx';
import { foundBesides } from './found-besides.ts';

/** «También encontré»: what is worth mending although it is not why the sign-in fails. */
export function AlsoFound(choices: Choices) {
  const found = foundBesides(choices.view);
  if (found.length === 0) return null;
  return (
    <details class="checked" data-field="also-found">
      <summary>{t('diagnosis_also', String(found.length))}</summary>
      <ul>
        {found.map((finding) => (
          <FindingItem key={finding.id} finding={finding} {...choices} />
        ))}
      </ul>
    </details>
  );
}
