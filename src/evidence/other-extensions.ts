import { browser } from '../browser.ts';
import type { OtherExtension } from '../diagnosis/index.ts';
import { accessOf, readReferenceWarnings } from './extension-access.ts';

const management: chrome.permissions.Permissions = { permissions: ['management'] };

/** Without it `chrome.management` has nothing that tells of others. */
export async function mayManageExtensions(): Promise<boolean> {
  return await browser.permissions.contains(management);
}

/** Every other extension that is on; themes and apps are none. Needs the permission. */
export async function listOtherExtensions(): Promise<OtherExtension[]> {
  const [installed, references] = await Promise.all([
    chrome.management.getAll(),
    readReferenceWarnings((manifest) =>
      chrome.management.getPermissionWarningsByManifest(manifest),
    ),
  ]);
  const others = installed.filter(
    ({ id, type, enabled }) => enabled && type === 'extension' && id !== browser.runtime.id,
  );
  return await Promise.all(
    others.map(
      async ({ id, name, version, permissions, hostPermissions, installType, mayDisable }) => ({
        id,
        name,
        version,
        access: accessOf(await warningsOf(id), hostPermissions, references),
        permissions,
        isForced: installType === 'admin' || !mayDisable,
      }),
    ),
  );
}

/** One that was uninstalled meanwhile warns of nothing. */
async function warningsOf(id: string): Promise<string[]> {
  return await chrome.management.getPermissionWarningsById(id).catch(() => []);
}
