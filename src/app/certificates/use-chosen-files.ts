import { useState } from 'preact/hooks';
import { sendMessage } from '../../messages.ts';
import { problemOf, problemOfCause, type Problem } from '../../ui/failure-text.ts';
import { readChosen, type ChosenFile } from './chosen-file.ts';

interface ChosenFiles {
  files: readonly ChosenFile[];
  problem: Problem | undefined;
  add: (brought: Iterable<File>) => Promise<void>;
  remove: (id: string) => void;
  clear: () => void;
}

/** More than anybody brings on purpose; a whole folder dropped by mistake is not read. */
const most = 20;

const tooMany = (): Problem => problemOfCause('cert.wrong_file', 'too_many_files');

/** The files brought so far, in any order. What each one is, is asked as soon as it is there. */
export function useChosenFiles(): ChosenFiles {
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const add = async (brought: Iterable<File>) => {
    const all = [...brought];
    setProblem(all.length > most ? tooMany() : undefined);
    const read = await Promise.all(all.slice(0, most).map(readChosen));
    const names = new Set(read.map(({ name }) => name));
    setFiles((before) => [...before.filter(({ name }) => !names.has(name)), ...read].slice(-most));
    const readable = read.flatMap(({ id, payload }) => (payload ? [{ id, payload }] : []));
    if (readable.length === 0) return;
    try {
      const identified = await sendMessage(
        'identifyFiles',
        readable.map(({ payload }) => payload),
      );
      const identities = new Map(readable.map(({ id }, index) => [id, identified[index]]));
      setFiles((before) =>
        before.map((file) => {
          const identity = identities.get(file.id);
          return { ...file, ...(identity && { identity }) };
        }),
      );
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return {
    files,
    problem,
    add,
    remove: (id) => setFiles((before) => before.filter((file) => file.id !== id)),
    clear: () => setFiles([]),
  };
}
