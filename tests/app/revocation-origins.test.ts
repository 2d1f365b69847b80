/** Switching it off takes back what it was given, and leaves portals alone. */
import { expect, test } from 'vitest';
import { revocationOrigins } from '../../src/app/settings/revocation-origins.ts';

test.each(['http://www.sat.gob.mx/*', 'https://ocsp.example.com/*', 'https://nosat.gob.mx/*'])(
  '%s goes',
  (pattern) => {
    expect(revocationOrigins([pattern])).toEqual([pattern]);
  },
);

test.each([
  '*://*.imss.gob.mx/*',
  'http://idse.imss.gob.mx/*',
  'https://*.sat.gob.mx/*',
  'https://www.sat.gob.mx/*',
  'https://*/*',
])('%s stays', (pattern) => {
  expect(revocationOrigins([pattern])).toEqual([]);
});
