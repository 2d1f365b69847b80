/** Just installed: nothing chosen, nothing kept. */
import { openApp } from '../../person.ts';
import { say } from '../../say.ts';
import type { Act } from '../scene.ts';
import { popupOver } from '../steps.ts';

export const fresh: Act = {
  name: 'just installed',
  prepare: async () => undefined,
  scenes: [
    {
      name: 'welcome',
      of: 'app',
      show: ({ browser }) => openApp(browser, 'bienvenida'),
    },
    {
      name: 'welcome-without-word',
      of: 'app',
      async show({ browser }) {
        const app = await openApp(browser, 'bienvenida');
        await app.getByLabel(say('word_label')).fill(' ');
        await app.getByRole('button', { name: say('welcome_save') }).click();
        await app.getByRole('alert').waitFor();
        return app;
      },
    },
    {
      name: 'certificates-without-picture',
      of: 'app',
      async show({ browser }) {
        const app = await openApp(browser, 'certificados');
        await app.getByText(say('certificates_empty')).waitFor();
        return app;
      },
    },
    {
      name: 'report-empty',
      of: 'app',
      async show({ browser }) {
        const app = await openApp(browser, 'informe');
        await app.locator('[data-field=report][data-settled=true]').waitFor();
        return app;
      },
    },
    { name: 'popup-invite', of: 'popup', show: (stage) => popupOver(stage) },
  ],
};
