/** The steps that only the person can take: each kind of them, and each drawing once. */
import type { RepairId } from '../../../src/diagnosis/index.ts';
import { pages } from '../../person.ts';
import type { Stage } from '../../stage.ts';
import { openNamedRepair } from '../named-repair.ts';
import type { Act, Scene } from '../scene.ts';
import { keepOnce, visit } from '../steps.ts';

const onlySteps: readonly RepairId[] = [
  'renew-certificate',
  'choose-certificate',
  'reinstall-certificate',
  'type-password',
  'update-account',
  'recover-idse-access',
  'match-details',
  'watch-portal',
  'wait-a-while',
];

/** One for each drawing. */
const pictured: readonly RepairId[] = [
  'update-browser',
  'set-clock',
  'check-connection',
  'check-proxy',
  'ask-network',
  'check-antivirus',
  'update-system',
  'use-supported-browser',
  'use-new-profile',
  'turn-off-translation',
  'answer-captcha',
  'leave-page',
  'allow-downloads',
];

const guide = (repair: RepairId): Scene => ({
  name: `guide-${repair}`,
  of: 'app',
  show: async (stage) => openNamedRepair(stage, repair, await visit(stage, pages.fill)),
});

async function systemsToChoose(stage: Stage) {
  const app = await openNamedRepair(stage, 'set-clock', await visit(stage, pages.fill));
  await app.locator('.system-choice > summary').click();
  await app.locator('.system-choice [data-system=windows_11]').click();
  return app;
}

export const guided: Act = {
  name: 'what only the person can do',
  async prepare(stage) {
    const { person } = stage.pki.credentials;
    await keepOnce(stage, person, person.password);
  },
  scenes: [
    ...[...onlySteps, ...pictured].map(guide),
    { name: 'guide-another-system', of: 'app', show: systemsToChoose },
  ],
};
