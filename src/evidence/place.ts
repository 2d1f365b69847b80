import { judgeHost } from '../portals/host/judge-host.ts';
import { defineGatherer } from './gatherer.ts';
import { isInside } from './is-inside.ts';
import { runInFrames } from './run-in-page.ts';

type Asks = 'files' | 'password' | 'nothing';

/** From what tells the most. */
const asks: readonly Asks[] = ['files', 'password', 'nothing'];

/** Where the person asked: whether that is a portal's own address. Nothing is asked of anybody. */
export default defineGatherer({
  name: 'place',
  depth: 'local',
  async gather({ tab, certificates }) {
    if (!tab) return { missing: 'no_tab' };
    if (tab.url === undefined) return { missing: 'site_access' };
    const { protocol, hostname } = new URL(tab.url);
    if (protocol !== 'https:' && protocol !== 'http:') return { missing: 'no_portal' };
    const host = judgeHost(hostname);
    const found = { scheme: protocol === 'https:' ? 'https' : 'http', host } as const;
    // The name says enough of these.
    if (host === 'portal' || host === 'lookalike') return found;
    // Past the door there is nothing to sign in with, as there should not be.
    if (isInside(hostname, certificates?.history ?? [], new Date())) return found;
    const frames = await runInFrames(tab.id, readFields, [hostname]);
    const asksFor = asks.find((kind) => frames.includes(kind));
    return { ...found, ...(asksFor && { asksFor }) };
  },
});

/**
 * Injected into the frames of a page of a host. Self-contained: only its source travels. It counts
 * fields, and reads none.
 */
function readFields(hostname: string): Asks | undefined {
  if (window === window.top && location.hostname !== hostname) return undefined;
  const count = (selector: string): number =>
    Document.prototype.querySelectorAll.call(document, selector).length;
  const files = count('input[type=file i]');
  const passwords = count('input[type=password i]');
  const ofKey = count('input[type=file i][accept*=".key" i], input[type=file i][accept*=".cer" i]');
  if (ofKey > 0 || (files >= 2 && passwords > 0)) return 'files';
  return files + passwords > 0 ? 'password' : 'nothing';
}
