/** Each permission that may be refused, refused alone: a verdict comes, and what it lacks is named. */
import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { openDiagnosis, seeFailureMark } from '../../scripts/diagnosis-screen.ts';
import { grantOptional } from '../../scripts/grants.ts';
import { openApp, pages } from '../../scripts/person.ts';
import { pressIcon } from '../../scripts/popup.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';
import { openScene, settleIn, type Scene } from '../../scripts/tour/faults/scene.ts';
import type { Settings } from '../../src/messages.ts';
import { addressOf, findPortal } from '../../src/portals/index.ts';
import { checks, type ProbeId } from '../../src/diagnosis/index.ts';
import { readChecklist, type Finding } from './diagnosed.ts';
import { tell } from './tell.ts';

type Permission = chrome.runtime.ManifestOptionalPermission;

const permissions = manifest.optional_permissions as Permission[];
const sites = manifest.optional_host_permissions;
const everySite = 'https://*/*';

let stage: Stage;
let scene: Scene;

beforeAll(async () => {
  stage = await setStage({ headless: true });
  await stage.browser.close();
});
afterAll(() => stage.close());
beforeEach(async () => {
  scene = await openScene(stage, stage.pki.credentials.person);
});
afterEach(() => scene.close());

/** All that can be given is given, but for this; who lets it in everywhere lets it in there too. */
async function startWithout(refused: string): Promise<void> {
  await grantOptional(
    scene.profile,
    permissions.filter((name) => name !== refused),
    [],
    sites.filter((site) => site !== refused && (site !== everySite || !refused.includes('sat'))),
  );
  await scene.launch();
  await settleIn(scene, scene.files);
  const app = await openApp(scene.browser, 'ajustes');
  const { settings } = await app.evaluate(() => chrome.storage.local.get('settings'));
  await tell(app, 'saveSettings', { ...(settings as Settings), asksRevocation: true });
  const bytes = stage.pki.authority.readCertificate();
  await tell(app, 'addAuthority', {
    file: { name: 'ac.cer', bytes: Buffer.from(bytes).toString('base64') },
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
  await app.close();
}

/** Nothing shows in the portal's page: that may be because of its settings, or of an extension. */
async function askAtEmptyPage(): Promise<Page> {
  stage.replica.faults.minimumMajor = 9_999;
  const page = await scene.browser.context.newPage();
  await page.goto(pages.fill, { waitUntil: 'networkidle' });
  await seeFailureMark(scene.browser, page);
  const screen = await openDiagnosis(scene.browser, page);
  await screen.locator('main [data-field=verdict] h2').waitFor();
  await screen.locator('[data-field=checklist]').waitFor();
  return screen;
}

const lacking = (findings: readonly Finding[], key: Parameters<typeof say>[0]) =>
  findings.filter(({ text }) => text.includes(say(key))).map(({ id }) => id);

interface Gap {
  key: Parameters<typeof say>[0];
  checks: string[];
  probe: ProbeId;
}

/** What a person reads of each thing that could not be looked at, and where it is asked for. */
const gaps: Readonly<Record<string, Gap>> = {
  management: {
    key: 'missing_management',
    checks: ['conflicting-extension', 'paused-extension'],
    probe: 'management',
  },
  contentSettings: {
    key: 'missing_content_settings',
    checks: ['blocked-windows', 'third-party-cookies'],
    probe: 'content_settings',
  },
  'http://www.sat.gob.mx/*': {
    key: 'evidence_revocation_no_permission',
    checks: ['unchecked-revocation'],
    probe: 'revocation',
  },
  'https://*.sat.gob.mx/*': {
    key: 'missing_neighbour',
    checks: ['other-authority'],
    probe: 'neighbour',
  },
};

describe.each([...permissions, ...sites])('without %s', (refused) => {
  test('a verdict comes, every check is there, and only its own gap is named', async () => {
    await startWithout(refused);
    const screen = await askAtEmptyPage();
    const findings = await readChecklist(screen);
    expect(findings.map(({ id }) => id).toSorted()).toEqual(checks.map(({ id }) => id).toSorted());
    expect(lacking(findings, 'missing_failed')).toEqual([]);
    for (const [name, { key, checks: own }] of Object.entries(gaps)) {
      expect(lacking(findings, key), name).toEqual(name === refused ? own : []);
    }
    const asked = screen.locator('[data-field=checklist] [data-field=permission]');
    const gap = gaps[refused];
    expect(await asked.count()).toBe(gap ? 1 : 0);
    if (!gap) return;
    expect(await asked.getAttribute('data-permission')).toBe(gap.probe);
    await asked.getByRole('button').click();
    expect(await asked.getByRole('status').innerText()).toBe(say('permission_asked'));
    expect(await screen.locator('main [data-field=verdict] h2').innerText()).not.toBe('');
  });
});

test('without the sites of the SAT, its own page leads to the button that lets it in', async () => {
  await startWithout('https://*.sat.gob.mx/*');
  const sat = findPortal('sat-portal');
  if (!sat) throw new Error('no portal of the SAT');
  const page = await scene.browser.context.newPage();
  await page.goto(addressOf(sat), { waitUntil: 'networkidle' });
  const popup = await pressIcon(scene.browser, page);
  await popup.waitFor(
    "document.querySelector('[data-field=site-permission] [data-action=let-in]')",
  );
  await popup.close();
});
