/** What the person waits for, what is over, and what was given up. */
import type { Page } from 'playwright-core';
import type { Reminder } from '../../../src/messages.ts';
import { openApp } from '../../person.ts';
import type { Popup } from '../../popup.ts';
import type { Stage } from '../../stage.ts';
import type { Act } from '../scene.ts';
import { popupOver } from '../steps.ts';

const portals = {
  waiting: 'buzon-imss',
  ready: 'idse',
  given_up: 'escritorio-virtual',
} as const;

async function keepReminders({ browser }: Stage, states: readonly Reminder['state'][]) {
  const at = Date.now();
  const reminders = states.map((state): Reminder => {
    const waits = { waitsFor: 'portal', at, next: at + 3_600_000, looks: 1 } as const;
    return { portal: portals[state], state, ...waits };
  });
  const worker = await browser.worker();
  await worker.evaluate((all) => chrome.storage.local.set({ reminders: all }), reminders);
}

async function forgetReminders({ browser }: Stage): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(() => chrome.storage.local.remove('reminders'));
}

async function remindedInApp(stage: Stage): Promise<Page> {
  await keepReminders(stage, ['waiting', 'ready', 'given_up']);
  const app = await openApp(stage.browser, 'certificados');
  await app.locator('[data-field=reminders] > li').nth(2).waitFor();
  return app;
}

async function remindedInPopup(stage: Stage, state: Reminder['state']): Promise<Popup> {
  await keepReminders(stage, [state]);
  const popup = await popupOver(stage);
  await popup.waitFor("document.querySelector('[data-field=reminders] > li')");
  return popup;
}

const inPopup = (name: string, state: Reminder['state']) => ({
  name,
  of: 'popup' as const,
  show: (stage: Stage) => remindedInPopup(stage, state),
  after: forgetReminders,
});

export const reminded: Act = {
  name: 'something to come back to',
  prepare: async () => undefined,
  scenes: [
    { name: 'reminders', of: 'app', show: remindedInApp, after: forgetReminders },
    inPopup('popup-reminder-ready', 'ready'),
    inPopup('popup-reminder-given-up', 'given_up'),
  ],
};
