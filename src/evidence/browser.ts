import { defineGatherer, type Scene } from './gatherer.ts';
import { runInPage } from './run-in-page.ts';
import { uaMajorOf } from './ua-major.ts';

/** UA Client Hints, which TypeScript does not know yet. */
interface UserAgentData {
  brands: { brand: string; version: string }[];
  mobile: boolean;
  platform: string;
  getHighEntropyValues(hints: string[]): Promise<{ platformVersion?: string }>;
}

/** Browsers add a name that nobody has, spelt anew each time: `Not:A-Brand`, `Not)A;Brand`. */
const madeUp = /not.a.brand/i;

/** Characters; no user agent is as long. */
const longest = 512;

/** Which browser this is, by its own account, and what works in it. */
export default defineGatherer({
  name: 'browser',
  depth: 'local',
  async gather(scene) {
    const { userAgent, userAgentData } = navigator as Navigator & { userAgentData?: UserAgentData };
    const [hints, shown, sign, files] = await Promise.all([
      userAgentData?.getHighEntropyValues(['platformVersion']),
      shownIn(scene),
      works(canSign),
      works(canReadFiles),
    ]);
    const brands = (userAgentData?.brands ?? [])
      .filter(({ brand }) => !madeUp.test(brand))
      .map(({ brand, version }) => ({ brand, version: Number.parseInt(version, 10) }));
    const own = uaMajorOf(userAgent);
    const told = [own, scene.attempt?.uaMajor, shown === undefined ? undefined : uaMajorOf(shown)];
    const isTrue = (major: number) => brands.some(({ version }) => version === major);
    return {
      brands,
      uaMajor: told.find((major) => major !== undefined && !isTrue(major)) ?? own,
      platform: userAgentData?.platform ?? '',
      platformVersion: hints?.platformVersion ?? '',
      mobile: userAgentData?.mobile ?? false,
      features: { sign, files },
    };
  },
});

/** What the scripts of the portal's page read: another extension may have put it there. */
async function shownIn({ portal, tabId }: Scene): Promise<string | undefined> {
  if (!portal || tabId === undefined) return undefined;
  const origin = `https://${portal.host}`;
  const shown: unknown = await runInPage(tabId, readUserAgent, [origin], undefined, 'MAIN');
  // The page's own scripts may have put there whatever they like.
  return typeof shown === 'string' ? shown.slice(0, longest) : undefined;
}

/** Injected into a page of `origin`. Self-contained: only its source travels. */
function readUserAgent(origin: string): string | undefined {
  return self.origin === origin ? navigator.userAgent : undefined;
}

async function works(attempt: () => Promise<boolean>): Promise<boolean> {
  return attempt().catch(() => false);
}

/**
 * Signs as portals do, with a key that is thrown away. It is short: what is tried is the operation,
 * and to make a key of 2,048 bits takes ten times as long (0.3 s, measured).
 */
async function canSign(): Promise<boolean> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const publicExponent = Uint8Array.of(1, 0, 1);
  const { privateKey, publicKey } = await crypto.subtle.generateKey(
    { ...algorithm, modulusLength: 1024, publicExponent },
    false,
    ['sign', 'verify'],
  );
  const content = Uint8Array.of(1, 2, 3);
  const signature = await crypto.subtle.sign(algorithm, privateKey, content);
  return crypto.subtle.verify(algorithm, publicKey, signature, content);
}

async function canReadFiles(): Promise<boolean> {
  const file = new File([Uint8Array.of(1, 2, 3)], 'a.cer');
  return new Uint8Array(await file.arrayBuffer()).join() === '1,2,3';
}
