/** The whole memory of the process that a page lives in: its texts, its buffers, whatever is left. */
import { open, readFile, type FileHandle } from 'node:fs/promises';
import { platform } from 'node:os';
import type { Launched } from '../../scripts/chromium.ts';
import { browserSession } from '../../scripts/worker.ts';

/** Only Linux lets one process read another, and only where it is not forbidden. */
export const canReadMemory = platform() === 'linux' && process.getuid?.() === 0;

const page = 4096;
/** Octets that are read at once; two reads of one region share a page, so that nothing is cut. */
const most = 1024 * page;

/**
 * Reads every process of pages, and gives those chunks to `look` that are not empty.
 * @param isIt which process is meant, by one of its chunks
 */
export async function searchProcess(
  { context }: Launched,
  isIt: (bytes: Buffer) => boolean,
  look: (bytes: Buffer) => void,
): Promise<void> {
  const session = await browserSession(context);
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  let found = 0;
  for (const { id, type } of processInfo) {
    if (type !== 'renderer') continue;
    const chunks = await chunksOf(id);
    if (!chunks.some(isIt)) continue;
    found += 1;
    chunks.forEach(look);
  }
  if (found !== 1) throw new Error(`${found} processes are the one that is meant`);
}

async function chunksOf(pid: number): Promise<Buffer[]> {
  const [memory, pagemap] = await Promise.all(
    ['mem', 'pagemap'].map((name) => open(`/proc/${pid}/${name}`)),
  );
  try {
    const found: Buffer[] = [];
    for (const region of await regionsOf(pid)) {
      for (const [start, end] of await presentIn(region, pagemap)) {
        for (let at = start; at < end; at += most - page) {
          const bytes = await readAt(memory, at, Math.min(most, end - at));
          if (bytes) found.push(bytes);
        }
      }
    }
    return found;
  } finally {
    await Promise.all([memory?.close(), pagemap?.close()]);
  }
}

type Region = [start: number, end: number];

/** What can be written: code and files of the program hold no secrets of people. */
async function regionsOf(pid: number): Promise<Region[]> {
  const lines = (await readFile(`/proc/${pid}/maps`, 'utf8')).split('\n');
  return lines.flatMap((line): Region[] => {
    const [, start, end] = /^([\da-f]+)-([\da-f]+) rw/.exec(line) ?? [];
    return start && end ? [[parseInt(start, 16), parseInt(end, 16)]] : [];
  });
}

/** The runs of pages of a region that were ever written to; most of a region is only reserved. */
async function presentIn([start, end]: Region, pagemap?: FileHandle): Promise<Region[]> {
  const entries =
    (await readAt(pagemap, (start / page) * 8, ((end - start) / page) * 8)) ?? Buffer.alloc(0);
  const runs: Region[] = [];
  for (let index = 0; index * 8 < entries.length; index++) {
    // Present, or swapped out: the two highest bits of the little-endian entry.
    if (((entries[index * 8 + 7] ?? 0) & 0xc0) === 0) continue;
    const at = start + index * page;
    const last = runs.at(-1);
    if (last?.[1] === at) last[1] = at + page;
    else runs.push([at, at + page]);
  }
  return runs;
}

/** Undefined for what is mapped and cannot be read. */
async function readAt(
  file: FileHandle | undefined,
  position: number,
  length: number,
): Promise<Buffer | undefined> {
  const bytes = Buffer.alloc(length);
  try {
    const read = await file?.read(bytes, { position });
    return bytes.subarray(0, read?.bytesRead ?? 0);
  } catch {
    return undefined;
  }
}
