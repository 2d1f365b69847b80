/** Sees to it that what was paused is switched on again, whatever happens meanwhile. */
import { browser } from '../browser.ts';
import { pauseAlarm } from '../repairs/pause-journal.ts';
import {
  restoreExtensions,
  restoreFromEarlierRun,
  reviewPause,
} from '../repairs/restore-extensions.ts';
import { reportBug } from './report-bug.ts';

export function watchPauses(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === pauseAlarm) void reviewPause().catch(reportBug);
  });
  browser.runtime.onStartup.addListener(() => {
    void restoreExtensions().catch(reportBug);
  });
  browser.permissions.onAdded.addListener(({ permissions }) => {
    if (!permissions?.includes('management')) return;
    watchExtensions();
    void restoreFromEarlierRun().catch(reportBug);
  });
  watchExtensions();
  void restoreFromEarlierRun().catch(reportBug);
}

/** Before the permission is given `chrome.management` has no events to listen to. */
function watchExtensions(): void {
  if (!('onEnabled' in chrome.management)) return;
  chrome.management.onEnabled.addListener(review);
  chrome.management.onUninstalled.addListener(review);
}

/** One function for every registration: the browser keeps a listener once. */
function review(): void {
  void reviewPause().catch(reportBug);
}
