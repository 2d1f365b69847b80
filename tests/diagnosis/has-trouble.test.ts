import { expect, test } from 'vitest';
import { diagnose, type Evidence } from '../../src/diagnosis/index.ts';
import { hasTrouble } from '../../src/diagnosis/has-trouble.ts';
import { signals } from '../../src/diagnosis/signals.ts';
import { clock, session } from './facts.ts';

const at = new Date(clock.device);

const troubles: Evidence[] = [
  { translated: true },
  { applet: true },
  { chunkError: true },
  { blockedByClient: 1 },
  { cookies: 'block' },
  { cookieBytes: 6001 },
  { portalTabs: 2 },
];

test.each(troubles)('%j is trouble of another kind', (evidence) => {
  expect(hasTrouble(evidence)).toBe(true);
});

test('what every page has is none', () => {
  expect(
    hasTrouble({ translated: false, blockedByClient: 0, cookieBytes: 6000, portalTabs: 1 }),
  ).toBe(false);
});

test('who signs in by hand in two tabs is not told to add an e.firma', () => {
  const credential = { missing: 'no_credential' } as const;
  const alone = signals({ clock, credential, session: { ...session, portalTabs: 1 } }, at);
  expect(alone.noEfirma).toBe(true);
  expect(diagnose(alone).causes[0]).toMatchObject({ id: 'cred.not_here', certainty: 'is' });
  const twice = signals({ clock, credential, session: { ...session, portalTabs: 2 } }, at);
  expect(twice.noEfirma).toBeUndefined();
});
