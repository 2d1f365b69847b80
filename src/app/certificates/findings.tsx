import type { Finding } from '../../certificate/index.ts';
import { t } from '../../i18n.ts';
import type { Review } from '../../messages.ts';
import { checkName, problemOfCause } from '../../ui/failure-text.ts';
import { HelpDeskId } from '../../ui/help-desk-id.tsx';

/** What else is worth knowing, in sentences; and, folded, everything that was looked at. */
export function Findings({ review }: { review: Review }) {
  const told = review.findings.filter(
    ({ id, status }) => (status === 'fail' || status === 'warning') && id !== review.cause,
  );
  return (
    <>
      {told.length > 0 && (
        <section class="findings">
          <h3>{t('findings_also')}</h3>
          <ul>
            {told.map(({ id, detail }) => (
              <li key={`${id} ${detail ?? ''}`}>
                <p>{problemOfCause(id, detail).text}</p>
                <HelpDeskId id={id} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {review.findings.length > 0 && (
        <details class="findings">
          <summary>{t('findings_all', String(review.findings.length))}</summary>
          <ul>
            {review.findings.map((finding) => (
              <CheckedItem key={`${finding.id} ${finding.detail ?? ''}`} finding={finding} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function CheckedItem({ finding: { id, status } }: { finding: Finding }) {
  return (
    <li data-status={status}>
      <strong>{t(`status_${status}`)}</strong> · {checkName(id)} <code>{id}</code>
    </li>
  );
}
