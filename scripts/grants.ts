/**
 * Gives optional permissions that a browser without a screen cannot be asked for: its question never
 * ends there. What a profile was granted once stays granted: a copy of the extension that requires
 * the permissions is opened in it, and from then on `permissions.request` is answered with yes.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from './chromium.ts';
import { dist } from './stage.ts';

interface Manifest {
  permissions: string[];
  optional_permissions: string[];
  host_permissions: string[];
  optional_host_permissions: string[];
}

/**
 * Opens and closes a browser on a profile that nobody else uses meanwhile. In a new profile that is
 * the first run of the extension. Throws when the manifest does not have them as optional.
 * @param extraExtensions what else is installed in the profile
 * @param hosts match patterns of sites
 */
export async function grantOptional(
  profile: string,
  permissions: readonly chrome.runtime.ManifestOptionalPermission[],
  extraExtensions: readonly string[] = [],
  hosts: readonly string[] = [],
): Promise<void> {
  const copy = await mkdtemp(join(tmpdir(), 'firma-lista-granting-'));
  try {
    await cp(dist, copy, { recursive: true });
    await requireThem(join(copy, 'manifest.json'), permissions, hosts);
    const browser = await launchChromium({
      dist: copy,
      profile,
      headless: true,
      resolverRules: '',
      spkiHash: '',
      extraExtensions,
    });
    await browser.close();
  } finally {
    await rm(copy, { recursive: true, force: true, maxRetries: 10 });
  }
}

async function requireThem(
  path: string,
  wanted: readonly string[],
  hosts: readonly string[],
): Promise<void> {
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest;
  const {
    permissions,
    optional_permissions: optional,
    host_permissions: sites,
    optional_host_permissions: optionalSites,
  } = manifest;
  const unknown = [
    ...wanted.filter((name) => !optional.includes(name)),
    ...hosts.filter((pattern) => !optionalSites.includes(pattern)),
  ];
  if (unknown.length > 0) throw new Error(`Not optional: ${unknown.join(', ')}`);
  const changed: Manifest = {
    ...manifest,
    permissions: [...permissions, ...wanted],
    optional_permissions: optional.filter((name) => !wanted.includes(name)),
    host_permissions: [...sites, ...hosts],
    optional_host_permissions: optionalSites.filter((pattern) => !hosts.includes(pattern)),
  };
  await writeFile(path, JSON.stringify(changed));
}
