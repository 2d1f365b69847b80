/** Picture and word are chosen; files are brought, some of them wrong. */
import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { bring, openApp, type Files } from '../../person.ts';
import { chooseSafety } from '../../prepare.ts';
import { say } from '../../say.ts';
import type { Stage } from '../../stage.ts';
import { mistakes } from '../mistakes.ts';
import type { Act, Scene } from '../scene.ts';
import { lock } from '../steps.ts';

type Action = Parameters<typeof bring>[3];

async function emptyCertificates({ browser }: Stage): Promise<Page> {
  const app = await openApp(browser, 'certificados');
  await app.getByText(say('certificates_empty')).waitFor();
  return app;
}

const failures = Object.entries(mistakes).map(
  ([name, filesOf]): Scene => ({
    name: `import-${name}`,
    of: 'app',
    async show(stage) {
      const app = await emptyCertificates(stage);
      const { paths, password } = await filesOf(stage);
      if (paths.length > 0) await bring(app, paths, password, 'save');
      else await app.locator('[data-action=save]').click();
      await app.locator('.failure').waitFor();
      return app;
    },
  }),
);

/** Brings good files and presses one of the three buttons. */
const outcome = (name: string, action: Action, filesOf: (stage: Stage) => Files): Scene => ({
  name,
  of: 'app',
  async show(stage) {
    const app = await emptyCertificates(stage);
    const { cerPath, keyPath, password } = filesOf(stage);
    await bring(app, [cerPath, keyPath], password, action);
    await app.locator('.done').waitFor();
    if (action === 'save') await app.locator('[data-field=pin-guide]').waitFor();
    return app;
  },
});

const ofPerson = ({ pki }: Stage): Files => pki.credentials.person;

async function removePerson(stage: Stage): Promise<void> {
  const app = await openApp(stage.browser, 'certificados');
  await app.getByText(say('certificates_remove')).click();
  await app.locator('dialog input').fill(ofPerson(stage).password);
  await app.locator('dialog button.primary').click();
  await app.getByText(say('certificates_empty')).waitFor();
  await app.close();
}

export const importing: Act = {
  name: 'bringing files',
  async prepare(stage) {
    await chooseSafety(stage.browser);
    return undefined;
  },
  scenes: [
    { name: 'certificates-empty', of: 'app', show: emptyCertificates },
    {
      name: 'certificates-files-chosen',
      of: 'app',
      async show(stage) {
        const app = await emptyCertificates(stage);
        const { cerPath, keyPath } = ofPerson(stage);
        await app.locator('input[type=file]').setInputFiles([keyPath, cerPath]);
        await app.locator('[data-kind=certificate]').waitFor();
        return app;
      },
    },
    {
      name: 'certificates-zip-chosen',
      of: 'app',
      async show(stage) {
        const app = await emptyCertificates(stage);
        const person = stage.pki.credentials.person;
        const buffer = zipSync({
          'e.firma/persona.cer': person.readCertificate(),
          'e.firma/persona.key': person.readPrivateKey(),
        });
        const file = { name: 'e.firma.zip', mimeType: 'application/zip' };
        const chosen = [{ ...file, buffer: Buffer.from(buffer) }];
        await app.locator('input[type=file]').setInputFiles(chosen);
        await app.locator('[data-field=zip-contents]').waitFor();
        return app;
      },
    },
    {
      name: 'certificates-glossary',
      of: 'app',
      async show(stage) {
        const app = await emptyCertificates(stage);
        await app.getByText(say('glossary_title')).click();
        return app;
      },
    },
    ...failures,
    outcome('import-reviewed', 'review', ofPerson),
    {
      name: 'import-reviewed-all-checks',
      of: 'app',
      async show(stage) {
        const app = await emptyCertificates(stage);
        const { cerPath, keyPath, password } = stage.pki.credentials.company;
        await bring(app, [cerPath, keyPath], password, 'review');
        await app.locator('details.findings summary').click();
        return app;
      },
    },
    outcome('import-expired', 'review', ({ pki }) => pki.credentials.expired),
    outcome('import-not-yet-valid', 'review', ({ pki }) => pki.credentials.notYetValid),
    outcome('import-unknown-issuer', 'review', ({ pki }) => pki.credentials.unknownIssuer),
    {
      ...outcome('import-used-without-keeping', 'use', ({ pki }) => pki.credentials.enie),
      after: lock,
    },
    { ...outcome('import-saved', 'save', ofPerson), after: removePerson },
    {
      name: 'import-saved-in-edge',
      of: 'app',
      async show(stage) {
        const app = await emptyCertificates(stage);
        const session = await app.context().newCDPSession(app);
        const userAgent = await app.evaluate('`${navigator.userAgent} Edg/156.0.0.0`');
        await session.send('Emulation.setUserAgentOverride', { userAgent: String(userAgent) });
        await app.reload();
        const { cerPath, keyPath, password } = ofPerson(stage);
        await bring(app, [cerPath, keyPath], password, 'save');
        await app.locator('[data-field=pin-guide]').waitFor();
        return app;
      },
      after: removePerson,
    },
    {
      name: 'history-empty',
      of: 'app',
      show: ({ browser }) => openApp(browser, 'historial'),
    },
    {
      name: 'settings-nothing-kept',
      of: 'app',
      show: ({ browser }) => openApp(browser, 'ajustes'),
    },
  ],
};
