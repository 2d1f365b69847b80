/**
 * What other extensions can reach. The browser's list of their hosts leaves out content scripts
 * (measured in Chromium 156), its warnings do not; but warnings are sentences in the language of the
 * browser. So they are compared with what the same browser says of made-up manifests.
 */
import type { OtherExtension } from '../diagnosis/index.ts';
import { originsOf, portals } from '../portals/index.ts';

/** What the browser says of an extension that reaches these. */
export interface ReferenceWarnings {
  allSites: ReadonlySet<string>;
  portal: ReadonlySet<string>;
  /** It names three sites; of four and more it says only that there are some. */
  someSites: ReadonlySet<string>;
}

/** What reaches them, in manifests of which only the warnings are looked at. */
const references: Readonly<Record<keyof ReferenceWarnings, readonly string[][]>> = {
  allSites: [['<all_urls>'], ['https://*/*']],
  portal: [['*://*.imss.gob.mx/*']],
  someSites: [['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => `https://${name}.example/*`)],
};

const portalHosts = [
  ...new Set(portals.flatMap((portal) => originsOf(portal)).map((origin) => new URL(origin).host)),
];

/** The name of a host that a portal has, or of all the hosts of the IMSS, among those of others. */
const namesPortal = new RegExp(
  `(?<![\\w.-])(?:${['imss.gob.mx', ...portalHosts].map(escapeDots).join('|')})(?![\\w-]|\\.\\w)`,
  'u',
);

/** `warningsOf`: what the browser says of a manifest, as JSON. */
export async function readReferenceWarnings(
  warningsOf: (manifest: string) => Promise<string[]>,
): Promise<ReferenceWarnings> {
  const read = async (name: keyof ReferenceWarnings): Promise<ReadonlySet<string>> =>
    new Set((await Promise.all(references[name].flatMap(manifestsFor).map(warningsOf))).flat());
  const [allSites, portal, someSites] = await Promise.all([
    read('allSites'),
    read('portal'),
    read('someSites'),
  ]);
  return { allSites, portal, someSites };
}

/** By its warnings; its hosts tell what the warnings leave open. */
export function accessOf(
  warnings: readonly string[],
  hostPermissions: readonly string[],
  { allSites, portal, someSites }: ReferenceWarnings,
): OtherExtension['access'] {
  if (warnings.some((warning) => allSites.has(warning))) return 'all_sites';
  if (warnings.some((warning) => portal.has(warning) || namesPortal.test(warning))) return 'portal';
  if (hostPermissions.some(coversPortal)) return 'portal';
  return warnings.some((warning) => someSites.has(warning)) ? 'some_sites' : 'none';
}

function manifestsFor(hosts: readonly string[]): string[] {
  const base = { manifest_version: 3, name: '-', version: '1' };
  return [
    { ...base, host_permissions: hosts },
    { ...base, content_scripts: [{ matches: hosts, js: ['a.js'] }] },
  ].map((manifest) => JSON.stringify(manifest));
}

/** Whether a match pattern covers the page of a portal, or the frame of its form. */
function coversPortal(pattern: string): boolean {
  const [, host = ''] = /^(?:\*|https):\/\/([^/:]+)(?::(?:\*|443))?\//.exec(pattern) ?? [];
  return host.startsWith('*.')
    ? portalHosts.some((name) => `.${name}`.endsWith(host.slice(1)))
    : portalHosts.includes(host);
}

function escapeDots(host: string): string {
  return host.replaceAll('.', '\\.');
}
