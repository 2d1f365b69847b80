import { t } from '../i18n.ts';
import { sendMessage } from '../messages.ts';
import { problemOf, type Problem } from './failure-text.ts';

interface SwitchToEfirmaProps {
  tabId: number;
  onSwitched: () => void;
  onProblem: (problem: Problem) => void;
}

/** The page offers another way to enter: goes to the one with an e.firma. */
export function SwitchToEfirma({ tabId, onSwitched, onProblem }: SwitchToEfirmaProps) {
  const press = async () => {
    try {
      await sendMessage('switchToEfirma', { tabId });
      onSwitched();
    } catch (error) {
      onProblem(problemOf(error));
    }
  };
  return (
    <button
      type="button"
      class="primary"
      data-action="switch-to-efirma"
      onClick={({ isTrusted }) => isTrusted && void press()}
    >
      {t('fill_switch')}
    </button>
  );
}
