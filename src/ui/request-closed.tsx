import { useMemo } from 'preact/hooks';
import type { ErrorCode } from '../errors.ts';
import { t } from '../i18n.ts';
import { Failure } from './failure.tsx';
import { problemOfCode } from './failure-text.ts';

/** There is nothing left to approve: says why, and offers to close. */
export function RequestClosed({ code, onClose }: { code: ErrorCode; onClose: () => void }) {
  const problem = useMemo(() => problemOfCode(code), [code]);
  return (
    <div class="approval">
      <h1>{t(code === 'request_gone' ? 'approval_gone_title' : 'approval_failed_title')}</h1>
      <Failure problem={problem} />
      <div class="answer actions">
        <button type="button" class="primary" onClick={onClose}>
          {t('close')}
        </button>
      </div>
    </div>
  );
}
