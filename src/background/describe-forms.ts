import { browser } from '../browser.ts';
import { FirmaError } from '../errors.ts';
import type { PageForms } from '../messages.ts';
import { isImssPage, isImssWidget } from '../portals/forms/imss-page.ts';
import { portals } from '../portals/index.ts';
import { formText } from './form-text.ts';
import { inEveryFrame } from './in-every-frame.ts';
import { inspectInputs } from './inspect-inputs.ts';

/**
 * How the forms of the page in a tab are made, for somebody who wants to add it: see `form-text.ts`.
 * @throws FirmaError `not_a_portal` at any host that is neither a portal's nor the IMSS's;
 * `page_not_answering`
 */
export async function describeForms(tabId: number): Promise<PageForms> {
  const { url } = await browser.tabs.get(tabId);
  if (!isPortalHost(url) && !isImssPage(url)) throw new FirmaError('not_a_portal');
  const results = await inEveryFrame(tabId, inspectInputs, []);
  const documents = results.flatMap(({ result }) => (result ? [result] : []));
  if (documents.length === 0) throw new FirmaError('page_not_answering');
  return { text: formText(documents), hasWidget: documents.some(isImssWidget) };
}

/** Whether a page is at the exact host of some portal, whatever its path. */
function isPortalHost(url: string | undefined): boolean {
  const origin = url && URL.canParse(url) ? new URL(url).origin : undefined;
  return portals.some(({ host }) => origin === `https://${host}`);
}
