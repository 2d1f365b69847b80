import type { ComponentChildren } from 'preact';
import { t } from '../i18n.ts';
import type { Problem } from './failure-text.ts';
import { HelpDeskId } from './help-desk-id.tsx';
import { AlertIcon } from './icons.tsx';
import { reportUrl } from './report-url.ts';
import { useFocus } from './use-focus.ts';

/** What went wrong and what to do. It takes the focus, so that nobody has to look for it. */
export function Failure({ problem, children }: { problem: Problem; children?: ComponentChildren }) {
  const sentence = useFocus<HTMLParagraphElement>(problem);
  return (
    <div class="failure" role="alert">
      <AlertIcon />
      <div>
        <p class="failure-text" tabIndex={-1} ref={sentence}>
          {problem.text}
        </p>
        {children}
        <HelpDeskId id={problem.id} detail={problem.detail}>
          <a href={reportUrl(problem.id)} target="_blank" rel="noreferrer" data-action="report">
            {t('report_title')}
          </a>
        </HelpDeskId>
      </div>
    </div>
  );
}
