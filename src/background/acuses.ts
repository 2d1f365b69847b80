import type { Acuse } from '../messages.ts';
import { readKeptAcuse } from '../portals/ask/read-kept-acuse.ts';
import { readReceipt, type Receipt } from '../portals/ask/read-receipt.ts';
import type { PortalId } from '../portals/index.ts';
import { dropAcuse, readAcuses, writeAcuse } from '../vault/index.ts';
import { cadenaAskedBy } from './ask-of.ts';
import { forgetFilled, wasFilled } from './filled-tabs.ts';

/**
 * Keeps what a portal gave back after something was signed; nothing without a folio or an address
 * to follow it up. The same again changes nothing. Any script of the page can say such things: only the
 * first after the person had us fill the form in that tab counts as one that followed an approval.
 * @param origin of the page
 * @param receipt of the widget's answer; what is not as it has to be is left out
 * @param tabId where it happened: what was asked for there stands in for a cadena that is not in
 * the answer
 */
export async function keepAcuse(
  portal: PortalId,
  origin: string,
  receipt: Receipt,
  tabId: number,
): Promise<void> {
  const read = readReceipt(receipt);
  if (!read) return;
  const cadena = read.cadena ?? (await cadenaAskedBy(origin, tabId));
  await navigator.locks.request('acuses', async () => {
    const approved = await wasFilled(tabId, portal);
    const isNews = await writeAcuse({
      id: JSON.stringify([origin, read.folio ?? read.link]),
      at: new Date().toISOString(),
      portal,
      origin,
      ...read,
      ...(cadena !== undefined && { cadena }),
      ...(approved && { approved }),
    });
    if (approved && isNews) await forgetFilled(tabId);
  });
}

/** What portals gave back, the newest first. */
export async function listAcuses(): Promise<Acuse[]> {
  const acuses = (await readAcuses()).flatMap((row) => readKeptAcuse(row) ?? []);
  return acuses.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

export async function removeAcuse(id: string): Promise<void> {
  await dropAcuse(id);
}
