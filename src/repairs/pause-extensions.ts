import type { OtherExtension } from '../diagnosis/index.ts';
import { FirmaError } from '../errors.ts';
import { listOtherExtensions, mayManageExtensions } from '../evidence/other-extensions.ts';
import { local, type Pause } from '../storage.ts';
import { withJournal, writeJournal } from './pause-journal.ts';
import type { AutomaticRepair, RepairContext, RunContext } from './repair.ts';
import { restoreExtensions, switchOn } from './restore-extensions.ts';

type Paused = Pause['extensions'];

const usualMinutes = 10;

/**
 * Switches off, for some minutes, those extensions of the preview that the person chose. A second
 * pause adds to the first, and its minutes count for all of them.
 */
export default {
  id: 'pause-extensions',
  kind: 'automatic',
  undoMinutes: usualMinutes,
  needs: 'management',
  isTemporary: true,
  reach: 'everywhere',

  /** Every extension that can touch the portal, the most suspicious first. */
  async preview(context) {
    if (!(await mayManageExtensions())) return [];
    const candidates = await listCandidates(context);
    return candidates.map(({ extension: { id, name, isForced }, score }) => ({
      kind: 'extension',
      id,
      name,
      score,
      isForced,
    }));
  },

  /** @throws FirmaError `management_missing` */
  async check() {
    if (!(await mayManageExtensions())) throw new FirmaError('management_missing');
  },

  /** @throws FirmaError `extension_not_paused` when none can be */
  async prepare(context) {
    const chosen = await listChosen(context);
    if (chosen.length === 0) throw new FirmaError('extension_not_paused');
    return { names: chosen.map(({ name }) => name), snapshot: chosen };
  },

  /** All of them, or none: @throws FirmaError `extension_not_paused` */
  async run(context, snapshot) {
    const chosen = snapshot as Paused;
    await withJournal(() => pause(context, chosen));
    return { names: chosen.map(({ name }) => name), snapshot };
  },

  /** @throws FirmaError as `restoreExtensions` */
  async undo(snapshot) {
    await restoreExtensions(snapshot as Paused);
  },
} satisfies AutomaticRepair;

async function listCandidates({
  score = () => 0,
}: RepairContext): Promise<{ extension: OtherExtension; score: number }[]> {
  const others = await listOtherExtensions();
  return others
    .map((extension) => ({ extension, score: score(extension) }))
    .filter((candidate) => candidate.score > 0)
    .toSorted((a, b) => b.score - a.score || a.extension.name.localeCompare(b.extension.name));
}

/** Those that are paused already count too: their minutes begin again. */
async function listChosen(context: RepairContext): Promise<Paused> {
  const [candidates, { pause: earlier }] = await Promise.all([
    listCandidates(context),
    local.get('pause'),
  ]);
  const allowed = candidates
    .map(({ extension }) => extension)
    .filter(({ isForced }) => !isForced)
    .map(({ id, name }) => ({ id, name }));
  return together(earlier?.extensions ?? [], allowed).filter(({ id }) =>
    context.chosen.extensions?.includes(id),
  );
}

async function pause({ portal, chosen, changeId }: RunContext, extensions: Paused) {
  const { pause: earlier } = await local.get('pause');
  const before = earlier?.extensions ?? [];
  const at = Date.now();
  const journal: Pause = {
    id: changeId,
    portal: portal.id,
    extensions: together(before, extensions),
    at,
    until: at + (chosen.minutes ?? usualMinutes) * 60_000,
  };
  await writeJournal(journal);
  try {
    for (const { id } of extensions) await chrome.management.setEnabled(id, false);
  } catch (cause) {
    const fresh = extensions.filter(({ id }) => before.every((other) => other.id !== id));
    const left = together(before, await switchOn(fresh));
    await writeJournal({ ...journal, ...earlier, extensions: left });
    throw new FirmaError('extension_not_paused', { cause });
  }
}

function together(some: Paused, more: Paused): Paused {
  return [...some, ...more.filter(({ id }) => some.every((other) => other.id !== id))];
}
