import { describe, expect, test } from 'vitest';
import type { FoundForm } from '../../src/background/inspect-frame.ts';
import { judgeFrames, type InspectedFrame } from '../../src/background/judge-frames.ts';
import { portals, type FillForm } from '../../src/portals/index.ts';

/** Every form of every row, in its frame or in the page itself. */
const places = portals.flatMap(({ id, host, path, forms }) =>
  forms.flatMap((form, index) =>
    form.paths.map((at) => {
      const page: InspectedFrame = {
        documentId: 'page',
        frameId: 0,
        origin: `https://${host}`,
        path,
        ancestors: [],
        fits: [],
        hasEfirmaButton: false,
      };
      const frame: InspectedFrame = {
        ...page,
        documentId: 'form',
        frameId: form.ancestors.length === 0 ? 0 : 6,
        origin: form.origin,
        path: at,
        ancestors: [...form.ancestors],
        fits: [
          {
            index,
            formId: 'a form',
            targets: [`${form.origin}${at}/validar`],
            isInAddress: false,
            saysNoMethod: false,
            opensElsewhere: false,
            otherPasswords: 0,
          },
        ],
      };
      return { name: `${id}, form ${index} at ${at}`, form, forms, page, frame };
    }),
  ),
);

const evil = 'https://evil.test';
const plain = (origin: string): string => origin.replace('https:', 'http:');

type Change = (form: FillForm, frame: InspectedFrame) => Partial<InspectedFrame>;

/** What was found of the form is another. */
const changed =
  (facts: Partial<FoundForm>): Change =>
  (_form, { fits }) => ({ fits: fits.map((fit) => ({ ...fit, ...facts })) });

const refused: [what: string, change: Change, code: string][] = [
  ['a look-alike', ({ origin }) => ({ origin: `${origin}.evil.test` }), 'form_not_found'],
  ['another port', ({ origin }) => ({ origin: `${origin}:8443` }), 'form_not_found'],
  ['plain http', ({ origin }) => ({ origin: plain(origin) }), 'form_not_found'],
  ['a sandboxed frame', () => ({ origin: 'null' }), 'form_not_found'],
  ['another path', ({ paths }) => ({ path: `${paths[0]}x` }), 'form_not_found'],
  ['fields that are missing', () => ({ fits: [] }), 'form_not_found'],
  [
    'a form that is framed where it should not be, or not where it should',
    ({ ancestors, origin }) => ({ ancestors: ancestors.length === 0 ? [origin] : [] }),
    'stranger_in_frames',
  ],
  ['a stranger around it', () => ({ ancestors: [evil] }), 'stranger_in_frames'],
  [
    'a stranger between portal and form',
    ({ ancestors }) => ({ ancestors: [evil, ...ancestors] }),
    'stranger_in_frames',
  ],
  [
    'a stranger around the portal',
    ({ ancestors }) => ({ ancestors: [...ancestors, evil] }),
    'stranger_in_frames',
  ],
  [
    'a sandboxed ancestor',
    ({ ancestors }) => ({ ancestors: ['null', ...ancestors] }),
    'stranger_in_frames',
  ],
  [
    'an http ancestor',
    ({ ancestors: [parent], origin }) => ({ ancestors: [plain(parent ?? origin)] }),
    'stranger_in_frames',
  ],
  ['an action elsewhere', changed({ targets: [`${evil}/`] }), 'form_goes_elsewhere'],
  [
    'a button that sends elsewhere',
    (form, frame) => changed({ targets: [`${form.origin}/`, `${evil}/`] })(form, frame),
    'form_goes_elsewhere',
  ],
  ['a script as action', changed({ targets: ['javascript:void 0'] }), 'form_goes_elsewhere'],
  [
    'an http action',
    (form, frame) => changed({ targets: [plain(form.origin)] })(form, frame),
    'form_goes_elsewhere',
  ],
  ['a form that is sent as an address', changed({ isInAddress: true }), 'form_in_address'],
  ['a form that opens elsewhere', changed({ opensElsewhere: true }), 'form_opens_elsewhere'],
  ['a second field for a password', changed({ otherPasswords: 1 }), 'form_changed'],
];

describe.each(places)('$name', ({ form, forms, page, frame }) => {
  test('takes the files where it belongs', () => {
    expect(judgeFrames([page, frame], forms).frame.documentId).toBe('form');
  });

  test('stays at home without a target of its own', () => {
    const bare = { ...frame, ...changed({ targets: [] })(form, frame) };
    expect(judgeFrames([bare], forms).frame.documentId).toBe('form');
  });

  test.each(refused)('%s gets nothing', (_what, change, code) => {
    const other = { ...frame, ...change(form, frame) };
    expect(() => judgeFrames([page, other], forms)).toThrow(code);
  });
});
