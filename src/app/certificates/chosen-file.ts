import type { CauseId, VerdictDetail } from '../../certificate/index.ts';
import type { FilePayload, IdentifiedFile } from '../../messages.ts';

/** Why a file is not looked into at all. */
export type FileProblem =
  | { cause: Extract<CauseId, 'cert.wrong_file'>; detail: Extract<VerdictDetail, 'too_large'> }
  /** In use by another program, or in a cloud that has not brought it down. */
  | { cause: 'key.file_locked' };

/** A file the person brought: read, or with the reason why not. */
export interface ChosenFile {
  id: string;
  name: string;
  size: number;
  payload?: FilePayload;
  /** What it is, as soon as that was told. */
  identity?: IdentifiedFile;
  problem?: FileProblem;
}

/** The files of an e.firma have one or two KiB. */
const largest = 1024 ** 2;

/** Reads a file, unless it is far too large to be of an e.firma. */
export async function readChosen(file: File): Promise<ChosenFile> {
  const chosen = { id: crypto.randomUUID(), name: file.name, size: file.size };
  if (file.size > largest) {
    return { ...chosen, problem: { cause: 'cert.wrong_file', detail: 'too_large' } };
  }
  try {
    return { ...chosen, payload: { name: file.name, bytes: await base64Of(file) } };
  } catch {
    return { ...chosen, problem: { cause: 'key.file_locked' } };
  }
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const url = typeof reader.result === 'string' ? reader.result : '';
      resolve(url.slice(url.indexOf(',') + 1));
    });
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable file')));
    reader.readAsDataURL(file);
  });
}
