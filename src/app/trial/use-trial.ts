import { useState } from 'preact/hooks';
import { codeOf } from '../../errors.ts';
import { sendMessage, type CredentialCard, type Trial } from '../../messages.ts';
import { problemOf, type Problem } from '../../ui/failure-text.ts';

interface TrialState {
  trial?: Trial;
  problem?: Problem;
  busy?: boolean;
  /** It is locked: the password is asked for in place. */
  asksPassword?: boolean;
}

export interface UseTrial extends TrialState {
  begin: () => void;
  askPassword: () => void;
  openWith: (password: string) => void;
  close: () => void;
}

/** «Probar mi firma» with one e.firma. `isOpen`: its key is at hand without a password. */
export function useTrial({ id }: Pick<CredentialCard, 'id'>, isOpen: boolean): UseTrial {
  const [state, setState] = useState<TrialState>({});
  const run = async (password?: string) => {
    const asksPassword = password !== undefined;
    setState({ busy: true, asksPassword });
    try {
      setState({
        trial: await sendMessage('tryCredential', { id, ...(asksPassword && { password }) }),
      });
    } catch (error) {
      const isLocked = codeOf(error) === 'locked';
      setState({
        asksPassword: asksPassword || isLocked,
        ...((asksPassword || !isLocked) && { problem: problemOf(error) }),
      });
    }
  };
  const askPassword = () => setState({ asksPassword: true });
  return {
    ...state,
    begin: () => (isOpen ? void run() : askPassword()),
    askPassword,
    openWith: (password) => void run(password),
    close: () => setState({}),
  };
}
