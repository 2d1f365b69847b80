import { browser } from '../browser.ts';
import type { NetworkFacts } from '../diagnosis/index.ts';
import type { Portal } from '../portals/index.ts';
import { probe } from './probe.ts';

/** The public sites of the two authorities; neither is a sign-in page. */
const sites = { imss: 'https://www.imss.gob.mx', sat: 'https://www.sat.gob.mx' } as const;

/**
 * The site of the other authority than the portal's: of it more can be known than whether it answers,
 * as far as the person lets the extension in there.
 */
export async function probeNeighbour({
  host,
}: Pick<Portal, 'host'>): Promise<Pick<NetworkFacts, 'neighbour' | 'lacksNeighbour'>> {
  const origin = host.endsWith('.sat.gob.mx') ? sites.imss : sites.sat;
  const isLetIn = await browser.permissions.contains({ origins: [`${origin}/*`] });
  if (isLetIn) return { neighbour: await probe(origin) };
  // The IMSS is let in from the start: only of the SAT is it for the person to say.
  return origin === sites.sat ? { lacksNeighbour: true } : {};
}
