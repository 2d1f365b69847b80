import type { Finding } from '../../certificate/index.ts';
import { t } from '../../i18n.ts';
import type { Review } from '../../messages.ts';
import { checkName, problemOfCause } from '../../ui/failure-text.ts';
import { HelpDeskId } from '../../ui/help-desk-id.tsx';
import { otherFindings } from './other-findings.ts';

/** What else is worth knowing, in sentences. */
export function AlsoFound({ review }: { review: Review }) {
  const told = otherFindings(review);
  if (told.length === 0) return null;
  return (
    <section class="findings" role="status">
      <h3>{t('findings_also')}</h3>
      <ul>
        {told.map(({ id, detail, status }) => (
          <li key={`${id} ${detail ?? ''}`} data-status={status}>
            <p>
              <strong>{t(`status_${status}`)}</strong> · {problemOfCause(id, detail).text}
            </p>
            <HelpDeskId id={id} detail={detail} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Folded, everything that was looked at. */
export function AllFindings({ findings }: Pick<Review, 'findings'>) {
  if (findings.length === 0) return null;
  return (
    <details class="findings">
      <summary>{t('findings_all', String(findings.length))}</summary>
      <ul>
        {findings.map((finding) => (
          <CheckedItem key={`${finding.id} ${finding.detail ?? ''}`} finding={finding} />
        ))}
      </ul>
    </details>
  );
}

function CheckedItem({ finding: { id, status } }: { finding: Finding }) {
  return (
    <li data-status={status}>
      <strong>{t(`status_${status}`)}</strong> · {checkName(id)} <code>{id}</code>
    </li>
  );
}
