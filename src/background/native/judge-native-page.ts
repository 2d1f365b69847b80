import { FirmaError } from '../../errors.ts';
import { isUnder, type KnownPortal } from '../../portals/index.ts';
import type { NativePage } from './inspect-native-page.ts';

/**
 * The page itself of the portal, framed by nobody, with its sign-in in it, whose hidden form stays
 * at home.
 * @throws FirmaError `not_a_portal`, `stranger_in_frames`, `other_way_to_enter`, `form_not_found`,
 * `form_goes_elsewhere`, `page_too_old`
 */
export function judgeNativePage(page: NativePage, { host, path, native }: KnownPortal): void {
  const origin = `https://${host}`;
  if (page.origin !== origin || !isUnder(page.path, path)) throw new FirmaError('not_a_portal');
  if (page.ancestors.length > 0) throw new FirmaError('stranger_in_frames');
  if (!page.isSignIn) {
    throw new FirmaError(page.hasOtherWay ? 'other_way_to_enter' : 'form_not_found');
  }
  // With a password of the portal's in what is sent, no script of the page may hear of it.
  if (native?.kind === 'idse-cms' && !page.canHush) throw new FirmaError('page_too_old');
  const { target, method } = page;
  if (target === undefined) return;
  const staysHome = URL.canParse(target) && new URL(target).origin === origin;
  // A form that is sent as an address leaves the token in the history of the browser.
  if (!staysHome || method !== 'post') throw new FirmaError('form_goes_elsewhere');
}
