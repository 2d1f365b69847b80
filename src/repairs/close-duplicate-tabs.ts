import { browser } from '../browser.ts';
import { FirmaError } from '../errors.ts';
import { sessionCollection } from '../storage.ts';
import { isUntouched } from './is-untouched.ts';
import type { AutomaticRepair, RepairContext } from './repair.ts';
import { addressAgain, agreedTabs, spareTabs } from './spare-tabs.ts';

/** What opens a tab again where it was. */
interface ClosedTab {
  id: number;
  windowId: number | undefined;
  index: number;
  url: string;
  name: string;
}

/** By the id of the tab that was closed: an undo that is cut off goes on where it was. */
const reopenedTabs = () => sessionCollection<true>('reopened');

/**
 * Closes the other tabs of the portal's exact host, in every window: they share one session. Only
 * those that the person saw in the preview. Stay: the one in use, pinned ones, and each that has
 * something typed in it or does not answer whether it has.
 */
export default {
  id: 'close-duplicate-tabs',
  kind: 'automatic',
  undoMinutes: 30,

  async preview(context) {
    const spare = await listSpare(context);
    return namesOf(spare).map((name) => {
      const tabs = spare.filter((tab) => tab.name === name).map(({ id }) => id);
      return { kind: 'other_tab', name, host: context.portal.host, count: tabs.length, tabs };
    });
  },

  /** @throws FirmaError `tabs_in_use` when none of them can be closed any more */
  async prepare(context) {
    const closing = context.chosen.tabs ? await listSpare(context) : [];
    if (closing.length === 0) throw new FirmaError('tabs_in_use');
    return { names: namesOf(closing), snapshot: closing };
  },

  /** @throws FirmaError `tabs_in_use` when none could be closed */
  async run(context, snapshot) {
    const closing = snapshot as ClosedTab[];
    // Somebody may have begun to type since.
    const spare = new Set((await listSpare(context)).map(({ id }) => id));
    const closed: ClosedTab[] = [];
    for (const tab of closing.filter(({ id }) => spare.has(id))) {
      const isClosed = await browser.tabs.remove(tab.id).then(
        () => true,
        () => false,
      );
      if (isClosed) closed.push(tab);
    }
    if (closed.length === 0) throw new FirmaError('tabs_in_use');
    return { names: namesOf(closed), snapshot: closed };
  },

  /** Those that are there still, because they were not reached, stay alone; and those that are back. */
  async undo(snapshot) {
    const open = new Set((await browser.tabs.query({})).map(({ id }) => id));
    const windows = new Set((await browser.windows.getAll()).map(({ id }) => id));
    const reopened = reopenedTabs();
    for (const { id, windowId, index, url } of snapshot as ClosedTab[]) {
      if (open.has(id) || (await reopened.get(String(id)))) continue;
      const isThere = windowId !== undefined && windows.has(windowId);
      await browser.tabs.create({ url, active: false, ...(isThere && { windowId, index }) });
      await reopened.set(String(id), true);
    }
  },
} as const satisfies AutomaticRepair;

/** What was agreed to was told apart from the tab in use then: one opened since changes nothing. */
async function listSpare({ portal, tabId, chosen }: RepairContext): Promise<ClosedTab[]> {
  const tabs = await browser.tabs.query({ url: `*://${portal.host}/*` });
  const spare = chosen.tabs
    ? agreedTabs(tabs, portal, chosen.tabs).filter(({ id }) => id !== tabId)
    : spareTabs(tabs, portal, tabId);
  const answers = await Promise.all(spare.map(({ id }) => isUntouched(id, portal.host)));
  return spare
    .filter((_, at) => answers[at])
    .map(({ id, windowId, index, url, title }) => ({
      id,
      windowId,
      index,
      url: addressAgain(url, portal),
      name: title ?? portal.host,
    }));
}

function namesOf(tabs: readonly ClosedTab[]): string[] {
  return [...new Set(tabs.map(({ name }) => name))];
}
