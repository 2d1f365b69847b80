/** What a portal does to people, and what is said of it: each as the replica makes it. */
import type { Page } from 'playwright-core';
import type { Faults, RefusalId } from '../../../replica/index.ts';
import { openDiagnosis, seeFailureMark } from '../../diagnosis-screen.ts';
import { pages, pressValidate, readDiagnosis, signInFromPopup } from '../../person.ts';
import type { Stage } from '../../stage.ts';
import { diagnoseFault, mendPortal } from '../diagnosis-steps.ts';
import type { Act, Scene } from '../scene.ts';
import { keepOnce, unlock, visit } from '../steps.ts';

/** As soon as its page is opened. */
const atOnce: Record<string, Partial<Faults>> = {
  'cause-maintenance': { maintenance: true },
  'cause-too-many': { down: 429 },
  'cause-form-down': { widgetDown: true },
};

/** In answer to what was put into its form. */
const inAnswer: Record<string, RefusalId> = {
  'cause-trio': 'widget_trio',
  'cause-rfc': 'widget_rfc',
  'cause-other-rfc': 'widget_other_rfc',
  'cause-service': 'widget_service',
  'cause-revocation-service': 'widget_revocation',
  'cause-revoked': 'widget_revoked',
  'cause-said-to-be-expired': 'widget_expired',
};

async function refusedWith(stage: Stage, refusal: RefusalId): Promise<Page> {
  const { browser, replica, pki } = stage;
  const { password } = pki.credentials.person;
  await unlock(stage, password);
  replica.faults.refusal = refusal;
  const page = await visit(stage, pages.fill);
  const popup = await signInFromPopup(browser, page, password);
  await popup.waitFor("document.querySelector('.done')");
  await popup.close();
  await pressValidate(page);
  await seeFailureMark(browser, page);
  const app = await openDiagnosis(browser, page);
  await readDiagnosis(app);
  return app;
}

const scene = (name: string, show: Scene['show']): Scene => ({
  name,
  of: 'app',
  show,
  after: mendPortal,
});

export const eachCause: Act = {
  name: 'each cause that a portal makes',
  async prepare(stage) {
    const { person } = stage.pki.credentials;
    await keepOnce(stage, person, person.password);
  },
  scenes: [
    ...Object.entries(atOnce).map(([name, faults]) =>
      scene(name, (stage) => diagnoseFault(stage, faults)),
    ),
    ...Object.entries(inAnswer).map(([name, refusal]) =>
      scene(name, (stage) => refusedWith(stage, refusal)),
    ),
  ],
};
