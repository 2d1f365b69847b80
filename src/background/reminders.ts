/** Looks after what the person wants to be told of, also when the browser was closed meanwhile. */
import { browser } from '../browser.ts';
import { FirmaError } from '../errors.ts';
import { probe } from '../evidence/probe.ts';
import { t, type MessageKey } from '../i18n.ts';
import type { ReminderRequest } from '../messages.ts';
import { addressOf, findPortal, originsOf, type PortalId } from '../portals/index.ts';
import { afterLook, isAnswering, isDue, reminderAt, type Reminder } from '../reminders/index.ts';
import { local, readReminders } from '../storage.ts';
import { reportBug } from './report-bug.ts';

const alarm = 'reminders';
const prefix = 'reminder:';

export function watchReminders(ready: Promise<void>): void {
  const look = (): void => void ready.then(review).catch(reportBug);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) look();
  });
  browser.permissions.onAdded.addListener(({ permissions }) => {
    if (permissions?.includes('notifications')) watchNotifications();
  });
  watchNotifications();
  // The browser may have been closed when it was time.
  look();
}

/**
 * Begins one, in place of one of the same portal.
 * @returns undefined where the portal answers already: there is nothing that one could wait for
 */
export async function remind(request: ReminderRequest): Promise<Reminder | undefined> {
  if (!findPortal(request.portal)) throw new FirmaError('unexpected');
  if (request.waitsFor === 'portal' && (await isBack(request.portal)) === true) return undefined;
  const reminder = reminderAt(Date.now(), request);
  await change((others) => [...others.filter(isOfAnother(request.portal)), reminder]);
  return reminder;
}

/** Takes one back, or away once it was read; harmless when there is none. */
export async function forgetReminder({ portal }: { portal: PortalId }): Promise<void> {
  await change((all) => all.filter(isOfAnother(portal)));
}

/** Looks at those that are due, and sees to it that the next is not forgotten. */
async function review(): Promise<void> {
  await change(async (all) => {
    const looked: Reminder[] = [];
    for (const reminder of all) {
      const now = Date.now();
      if (!isDue(reminder, now)) looked.push(reminder);
      else {
        const seen = reminder.waitsFor === 'portal' ? await isBack(reminder.portal) : undefined;
        const after = afterLook(reminder, now, seen);
        if (after.state === 'ready') await notify(after);
        looked.push(after);
      }
    }
    return looked;
  });
}

/** Whether every host of a portal answers, at its first page; undefined when it cannot be asked. */
async function isBack(id: PortalId): Promise<boolean | undefined> {
  const portal = findPortal(id);
  if (!portal || !navigator.onLine) return undefined;
  // Without it our own requests fail, and that says nothing of the portal.
  const origins = originsOf(portal).map((origin) => `${origin}/*`);
  if (!(await browser.permissions.contains({ origins }))) return undefined;
  const answers = await Promise.all(originsOf(portal).map(probe));
  if (answers.every(({ net }) => net === 'INTERNET_DISCONNECTED')) return undefined;
  return answers.every(isAnswering);
}

/** One change at a time; the icon and the alarm follow. */
async function change(
  work: (all: readonly Reminder[]) => Reminder[] | Promise<Reminder[]>,
): Promise<void> {
  await navigator.locks.request('reminders', async () => {
    const reminders = await readReminders();
    const next = await work(reminders);
    if (next.length > 0) await local.set({ reminders: next });
    else await local.remove('reminders');
    const waiting = next.filter(({ state }) => state === 'waiting');
    if (waiting.length > 0) {
      await browser.alarms.create(alarm, { when: Math.min(...waiting.map((each) => each.next)) });
    } else await browser.alarms.clear(alarm);
    await mark(next.some(({ state }) => state === 'ready'));
  });
}

/** On every page that has no mark of its own. */
async function mark(isReady: boolean): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text: isReady ? '✓' : '' }),
    browser.action.setTitle({ title: t(isReady ? 'action_title_reminder' : 'action_title') }),
  ]);
}

async function notify({ portal, waitsFor }: Reminder): Promise<void> {
  if (!('notifications' in chrome)) return;
  const name = t(`portal_${portal.replaceAll('-', '_')}_name` as MessageKey);
  await chrome.notifications.create(prefix + portal, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icons/128.png'),
    title: t('app_name'),
    message: t(`reminder_ready_${waitsFor}`, name),
  });
}

/** Before the permission is given there are none to listen to. */
function watchNotifications(): void {
  if (!('notifications' in chrome)) return;
  chrome.notifications.onClicked.addListener(openFrom);
}

/** One function for every registration: the browser keeps a listener once. */
function openFrom(id: string): void {
  const portal = id.startsWith(prefix) ? findPortal(id.slice(prefix.length)) : undefined;
  if (!portal) return;
  void browser.tabs.create({ url: addressOf(portal) });
  void forgetReminder({ portal: portal.id }).catch(reportBug);
}

function isOfAnother(portal: PortalId): (reminder: Reminder) => boolean {
  return (reminder) => reminder.portal !== portal;
}
