/** Sees to it that the rules of ours for sites are those of the journal, whatever was cut off. */
import { browser } from '../browser.ts';
import { settleRules } from '../repairs/rules-journal.ts';
import { reportBug } from './report-bug.ts';

export function watchSiteRules(ready: Promise<void>): void {
  const settle = (): void => {
    void ready.then(settleRules).catch(reportBug);
  };
  browser.permissions.onAdded.addListener(({ permissions }) => {
    if (permissions?.includes('contentSettings')) settle();
  });
  settle();
}
