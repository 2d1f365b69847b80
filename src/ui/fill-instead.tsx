import { t } from '../i18n.ts';
import { appUrl } from './app-url.ts';
import type { Problem } from './failure-text.ts';
import { SwitchToEfirma } from './switch-to-efirma.tsx';
import type { Look } from './use-plan.ts';

interface FillInsteadProps {
  tabId: number;
  /** Why this e.firma cannot be used here. */
  unfit: Problem | undefined;
  look: Look<unknown>;
}

/** What can be done where nothing can be filled: in the place of the button. */
export function FillInstead({ tabId, unfit, look }: FillInsteadProps) {
  if (unfit) {
    return (
      <a class="button" href={appUrl('certificados')} target="_blank">
        {t(unfit.id === 'fill_not_kept' ? 'fill_mend' : 'fill_other_efirma')}
      </a>
    );
  }
  if (look.problem?.id === 'other_way_to_enter') {
    return <SwitchToEfirma tabId={tabId} onSwitched={look.look} onProblem={look.drop} />;
  }
  return (
    <button type="button" onClick={look.look}>
      {t('retry')}
    </button>
  );
}
