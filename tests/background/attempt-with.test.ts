import { describe, expect, test } from 'vitest';
import { attemptWith } from '../../src/background/attempt-with.ts';
import type { Attempt } from '../../src/background/attempts.ts';
import { readReport } from '../../src/background/watcher-report.ts';
import type { WatcherReport } from '../../src/bridge/protocol.ts';
import { pageFacts } from '../diagnosis/page-facts.ts';

const begun: Attempt = { portal: 'buzon-imss', page: pageFacts(), goneFiles: 0, reports: 0 };
const inFrame = { at: 1, isPage: false };
const inPage = { at: 1, isPage: true };

function after(reports: Partial<WatcherReport>[], where = inFrame, from = begun): Attempt {
  return reports.reduce<Attempt>(
    (attempt, report) => attemptWith(attempt, { firmaListaSaw: 1, ...report }, where),
    from,
  );
}

describe('a form that was sent', () => {
  test('and half a minute without an answer: the widget says nothing', () => {
    expect(after([{ sent: true }, { late: true }]).page.widget).toBe('no_message');
  });

  test.each<[string, Partial<WatcherReport>[]]>([
    ['nobody sent it', [{ late: true }]],
    ['it answered meanwhile', [{ sent: true }, { answer: { accepted: true } }, { late: true }]],
    ['it refused meanwhile', [{ sent: true }, { answer: { accepted: false } }, { late: true }]],
  ])('but %s', (_, reports) => {
    expect(after(reports).page.widget).not.toBe('no_message');
  });

  test('sent again after an answer, it is waited for again', () => {
    const refused = { answer: { accepted: false } };
    expect(after([{ sent: true }, refused, { sent: true }, { late: true }]).page.widget).toBe(
      'no_message',
    );
  });

  test('an answer that comes in the end counts', () => {
    const reports = [{ sent: true }, { late: true }, { answer: { accepted: true } }] as const;
    expect(after([...reports]).page.widget).toBe('ok');
  });
});

describe('a dialog that was closed', () => {
  const closed = { closedEarly: true } as const;

  test.each<[boolean, Partial<WatcherReport>[]]>([
    [false, [closed]],
    [true, [{ sent: true }, closed]],
    [false, [{ sent: true }, { answer: { accepted: false } }, closed]],
    [false, [{ sent: true }, closed, closed]],
  ])('before its answer came: %s', (isTooSoon, reports) => {
    expect(after(reports).page).toMatchObject({
      widget: 'closed_early',
      closedAwaiting: isTooSoon,
    });
  });

  test('answers no more: nobody waits for it', () => {
    expect(after([{ sent: true }, closed, { late: true }]).page.widget).toBe('closed_early');
  });
});

test('a page that asks to wait is busy for as long as it says so; a frame cannot say it', () => {
  expect(after([{ late: true }], inPage).page.isBusy).toBe(true);
  expect(after([{ late: true }, { late: false }], inPage).page.isBusy).toBeUndefined();
  expect(after([{ late: true }], inFrame).page.isBusy).toBeUndefined();
});

test('a page behind the form says that somebody is in, and what it shows is still said', () => {
  const said: Partial<WatcherReport>[] = [{ texts: ['Usuario no autorizado'] }, { inside: true }];
  const { page, acceptedAt } = after(said, inPage);
  expect(page).toMatchObject({ widget: 'ok', texts: [{ text: 'Usuario no autorizado' }] });
  expect(acceptedAt, 'nobody goes back from there too soon').toBeUndefined();
  expect(after([{ inside: true }], inFrame).page.widget).toBeUndefined();
});

describe('refusals in one page', () => {
  const texts = { texts: ['Certificado Revocado'] };
  const unavailable = 'Servicio no disponible. Reintente mas tarde';
  const outage = { texts: [unavailable] };
  const no = { answer: { accepted: false } };
  const sent = { sent: true } as const;

  test.each<[number | undefined, Partial<WatcherReport>[]]>([
    [undefined, [sent, { answer: { accepted: true } }]],
    [undefined, [{ texts: ['Bienvenido'] }]],
    [1, [sent, no]],
    [1, [sent, texts, no]],
    [1, [sent, no, texts]],
    [1, [texts, texts]],
    [2, [no, no]],
    [2, [sent, texts, sent, texts]],
    [2, [sent, texts, no, sent, no, texts]],
    [3, [texts, no, texts, no, no]],
    [2, [no, { answer: { accepted: true } }, texts]],
    [undefined, [sent, outage, sent, { answer: { accepted: false, text: unavailable } }]],
    [1, [sent, outage, sent, texts]],
    [1, [sent, texts, sent, outage]],
  ])('%s', (refusals, reports) => {
    expect(after(reports).page.refusals).toBe(refusals);
  });
});

describe('a form that is missing', () => {
  test('is missed until it is found', () => {
    expect(after([{ form: 'missing' }], inPage).page.form).toBe('missing');
    expect(after([{ form: 'missing' }, { form: 'found' }], inPage).page.form).toBe('found');
  });

  test('is not missed in what answers a form', () => {
    const sent: Attempt = { ...begun, post: { at: 0, loads: 0 } };
    expect(after([{ form: 'missing' }], inPage, sent).page.form).toBeUndefined();
    expect(after([{ answer: { accepted: true } }, { form: 'missing' }]).page.form).toBeUndefined();
  });
});

describe('what may be reported', () => {
  const receipt = { folio: 'a', acuse: 'https://x.imss.gob.mx/1', serie_cert: '1', cadori: '||' };

  test('is read as it came', () => {
    const report = { firmaListaSaw: 1, answer: { accepted: true }, receipt, form: 'found' };
    expect(readReport(report)).toEqual(report);
  });

  test.each<[string, object]>([
    ['another part', { receipt: { ...receipt, firma: 'x' } }],
    ['no text', { receipt: { folio: 5 } }],
    ['an empty text', { receipt: { folio: '' } }],
    ['too long a folio', { receipt: { folio: 'x'.repeat(101) } }],
    ['too long a cadena', { receipt: { cadori: 'x'.repeat(20_001) } }],
    ['another word for the form', { form: 'broken' }],
    ['never sent', { sent: false }],
    ['a time', { late: 30 }],
  ])('is nothing with %s', (_, part) => {
    expect(readReport({ firmaListaSaw: 1, ...part })).toBeUndefined();
  });
});

describe('works that a portal announces', () => {
  const texts = ['Sistema en mantenimiento'];
  const classesOf = ({ page }: Attempt) => page.texts.map((text) => text.class);

  test('beside a form that nobody has used are no failure, in whatever order they come', () => {
    expect(classesOf(after([{ form: 'found' }, { texts }], inPage))).toEqual([undefined]);
    expect(classesOf(after([{ texts }, { form: 'found' }], inPage))).toEqual([undefined]);
  });

  test('are why there is no form, where there is none', () => {
    expect(classesOf(after([{ texts }], inPage))).toEqual(['maintenance']);
    expect(classesOf(after([{ texts }, { form: 'missing' }], inPage))).toEqual(['maintenance']);
  });

  test('are the answer to what was sent', () => {
    const sent: Attempt = { ...begun, post: { at: 1, loads: 0 } };
    const reports = [{ form: 'found' }, { texts }] as const;
    expect(classesOf(after([...reports], inPage, sent))).toEqual(['maintenance']);
    const filled: Attempt = { ...begun, page: { ...begun.page, filledWith: 'a' } };
    expect(classesOf(after([...reports], inPage, filled))).toEqual(['maintenance']);
    expect(classesOf(after([{ form: 'found', sent: true }, { texts }]))).toEqual(['maintenance']);
  });

  test('a refusal is one, with or without a form', () => {
    const refused = ['Certificado Revocado'];
    expect(classesOf(after([{ form: 'found' }, { texts: refused }], inPage))).toEqual(['revoked']);
  });
});
