import { expect, test } from 'vitest';
import { judgeFrames, type InspectedFrame } from '../../src/background/judge-frames.ts';
import buzon from '../../src/portals/buzon-imss.ts';

const widget: InspectedFrame = {
  documentId: 'widget',
  origin: 'https://firmadigitalssl.imss.gob.mx',
  path: '/firmaElectronicaWeb/widget/chfecyn',
  ancestors: ['https://buzon.imss.gob.mx'],
  hasFields: true,
  targets: ['https://firmadigitalssl.imss.gob.mx/firmaElectronicaWeb/widget/chfecyn/validar'],
};

const page: InspectedFrame = {
  documentId: 'page',
  origin: 'https://buzon.imss.gob.mx',
  path: '/buzonimss/login',
  ancestors: [],
  hasFields: false,
  targets: [],
};

test('the widget inside its portal takes the files', () => {
  expect(judgeFrames([page, widget], buzon.form).documentId).toBe('widget');
});

test('a form without a target of its own stays at home', () => {
  expect(judgeFrames([{ ...widget, targets: [] }], buzon.form).documentId).toBe('widget');
});

const refused: [what: string, change: Partial<InspectedFrame>, code: string][] = [
  ['a look-alike', { origin: 'https://firmadigitalssl.imss.gob.mx.evil.test' }, 'form_not_found'],
  ['another port', { origin: 'https://firmadigitalssl.imss.gob.mx:8443' }, 'form_not_found'],
  ['plain http', { origin: 'http://firmadigitalssl.imss.gob.mx' }, 'form_not_found'],
  ['a sandboxed frame', { origin: 'null' }, 'form_not_found'],
  ['another path', { path: '/firmaElectronicaWeb/widget/chfecynx' }, 'form_not_found'],
  ['fields that are missing', { hasFields: false }, 'form_not_found'],
  ['the widget at the top', { ancestors: [] }, 'stranger_in_frames'],
  ['a stranger around it', { ancestors: ['https://evil.test'] }, 'stranger_in_frames'],
  [
    'a stranger between portal and widget',
    { ancestors: ['https://evil.test', 'https://buzon.imss.gob.mx'] },
    'stranger_in_frames',
  ],
  [
    'a stranger around the portal',
    { ancestors: ['https://buzon.imss.gob.mx', 'https://evil.test'] },
    'stranger_in_frames',
  ],
  [
    'a sandboxed ancestor',
    { ancestors: ['null', 'https://buzon.imss.gob.mx'] },
    'stranger_in_frames',
  ],
  ['an http ancestor', { ancestors: ['http://buzon.imss.gob.mx'] }, 'stranger_in_frames'],
  ['an action elsewhere', { targets: ['https://evil.test/'] }, 'form_goes_elsewhere'],
  [
    'a button that sends elsewhere',
    { targets: [...widget.targets, 'https://evil.test/'] },
    'form_goes_elsewhere',
  ],
  ['a script as action', { targets: ['javascript:void 0'] }, 'form_goes_elsewhere'],
  ['an http action', { targets: ['http://firmadigitalssl.imss.gob.mx/'] }, 'form_goes_elsewhere'],
];

test.each(refused)('%s gets nothing', (_what, change, code) => {
  expect(() => judgeFrames([page, { ...widget, ...change }], buzon.form)).toThrow(code);
});
