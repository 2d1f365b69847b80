import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n.ts';
import { sendMessage, type AuditView } from '../../messages.ts';
import type { Snapshot } from '../../snapshot.ts';
import { Failure } from '../../ui/failure.tsx';
import { problemOf, type Problem } from '../../ui/failure-text.ts';
import { Acuses } from './acuses.tsx';
import { AuditEntry } from './audit-entry.tsx';
import { Integrity } from './integrity.tsx';
import { Solved } from './solved.tsx';

/** Everything that was done with the e.firmas of this computer. */
export function History({ snapshot }: { snapshot: Snapshot }) {
  const [view, setView] = useState<AuditView>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    sendMessage('readAudit').then(setView, (error: unknown) => setProblem(problemOf(error)));
  }, []);
  const rows = view && view.rows.toSorted((one, other) => other.sequence - one.sequence);
  return (
    <>
      {snapshot.solved && <Solved solved={snapshot.solved} snapshot={snapshot} />}
      <p class="lead">{t('history_intro')}</p>
      <Acuses />
      {problem && <Failure problem={problem} />}
      {view && <Integrity view={view} />}
      {rows?.length === 0 && <p>{t('history_empty')}</p>}
      {rows && rows.length > 0 && (
        <table class="history">
          <thead>
            <tr>
              <th scope="col">{t('history_when')}</th>
              <th scope="col">{t('history_what')}</th>
              <th scope="col">{t('history_where')}</th>
              <th scope="col">{t('history_who')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <AuditEntry key={row.sequence} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
