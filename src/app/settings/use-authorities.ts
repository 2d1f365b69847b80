import { useEffect, useState } from 'preact/hooks';
import type { MessageKey } from '../../i18n.ts';
import { sendMessage, type AuthorityCard, type FilePayload } from '../../messages.ts';
import { problemOf, type Problem } from '../../ui/failure-text.ts';
import { readChosen } from '../certificates/chosen-file.ts';
import { problemOfFile } from '../certificates/problem-of-file.ts';

interface Candidate {
  file: FilePayload;
  card: AuthorityCard;
}

interface AuthoritiesState {
  candidate?: Candidate;
  problem?: Problem;
  /** What was done last. */
  done?: Extract<MessageKey, 'authority_added' | 'authority_removed'>;
}

/** The authorities that are trusted, and the file that would add one. */
export function useAuthorities() {
  const [cards, setCards] = useState<readonly AuthorityCard[]>([]);
  const [state, setState] = useState<AuthoritiesState>({});
  const fail = (error: unknown) => setState({ problem: problemOf(error) });
  const reload = async () => setCards(await sendMessage('listAuthorities'));
  useEffect(() => void reload().catch(fail), []);

  const read = async (chosen: File) => {
    const { payload, problem } = await readChosen(chosen);
    if (!payload) {
      setState(problem ? { problem: problemOfFile(problem) } : {});
      return;
    }
    setState({ candidate: { file: payload, card: await sendMessage('readAuthority', payload) } });
  };
  const add = async ({ file, card: { sha256 } }: Candidate) => {
    await sendMessage('addAuthority', { file, sha256 });
    await reload();
    setState({ done: 'authority_added' });
  };
  const remove = async ({ sha256 }: AuthorityCard) => {
    await sendMessage('removeAuthority', { sha256 });
    await reload();
    setState({ done: 'authority_removed' });
  };
  return {
    ...state,
    cards,
    read: (chosen: File) => void read(chosen).catch(fail),
    add: (candidate: Candidate) => void add(candidate).catch(fail),
    remove: (card: AuthorityCard) => void remove(card).catch(fail),
    clear: () => setState({}),
  };
}
