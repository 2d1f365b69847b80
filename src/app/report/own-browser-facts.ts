import { within } from '../../ui/within.ts';

/** UA Client Hints, which TypeScript does not know yet. */
interface Hints {
  brands: readonly { brand: string; version: string }[];
  mobile: boolean;
  platform: string;
  getHighEntropyValues(names: string[]): Promise<{ platformVersion?: string }>;
}

/** What this browser calls itself; the version of the system where it tells it in time. */
export async function ownBrowserFacts(patience: number): Promise<object> {
  const { userAgentData } = navigator as Navigator & { userAgentData?: Hints };
  if (!userAgentData) return { brands: [] };
  const { brands, mobile, platform } = userAgentData;
  const asked = userAgentData.getHighEntropyValues(['platformVersion']);
  const { platformVersion } = await within(patience, asked).catch(() => ({}) as never);
  return { brands, mobile, platform, platformVersion };
}
