import { defineGatherer } from './gatherer.ts';

/** UA Client Hints, which TypeScript does not know yet. */
interface UserAgentData {
  brands: { brand: string; version: string }[];
  mobile: boolean;
  platform: string;
  getHighEntropyValues(hints: string[]): Promise<{ platformVersion?: string }>;
}

/** Browsers add a name that nobody has, spelt anew each time: `Not:A-Brand`, `Not)A;Brand`. */
const madeUp = /not.a.brand/i;

/** Which browser this is, by its own account, and what works in it. */
export default defineGatherer({
  name: 'browser',
  depth: 'local',
  async gather() {
    const { userAgent, userAgentData } = navigator as Navigator & { userAgentData?: UserAgentData };
    const uaMajor = /Chrome\/(\d+)/.exec(userAgent)?.[1];
    const [hints, sign, files] = await Promise.all([
      userAgentData?.getHighEntropyValues(['platformVersion']),
      works(canSign),
      works(canReadFiles),
    ]);
    return {
      brands: (userAgentData?.brands ?? [])
        .filter(({ brand }) => !madeUp.test(brand))
        .map(({ brand, version }) => ({ brand, version: Number.parseInt(version, 10) })),
      ...(uaMajor && { uaMajor: Number(uaMajor) }),
      platform: userAgentData?.platform ?? '',
      platformVersion: hints?.platformVersion ?? '',
      mobile: userAgentData?.mobile ?? false,
      features: { sign, files },
    };
  },
});

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
