import { browser } from '../browser.ts';
import { forgetClosedTabs } from './attempts.ts';
import { watchTabs } from './badge.ts';
import { watchChanges } from './changes.ts';
import { watchClients } from './clients.ts';
import { countFailures } from './count-failures.ts';
import { forgetClosedForms } from './filled-tabs.ts';
import { keepFailures } from './keep-failures.ts';
import { applyIdleTime, watchIdle } from './lock.ts';
import { listenToOwnPages } from './on-own-message.ts';
import { listenToPages } from './on-page-message.ts';
import { listenToWatchers } from './on-watcher-report.ts';
import { watchPauses } from './pauses.ts';
import { watchPopup } from './popup-port.ts';
import { watchPortalAsks } from './portal-asks.ts';
import { recover } from './recover.ts';
import { forgetOldRefusals } from './refused-files.ts';
import { watchReminders } from './reminders.ts';
import { reportBug } from './report-bug.ts';
import { watchServerTime } from './server-time.ts';
import { watchSiteRules } from './site-rules.ts';
import { watchAnswers } from './watch-answers.ts';
import { watchEntries } from './watch-entries.ts';
import { watchFailures } from './watch-failures.ts';
import { watchForbidden } from './watch-forbidden.ts';
import { watchOptionalPortals } from './optional-portals.ts';
import { watchRevocation } from './watch-revocation.ts';
import { watchWaiting } from './watch-waiting.ts';
import { watchRequests } from './watch-requests.ts';
import { createMenu, watchWaysIn } from './ways-in.ts';

// By default content scripts may read and write storage: closed before anything is written.
const onlyOurPages = { accessLevel: 'TRUSTED_CONTEXTS' } as const;
const ready = Promise.all([
  chrome.storage.local.setAccessLevel(onlyOurPages),
  chrome.storage.session.setAccessLevel(onlyOurPages),
]).then(() => recover().catch(reportBug));

listenToPages(ready);
listenToOwnPages(ready);
listenToWatchers(ready);
watchPopup(ready);
watchRequests(ready);
watchServerTime(ready);
watchFailures(ready);
watchForbidden(ready);
watchAnswers(ready);
watchEntries(ready);
// Before watchClients, which forgets whose e.firma was refused at the very event that counts it.
countFailures(ready);
watchPortalAsks(ready);
watchWaiting(ready);
watchRevocation(ready);
watchOptionalPortals();
keepFailures(ready);
forgetClosedTabs(ready);
forgetClosedForms(ready);
forgetOldRefusals(ready);
watchIdle();
watchChanges();
watchClients(ready);
watchPauses();
watchReminders(ready);
watchSiteRules(ready);
watchTabs(ready);
watchWaysIn();
void applyIdleTime();

browser.runtime.onInstalled.addListener(({ reason }) => {
  void createMenu();
  if (reason === 'install') {
    void browser.tabs.create({ url: browser.runtime.getURL('src/app/index.html#/bienvenida') });
  }
});
