import { browser } from '../browser.ts';
import { FirmaError } from '../errors.ts';
import { isPortalHost } from '../portals/index.ts';
import { formText } from './form-text.ts';
import { inEveryFrame } from './in-every-frame.ts';
import { inspectInputs } from './inspect-inputs.ts';

/**
 * How the forms of the page in a tab are made, for somebody who wants to add it: see `form-text.ts`.
 * @throws FirmaError `not_a_portal` at any host that no portal has; `page_not_answering`
 */
export async function describeForms(tabId: number): Promise<string> {
  const { url } = await browser.tabs.get(tabId);
  if (!isPortalHost(url)) throw new FirmaError('not_a_portal');
  const results = await inEveryFrame(tabId, inspectInputs, []);
  const documents = results.flatMap(({ result }) => (result ? [result] : []));
  if (documents.length === 0) throw new FirmaError('page_not_answering');
  return formText(documents);
}
