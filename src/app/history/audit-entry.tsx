import { t } from '../../i18n.ts';
import type { AuditRow } from '../../messages.ts';
import { repairText } from '../../ui/diagnosis-text.ts';
import { formatDateTime } from '../../ui/format.ts';
import { Origin } from '../../ui/origin.tsx';
import { Untrusted } from '../../ui/untrusted.tsx';

/** One thing that was done: when, what, where and with which e.firma. */
export function AuditEntry({ row }: { row: AuditRow }) {
  return (
    <tr data-field="audit-entry" data-action={row.action}>
      <td>
        <time dateTime={row.at}>{formatDateTime(new Date(row.at))}</time>
      </td>
      <td>
        {t(`audit_${row.action}`)}
        {row.repair && <p>{repairText(row.repair, 'name')}</p>}
        <p class="help-desk-id">
          {t('id_label')}{' '}
          <code>
            {row.sequence}.{row.action}
          </code>
        </p>
        {row.digest && (
          <details class="digest">
            <summary>{t('history_digest')}</summary>
            <code>{row.digest}</code>
          </details>
        )}
      </td>
      <td>{row.origin ? <Origin origin={row.origin} /> : t('history_nowhere')}</td>
      <td>
        {row.rfc ? (
          <span class="mono">
            <Untrusted text={row.rfc} />
          </span>
        ) : (
          t('history_none')
        )}
      </td>
    </tr>
  );
}
