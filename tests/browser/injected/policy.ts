/** What the administrator of a computer forbids its browsers. */
import { execFileSync } from 'node:child_process';
import { chmod, cp, mkdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../../../scripts/find-browser.mjs';
import { pages } from '../../../scripts/person.ts';
import { settleIn, type Scene } from '../../../scripts/tour/faults/scene.ts';
import { visit } from './network-scene.ts';
import type { InjectedFault, Need, OpenBrowser } from './injected-fault.ts';

const portal = 'buzon-imss';
/** Where Chromium on Linux reads what its administrator has decided. */
const place = '/etc/chromium';

/**
 * A browser with policies of its own takes a place of its own for them: only the administrator of a
 * computer can give one, and no other browser on it may come to feel them.
 */
const ownPolicies: Need = {
  missing: 'Only who may mount folders can give a browser policies of its own.',
  isMet: process.getuid?.() === 0 && existsSync(place) && hasOwnMounts(),
};

function hasOwnMounts(): boolean {
  try {
    execFileSync('unshare', ['--mount', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A program that starts the browser where these policies are in force. @returns its path */
async function browserUnder({ directory }: Scene, policies: object): Promise<string> {
  const own = join(directory, 'etc');
  await cp(place, own, { recursive: true });
  await mkdir(join(own, 'policies', 'managed'), { recursive: true });
  await writeFile(join(own, 'policies', 'managed', 'policies.json'), JSON.stringify(policies));
  const program = join(directory, 'managed-browser');
  const start = `mount --bind '${own}' ${place} && exec '${findBrowser()}' "$@"`;
  await writeFile(
    program,
    `#!/bin/sh\nexec unshare --mount sh -c '${start.replaceAll("'", String.raw`'\''`)}' sh "$@"\n`,
  );
  await chmod(program, 0o755);
  return program;
}

/** What the browser finds is what it is told by this variable. */
async function withBrowser(program: string, launch: () => Promise<unknown>): Promise<void> {
  const before = process.env['FIRMA_LISTA_CHROMIUM'];
  process.env['FIRMA_LISTA_CHROMIUM'] = program;
  try {
    await launch();
  } finally {
    if (before === undefined) delete process.env['FIRMA_LISTA_CHROMIUM'];
    else process.env['FIRMA_LISTA_CHROMIUM'] = before;
  }
}

function forbidding(policies: object): OpenBrowser {
  return async (scene) => {
    const program = await browserUnder(scene, policies);
    await withBrowser(program, () => scene.launch());
    await settleIn(scene, scene.files);
  };
}

export const policyFaults: readonly InjectedFault[] = [
  {
    id: 'policy-address',
    needs: ownPolicies,
    cause: 'set.policy',
    portal,
    open: forbidding({ URLBlocklist: ['buzon.imss.gob.mx'] }),
    inject: visit,
    signals: { net: 'BLOCKED_BY_ADMINISTRATOR' },
    async twin(scene) {
      await scene.launch();
      return await visit(scene);
    },
  },
  {
    id: 'policy-address-later',
    needs: ownPolicies,
    cause: 'set.policy',
    portal,
    open: forbidding({ URLBlocklist: ['buzon.imss.gob.mx'] }),
    // In a tab that had a portal before.
    async inject({ browser }) {
      const page = await browser.context.newPage();
      await page.goto('https://idse.imss.gob.mx/imss/');
      await page.goto(pages.fill).catch(() => undefined);
      return page;
    },
    signals: { net: 'BLOCKED_BY_ADMINISTRATOR' },
    twin: 'The same as that of policy-address.',
  },
];
