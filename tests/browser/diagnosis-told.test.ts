import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, readDiagnosis } from '../../scripts/person.ts';
import { say } from '../../scripts/say.ts';
import { setStage, type Stage } from '../../scripts/stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage({ headless: true });
});
afterAll(() => stage.close());

/** Nothing was seen to fail; the person copies what the portal said. */
async function causeOf(message: string): Promise<string> {
  const app = await openApp(stage.browser, 'no-puedo-ingresar');
  await app.getByLabel(say('question_text'), { exact: true }).fill(message);
  await app.getByRole('button', { name: say('question_submit') }).click();
  const { cause } = await readDiagnosis(app);
  await app.close();
  return cause;
}

test('a message that the person copies is understood, whoever said it', async () => {
  expect(await causeOf('El certificado utilizado no tiene un rol autorizado')).toBe('acc.no_role');
  expect(await causeOf('No sé qué pasó')).not.toBe('acc.no_role');
});
