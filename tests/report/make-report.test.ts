import { describe, expect, test } from 'vitest';
import { at, healthy } from '../diagnosis/checks/healthy.ts';
import { card, expired, keptDiagnosis, nothing, reportOf } from './words.ts';

const diagnosis = { value: keptDiagnosis(expired) };

test('it has the cause with its certainty, the runners-up, the checks and the signals', () => {
  const report = reportOf({ diagnosis });
  expect(report).toMatchObject({ format: 'firma-lista-report', version: 1, extension: '1.2.3' });
  expect(report.at).toBe('2026-11-22T10:42:00-06:00');
  if (report.diagnosis.state !== 'read') throw new Error(report.diagnosis.state);
  const { causes, checks, signals, portal } = report.diagnosis.value;
  expect(causes[0]).toMatchObject({ id: 'cert.expired', certainty: 'is' });
  expect(portal).toEqual({
    id: 'buzon-imss',
    host: 'buzon.imss.gob.mx',
    path: '/buzonimss/login',
  });
  expect(checks).toContainEqual({
    id: 'expired-certificate',
    status: 'fail',
    evidence: [{ key: 'expired_on', values: [{ date: '2026-01-01T00:00:00.000Z' }] }],
  });
  expect(signals).toMatchObject({ cert: 'expired', text: 'not_valid_date', skew: 0 });
});

test('nothing that a healthy diagnosis holds is lost: every signal and every check is there', () => {
  const kept = keptDiagnosis(healthy) as { view: { signals: object; findings: unknown[] } };
  const report = reportOf({ diagnosis: { value: kept } });
  if (report.diagnosis.state !== 'read') throw new Error(report.diagnosis.state);
  expect(report.diagnosis.value.signals).toEqual(kept.view.signals);
  expect(report.diagnosis.value.checks).toHaveLength(kept.view.findings.length);
});

test('the reference is that of the diagnosis; without one, that of the occasion', () => {
  expect(reportOf({ diagnosis }).reference).toBe('A3CE-4FHK');
  expect(reportOf({}).reference).toBe('K7PM-4XRT');
  expect(reportOf({ diagnosis: { value: { reference: 'Ximena' } } }).reference).toBe('K7PM-4XRT');
});

test('of a message of the portal the words of portals stay, and no name', () => {
  const { portalTexts } = reportOf({ diagnosis });
  expect(portalTexts).toEqual({
    state: 'read',
    value: [{ text: '***: su certificado no está vigente', class: 'not_valid_date' }],
  });
});

test('a name that is a word of portals is not told where it is that of the person', () => {
  const named = { value: { count: 1, chosen: { ...card, legalName: 'CLAVE CAMPOS DIGITAL' } } };
  const page = { ...healthy.page, texts: [{ text: 'La clave de Campos no es válida' }] };
  const { portalTexts } = reportOf({
    kept: named,
    diagnosis: { value: keptDiagnosis({ ...expired, page }) },
  });
  expect(portalTexts).toMatchObject({ value: [{ text: 'La *** de *** no es válida' }] });
});

test('the names of other extensions come only where the person wants them', () => {
  expect(reportOf({ diagnosis }).extensions).toEqual({ state: 'read', value: { count: 1 } });
  expect(JSON.stringify(reportOf({ diagnosis }))).not.toContain('Traductor');
  const named = reportOf({ diagnosis }, { namesExtensions: true });
  expect(named.extensions).toMatchObject({ value: { names: ['Traductor de Ximena'] } });
  expect(JSON.stringify(named.diagnosis)).toContain('Traductor de Ximena');
});

test('of the e.firma: masked RFC, whose it is, dates, who issued it, the end of its number', () => {
  const { efirma } = reportOf({ diagnosis, kept: { value: { count: 1, chosen: card } } });
  expect(efirma).toEqual({
    state: 'read',
    value: {
      rfc: 'PULX******1KA',
      holder: 'fisica',
      kind: 'efirma',
      issuer: 'production',
      notBefore: '2024-11-22T12:00:00.000Z',
      notAfter: '2026-01-01T00:00:00.000Z',
      serialEnd: '3416',
    },
  });
});

test('the number of another e.firma than the judged one is not told as its own', () => {
  const other = { ...card, rfc: 'LIPX8001011H0' };
  const { efirma } = reportOf({ diagnosis, kept: { value: { count: 1, chosen: other } } });
  expect(efirma).toMatchObject({ value: { rfc: 'PULX******1KA' } });
  expect(JSON.stringify(efirma)).not.toContain('3416');
});

test('the moral person has a shorter RFC, masked too', () => {
  const company = { value: { count: 1, chosen: { ...card, rfc: 'Ñ&A900215AB1' } } };
  expect(reportOf({ kept: company }).efirma).toMatchObject({
    value: { rfc: 'Ñ&A******AB1', holder: 'moral', issuer: 'unchecked' },
  });
});

describe('what was tried', () => {
  const done = {
    id: '1',
    repair: 'clear-site-cache',
    portal: 'buzon-imss',
    at: '2026-11-22T16:00:00.000Z',
    names: ['JSESSIONID'],
    state: 'undone',
    isTemporary: false,
  };
  const row = (action: string, time: string, repair = 'pause-extensions') => ({
    sequence: 1,
    action,
    repair,
    portal: 'idse',
    at: `2026-11-${time}.000Z`,
    rfc: card.rfc,
  });

  test('changes keep whether they were undone, and lose the names of what they touched', () => {
    const { changes } = reportOf({ changes: { value: [done] } });
    expect(changes).toMatchObject({ value: [{ repair: 'clear-site-cache', state: 'undone' }] });
    expect(JSON.stringify(changes)).not.toContain('JSESSIONID');
  });

  test('the history tells repairs of the last month, undone by the next undo alone', () => {
    const rows = [
      row('repair', '21T12:00:00'),
      row('undo', '20T13:00:00'),
      row('unlock', '20T12:30:00'),
      row('repair', '20T12:00:00'),
      { ...row('repair', '20T12:00:00'), at: '2026-10-01T12:00:00.000Z' },
    ];
    const { history } = reportOf({ history: { value: { rows } } });
    expect(history).toMatchObject({ value: [{ state: 'done' }, { state: 'undone' }] });
  });

  test('what is among the changes is not told again out of the history', () => {
    const rows = [{ ...row('repair', '22T16:00:00', 'clear-site-cache') }];
    const { history } = reportOf({ changes: { value: [done] }, history: { value: { rows } } });
    expect(history).toEqual({ state: 'none' });
  });
});

describe('where something is broken the rest comes', () => {
  test('a part that was not answered, and one that is damaged, are named so', () => {
    const report = reportOf({
      diagnosis,
      changes: { failed: 'no_answer' },
      history: { failed: 'failed' },
      kept: { value: 5 },
      failure: { value: { page: { at: 'ayer' }, cause: {} } },
    });
    expect(report.changes).toEqual({ state: 'unreadable', why: 'no_answer' });
    expect(report.history).toEqual({ state: 'unreadable', why: 'failed' });
    expect(report.failure).toEqual({ state: 'unreadable', why: 'damaged' });
    expect(report.efirma.state).toBe('read');
    expect(report.diagnosis.state).toBe('read');
  });

  test('whatever the store holds, there is a report', () => {
    const junk = [null, 5, 'x', [], {}, { view: 5, seen: [] }, { chosen: { rfc: 7 } }, [[]]];
    for (const value of junk) {
      const sources = Object.fromEntries(Object.keys(nothing).map((name) => [name, { value }]));
      const report = reportOf(sources);
      expect(report.reference).toBe('K7PM-4XRT');
      expect(['none', 'read', 'unreadable']).toContain(report.diagnosis.state);
    }
  });

  test.each([
    ['before it', '2026-11-22T11:59:00.000Z', 'not_valid_date'],
    ['since', '2026-11-22T12:01:00.000Z', 'service_unavailable'],
  ])('of a diagnosis and a failure %s the newer one is told', (_, time, kind) => {
    const texts = [{ text: 'Servicio no disponible', class: 'service_unavailable' }];
    const cause = { id: 'portal.down', certainty: 'likely', evidence: [] };
    const page = { ...healthy.page, at: time, http: 503, texts };
    const report = reportOf({ diagnosis, failure: { value: { portal: 'idse', page, cause } } });
    expect(report.portalTexts).toMatchObject({ value: [{ class: kind }] });
  });

  test('a failure that was seen stands in for a diagnosis that nobody asked for', () => {
    const page = { ...healthy.page, http: 503, ttfb: 4100, texts: [{ text: 'Error 500' }] };
    const cause = { id: 'portal.down', certainty: 'likely', evidence: [] };
    const failure = { value: { portal: 'idse', tabId: 1, page, cause } };
    const report = reportOf({ failure });
    expect(report.failure).toMatchObject({ value: { cause: 'portal.down', at: page.at } });
    expect(report.connection).toMatchObject({ value: { page: { http: 503, ttfb: 4100 } } });
    expect(report.portalTexts).toMatchObject({ value: [{ text: 'Error 500' }] });
    expect(report.diagnosis).toEqual({ state: 'none' });
  });
});

test('the error that the person came from is told only where it is one of ours', () => {
  expect(reportOf({}, { error: 'wrong_password' }).error).toBe('wrong_password');
  expect(reportOf({}, { error: 'key.mismatch' }).error).toBe('key.mismatch');
  expect(reportOf({}, { error: 'ximena_prueba' }).error).toBeUndefined();
});

test('what was not read yet says so', () => {
  expect(reportOf({ diagnosis: undefined }).diagnosis).toEqual({ state: 'reading' });
  expect(at.getTime()).toBeGreaterThan(0);
});
