import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { t } from '../i18n.ts';
import type { FillResult } from '../messages.ts';
import type { KnownPortal } from '../portals/index.ts';
import { Done } from './done.tsx';
import { Failure } from './failure.tsx';
import { OwnHandsLink } from './own-hands.tsx';
import { Untrusted } from './untrusted.tsx';

interface FillDoneProps {
  portal: KnownPortal;
  result: FillResult;
  children: ComponentChildren;
}

/** The form was filled: what the page did with it, and what is left to do. */
export function FillDone({ portal, result, children }: FillDoneProps) {
  const { page, says } = result;
  const problem = useMemo(
    () => ({
      id: `fill_${page}`,
      text: t(page === 'refused' ? 'fill_done_refused' : 'fill_done_silent'),
    }),
    [page],
  );
  if (page === 'ready' || page === 'sent') {
    const ready = portal.purpose === 'sign' ? 'fill_done_sign' : 'sign_in_done_fill';
    return <Done text={t(page === 'sent' ? 'fill_done_sent' : ready)}>{children}</Done>;
  }
  return (
    <div data-page={page}>
      <Failure problem={problem}>
        {says && (
          <p data-field="portal-says">
            <Untrusted text={says} />
          </p>
        )}
        <p>
          <OwnHandsLink portal={portal.id} />
        </p>
      </Failure>
      {children}
    </div>
  );
}
