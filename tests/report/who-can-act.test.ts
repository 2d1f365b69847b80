import { expect, test } from 'vitest';
import { whoCanAct } from '../../src/report/index.ts';

test.each([
  ['cert.expired', 'buzon-imss', 'sat'],
  ['cert.npie_expired', 'idse', 'imss'],
  ['acc.not_registered', 'escritorio-virtual', 'imss'],
  ['portal.down', 'sat-portal', 'sat'],
  ['portal.down', 'idse', 'imss'],
  ['portal.down', undefined, 'imss'],
  ['net.firewall', 'idse', 'help_desk'],
  ['ext.blocker', 'sat-siat', 'help_desk'],
  ['pwd.wrong', 'buzon-imss', 'person'],
  ['pwd.forgotten', 'buzon-imss', 'sat'],
  ['wrong_password', undefined, 'help_desk'],
  [undefined, 'sat-siat', 'sat'],
])('%s at %s: %s', (cause, portal, actor) => {
  expect(whoCanAct(cause, portal)).toBe(actor);
});
