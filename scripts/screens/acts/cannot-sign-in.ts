/** Nothing was seen to fail: the person says what happens. */
import type { Page } from 'playwright-core';
import { openApp, pages, readDiagnosis } from '../../person.ts';
import { say } from '../../say.ts';
import type { Stage } from '../../stage.ts';
import { openQuestions } from '../diagnosis-steps.ts';
import type { Act } from '../scene.ts';
import { visit } from '../steps.ts';

async function answered(stage: Stage): Promise<Page> {
  const app = await openQuestions(stage);
  await app.getByLabel(say('portal_buzon_imss_name')).check();
  await app.getByLabel(say('symptom_blank')).check();
  await app.getByRole('button', { name: say('question_submit') }).click();
  await readDiagnosis(app);
  return app;
}

export const cannotSignIn: Act = {
  name: 'somebody cannot sign in, and tells',
  prepare: async () => undefined,
  scenes: [
    { name: 'diagnosis-questions', of: 'app', show: openQuestions },
    {
      name: 'diagnosis-questions-empty',
      of: 'app',
      async show(stage) {
        const app = await openQuestions(stage);
        await app.getByRole('button', { name: say('question_submit') }).click();
        await app.getByRole('alert').waitFor();
        return app;
      },
    },
    { name: 'diagnosis-blank-page', of: 'app', show: answered },
    {
      name: 'diagnosis-questions-again',
      of: 'app',
      async show(stage) {
        const app = await answered(stage);
        await app.getByRole('button', { name: say('diagnosis_ask') }).click();
        await app.locator('[data-field=questions]').waitFor();
        return app;
      },
    },
    {
      name: 'diagnosis-portal-open',
      of: 'app',
      async show(stage) {
        await visit(stage, pages.fill);
        const app = await openApp(stage.browser, 'no-puedo-ingresar');
        await readDiagnosis(app);
        return app;
      },
    },
    {
      name: 'report-of-diagnosis',
      of: 'app',
      async show(stage) {
        await (await answered(stage)).close();
        const app = await openApp(stage.browser, 'informe');
        await app.locator('[data-field=report][data-settled=true]').waitFor();
        return app;
      },
    },
  ],
};
