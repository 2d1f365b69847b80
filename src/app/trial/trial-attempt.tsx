import type { Settings } from '../../messages.ts';
import { Failure } from '../../ui/failure.tsx';
import { TrialOutcome } from './trial-outcome.tsx';
import { TrialUnlock } from './trial-unlock.tsx';
import type { UseTrial } from './use-trial.ts';

interface TrialAttemptProps {
  attempt: UseTrial;
  settings: Settings | undefined;
}

/** What trying an e.firma asks for, and how it went. */
export function TrialAttempt({ attempt, settings }: TrialAttemptProps) {
  const { trial, problem, busy = false, asksPassword = false } = attempt;
  return (
    <>
      {asksPassword && (
        <TrialUnlock
          settings={settings}
          busy={busy}
          problem={problem}
          onOpen={attempt.openWith}
          onCancel={attempt.close}
        />
      )}
      {problem && !asksPassword && <Failure problem={problem} />}
      {trial && <TrialOutcome trial={trial} onTryPassword={attempt.askPassword} />}
    </>
  );
}
