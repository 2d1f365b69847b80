/** Late is not dead: what is said of a connection on which another site has not answered yet. */
import { expect, test } from 'vitest';
import { diagnose, type Evidence } from '../../src/diagnosis/index.ts';

const good: Evidence = { cert: 'ok', key: 'ok', pwd: 'ok' };
const timedOut: Evidence = { ...good, net: 'TIMED_OUT', online: true };
const namesOf = (evidence: Evidence) => diagnose(evidence).causes.map(({ id }) => id);
const firstOf = (evidence: Evidence) => diagnose(evidence).causes[0];

test('neither the portal nor another site has answered: nobody says yet which it is', () => {
  const said: Evidence = { ...timedOut, ctrl: 'late', ctrlMs: 1600 };
  expect(firstOf(said)?.certainty).toBe('unknown');
  expect(namesOf(said).slice(0, 2).toSorted()).toEqual(['net.firewall', 'net.slow']);
});

test('another site answered in the end, slowly: the connection is slow', () => {
  expect(firstOf({ ...timedOut, ctrl: 'ok', ctrlMs: 5000 })?.id).toBe('net.slow');
});

test('another site never answered: the connection is not slow, it is shut off', () => {
  const said: Evidence = { ...timedOut, ctrl: 'fail', ctrlMs: 8000 };
  expect(firstOf(said)?.id).toBe('net.firewall');
  expect(namesOf(said).slice(0, 3)).not.toContain('net.slow');
});

test('another site answers at once: it is the portal', () => {
  expect(firstOf({ ...timedOut, ctrl: 'ok', ctrlMs: 60 })?.id).toBe('portal.down');
});

const slowPage: Evidence = { ...good, http: 200, ttfb: 20_000 };

test('a page that came slowly, and another site that has not answered yet: nothing is certain', () => {
  const said: Evidence = { ...slowPage, ctrl: 'late', ctrlMs: 1600 };
  expect(firstOf(said)?.certainty).not.toBe('is');
  expect(namesOf(said).slice(0, 2).toSorted()).toEqual(['net.slow', 'portal.down']);
});

test('a page that came slowly, and another site that was no quicker: the connection is slow', () => {
  expect(firstOf({ ...slowPage, ctrl: 'ok', ctrlMs: 5000 })?.id).toBe('net.slow');
  const nobody: Evidence = { ...slowPage, widgetNet: 'TIMED_OUT', ctrl: 'fail', ctrlMs: 8000 };
  expect(firstOf(nobody)?.id).toBe('net.slow');
});

test('a page that came slowly, and another site that came soon, or was refused at once', () => {
  expect(firstOf({ ...slowPage, ctrl: 'ok', ctrlMs: 60 })?.id).toBe('portal.down');
  expect(firstOf({ ...slowPage, ctrl: 'fail', ctrlMs: 50 })?.certainty).not.toBe('is');
});

test('a page that never came, and another site neither: not slow for sure', () => {
  const said: Evidence = { ...good, ttfb: 30_000, ctrl: 'fail', ctrlMs: 8000 };
  expect(firstOf(said)).not.toMatchObject({ id: 'net.slow', certainty: 'is' });
});

test('a certificate of another name says as much as before when another site is only late', () => {
  const name: Evidence = { ...good, net: 'CERT_COMMON_NAME_INVALID' };
  expect(namesOf({ ...name, ctrl: 'late', ctrlMs: 1600 })).toEqual(namesOf(name));
});
