import { browser } from '../browser.ts';
import { addressOf } from '../portals/index.ts';
import { defineGatherer, type Scene } from './gatherer.ts';

/** Of another site than any portal: what a portal may keep within it is what others may in theirs. */
const anotherSite = 'https://www.gob.mx/';

const permissions = { permissions: ['contentSettings' as const] };

/**
 * What the browser was told about the portal: scripts, cookies, windows that open by themselves; and
 * about cookies in frames of other sites.
 * Where nothing points there, nobody is asked to let us see it.
 */
export default defineGatherer({
  name: 'siteSettings',
  depth: 'local',
  async gather(scene) {
    if (!scene.portal) return { missing: 'no_portal' };
    if (!(await browser.permissions.contains(permissions))) {
      return { missing: pointsThere(scene) ? 'content_settings' : 'no_reason' };
    }
    const { javascript, cookies: ofCookies, popups } = chrome.contentSettings;
    const place = { primaryUrl: addressOf(scene.portal) };
    const [forScripts, forCookies, forPopups, forFrames] = await Promise.all([
      javascript.get(place),
      ofCookies.get(place),
      popups.get(place),
      ofCookies.get({ ...place, secondaryUrl: anotherSite }),
    ]);
    return {
      scripts: forScripts.setting === 'block' ? 'block' : 'allow',
      // Those that last as long as the browser is open are enough to sign in.
      cookies: forCookies.setting === 'block' ? 'block' : 'allow',
      popups: forPopups.setting === 'allow' ? 'allow' : 'block',
      thirdPartyCookies: forFrames.setting === 'block' ? 'block' : 'allow',
    };
  },
});

/** A page that stays empty, a button that does nothing, a sign-in that starts over. */
function pointsThere({ attempt, asked }: Scene): boolean {
  const isSeen = attempt !== undefined && (attempt.loginLoop || attempt.blank);
  return isSeen || /^(?:blank|nothing_happens|back_to_start)$/.test(asked?.sees ?? '');
}
