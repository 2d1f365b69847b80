/** Pages that lie, pages that change, and workers that die: nothing is signed that was not shown. */
import type { Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closePage } from '../../scripts/close-page.ts';
import type { Stage } from '../../scripts/stage.ts';
import type { NativePlan } from '../../src/messages.ts';
import { holdAt, type Step } from './hold.ts';
import {
  countReceived,
  idsePage,
  setNativeStage,
  satHosts,
  satPage,
  type Native,
} from './native.ts';
import { countEntries } from './page-api.ts';

const guid = '7be082aa-2c44-468f-9e0c-e117f278abbe';
const challengeUrl = '**/SecuenciaFirma.idse';

let stage: Stage;
let app: Page;
let page: Page;
let native: Native;
let credentialId: string;

beforeAll(async () => {
  ({ stage, app, native, credentialId } = await setNativeStage());
});

afterAll(() => stage.close());

beforeEach(async () => {
  page = await stage.browser.context.newPage();
});

afterEach(() => closePage(page));

/** Signatures that the running worker made, counted from outside. */
async function countSignatures(): Promise<number> {
  const worker = await stage.browser.worker();
  return await worker.evaluate(() => {
    const counted = globalThis as { signatures?: number };
    if (counted.signatures === undefined) {
      counted.signatures = 0;
      const sign = SubtleCrypto.prototype.sign as (...args: unknown[]) => Promise<ArrayBuffer>;
      SubtleCrypto.prototype.sign = function (this: SubtleCrypto, ...args: unknown[]) {
        counted.signatures = (counted.signatures ?? 0) + 1;
        return sign.apply(this, args);
      };
    }
    return counted.signatures;
  });
}

/** That a code comes, and that nothing was signed, sent or written down on the way. */
async function refuses(code: string, run: () => Promise<string | undefined>): Promise<void> {
  const traces = async () => [
    await countSignatures(),
    countReceived(stage),
    await countEntries(app, 'native'),
  ];
  const before = await traces();
  expect(await run()).toBe(code);
  expect(await traces()).toEqual(before);
}

/**
 * What the page posts once it is signed in. Its answer is there then: a browser may forget that it
 * was told to close a page which is just being replaced.
 */
async function sentBy(plan: NativePlan): Promise<string | null> {
  const sent = page.waitForRequest((request) => request.method() === 'POST');
  const arrived = page.waitForNavigation();
  expect(await native.signIn({ plan, credentialId })).toBeUndefined();
  await arrived;
  return (await sent).postData();
}

const planCode = async (): Promise<string | undefined> => (await native.plan(page)).code;

describe.each(satHosts)('at %s, a page', (host) => {
  /** A page of the SAT's own host whose hidden form is as it says. */
  async function open(form: string): Promise<void> {
    await page.route(`https://${host}/**`, (route) =>
      route.fulfill({ contentType: 'text/html', body: `<!doctype html><body>${form}` }),
    );
    await page.goto(satPage(host));
  }
  const fields = (value: string, more = ''): string =>
    `<form id="certform" method="post">${more}
      <input name="guid"><input name="token"><input name="fert"></form>
      <script>document.querySelector('[name=guid]').value = ${JSON.stringify(value)}</script>`;

  test.each([
    ['whose value is a cadena original', '||1.0|LOGIN|PULX9002151KA||'],
    ['whose value is the text of another sign-in', `${guid}|PULX9002151KA|30001000000500000001`],
    ['whose value is a JWS to be signed', 'eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJ4In0'],
    ['whose value is too short', 'abc'],
    ['whose value has a space', `${guid} `],
    ['whose value is longer than any', 'a'.repeat(129)],
  ])('%s is refused', async (_, value) => {
    await open(fields(value));
    await refuses('challenge_unknown', planCode);
  });

  test.each([
    ['without a value', fields(''), 'challenge_missing'],
    ['without its hidden form', '<form id="other"></form>', 'form_not_found'],
    ['with another way to enter', '<button id="buttonFiel">e.firma</button>', 'other_way_to_enter'],
    [
      'whose form goes elsewhere',
      fields(guid).replace('method', 'action="https://evil.test/" method'),
      'form_goes_elsewhere',
    ],
    [
      'whose form goes elsewhere behind a field of that name',
      fields(guid, '<input name="action">').replace('method', 'action="//evil.test/" method'),
      'form_goes_elsewhere',
    ],
    [
      'whose form is sent as an address',
      fields(guid).replace('method="post"', ''),
      'form_goes_elsewhere',
    ],
  ])('%s is refused', async (_, form, code) => {
    await open(form);
    await refuses(code, planCode);
  });

  test('that hides methods behind names of its own is read right all the same', async () => {
    await open(
      `<img name="getElementById"><img name="querySelectorAll">${fields(guid, '<input name="submit"><input name="method">')}`,
    );
    const plan = await native.planned(page);
    expect(plan.challenge).toBe(guid);
    expect(await sentBy(plan)).toMatch(/&guid=7be082aa.*&token=\w+.*&fert=\d{12}Z$/);
  });

  test('that calls its value «tokenuuid» is read too', async () => {
    await open(
      fields(guid).replaceAll('name=guid', 'name=tokenuuid').replace('"guid"', '"tokenuuid"'),
    );
    expect((await native.planned(page)).challenge).toBe(guid);
  });

  test('gets no password that somebody has typed into its hidden form', async () => {
    await open(fields(guid.replace('7', '8'), '<input type="password" name="typed">'));
    await page.fill('[name=typed]', 'algo secreto');
    const plan = await native.planned(page);
    expect(await sentBy(plan)).toMatch(/typed=&/);
  });
});

describe('at IDSE, a server', () => {
  const serves = async (answer: (route: Route) => unknown): Promise<void> => {
    await page.goto(idsePage);
    await page.route(challengeUrl, (route) => void answer(route));
  };
  const text =
    (body: string, status = 200) =>
    (route: Route) =>
      route.fulfill({ status, contentType: 'text/plain', body });

  test.each<[string, (route: Route) => unknown, string]>([
    ['that gives out a cadena', text('||1.0|LOGIN|X||'), 'challenge_unknown'],
    ['that gives out a JWS to be signed', text('eyJhbGciOiJSUzI1NiJ9.e30'), 'challenge_unknown'],
    ['that gives out a page', text('<!doctype html><p>Mantenimiento'), 'challenge_unknown'],
    ['that breaks the line', text(`${'A'.repeat(20)}\n${'A'.repeat(23)}`), 'challenge_unknown'],
    ['that gives out nothing', text(''), 'challenge_missing'],
    ['that fails', text('A'.repeat(43), 500), 'challenge_missing'],
    ['that gives out more than 4 KB', text('A'.repeat(4097)), 'challenge_missing'],
    [
      'that sends us elsewhere',
      (route) => route.fulfill({ status: 302, headers: { location: '/imss/' } }),
      'challenge_missing',
    ],
    ['that cannot be reached', (route) => route.abort(), 'challenge_missing'],
    ['that never answers', () => undefined, 'challenge_missing'],
  ])('%s is refused', async (_, answer, code) => {
    await serves(answer);
    await refuses(code, planCode);
  });

  test('is asked only where the sign-in is', async () => {
    await page.route('https://idse.imss.gob.mx/imss/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<p>Módulos' }),
    );
    await page.goto(`${idsePage}Modulos.idse`);
    await refuses('form_not_found', planCode);
    await page.goto('https://idse.imss.gob.mx/otra');
    await refuses('not_a_portal', planCode);
  });
});

describe('after it was shown', () => {
  const later = async (ms: number): Promise<void> => {
    const worker = await stage.browser.worker();
    await worker.evaluate((more) => {
      const before = Date.now.bind(Date);
      Date.now = () => before() + more;
    }, ms);
  };
  const change = (script: string) => () => page.evaluate(script);
  const account = { user: 'x', password: 'y' };

  test.each<[string, string, () => Promise<unknown>]>([
    ['the page is loaded again', 'page_changed', () => page.reload()],
    [
      'its value is another',
      'page_changed',
      change(`document.getElementById('guid').value = '${guid}'`),
    ],
    [
      'its form goes elsewhere',
      'form_goes_elsewhere',
      change(`certform.action = 'https://evil.test/'`),
    ],
    ['its form is gone', 'form_not_found', change(`certform.remove()`)],
    ['six minutes go by', 'page_changed', () => later(6 * 60_000)],
    ['the tab is elsewhere', 'not_a_portal', () => page.goto('https://idse.imss.gob.mx/otra')],
  ])('nothing is signed when %s', async (_, code, run) => {
    await page.goto(satPage(satHosts[0]));
    const plan = await native.planned(page);
    await run();
    const expected = code === 'not_a_portal' ? /not_a_portal|form_not_found/ : new RegExp(code);
    let came: string | undefined;
    await refuses('', async () => {
      came = await native.signIn({ plan, credentialId });
      return '';
    });
    expect(came).toMatch(expected);
  });

  test('an older value of IDSE, or one that was never given out, is not signed', async () => {
    await page.goto(idsePage);
    const first = await native.planned(page);
    const second = await native.planned(page);
    expect(second.challenge).not.toBe(first.challenge);
    const forged: NativePlan = { ...second, challenge: 'A'.repeat(43) };
    for (const plan of [first, forged]) {
      await refuses('page_changed', () => native.signIn({ plan, credentialId, account }));
    }
  });
});

test('a page that keeps its thread busy holds up nobody else', async () => {
  await page.goto(satPage(satHosts[0]));
  const stuck = await native.planned(page);
  const other = await stage.browser.context.newPage();
  await other.goto(satPage(satHosts[3]));
  const plan = await native.planned(other);
  await page.evaluate(() => {
    setTimeout(() => {
      const end = performance.now() + 15_000;
      while (performance.now() < end);
    });
  });
  const first = native.signIn({ plan: stuck, credentialId });
  const second = native.signIn({ plan, credentialId });
  const isFree = page.evaluate(() => 'the page is free again');
  expect(await Promise.race([second, isFree])).toBeUndefined();
  expect(await first).toBe('form_not_found');
  await isFree;
  await closePage(other);
});

describe('a worker that dies', () => {
  const steps: [step: Step, arrives: number][] = [
    ['in the signature', 0],
    ['while it puts the files into a form', 1],
    ['between kept answer and audit entry', 1],
  ];

  test.each(steps)(
    '%s leaves one entry, and never signs that value again',
    async (step, arrives) => {
      await page.goto(satPage(satHosts[2]));
      let arrived = 0;
      // The page stays as it is, so that its value is there to be signed again.
      await page.route('https://loginc.mat.sat.gob.mx/**', async (route) => {
        arrived += 1;
        await route.fulfill({ status: 204 });
      });
      const plan = await native.planned(page);
      const entries = await countEntries(app, 'native');
      const kill = await holdAt(stage.browser, step);
      const first = native.signIn({ plan, credentialId }).catch(() => 'died');
      await kill();
      expect(await first).not.toBeUndefined();
      expect(await countEntries(app, 'native')).toBe(entries + 1);
      await expect.poll(() => arrived).toBe(arrives);
      expect(await native.signIn({ plan, credentialId })).toBe('native_uncertain');
      expect(await countEntries(app, 'native')).toBe(entries + 1);
      expect(arrived).toBe(arrives);
    },
  );
});
