import { describe, expect, test } from 'vitest';
import antivirusOrVpn from '../../../src/diagnosis/checks/antivirus-or-vpn.ts';
import deadConnection from '../../../src/diagnosis/checks/dead-connection.ts';
import otherAuthority from '../../../src/diagnosis/checks/other-authority.ts';
import portalRefusal from '../../../src/diagnosis/checks/portal-refusal.ts';
import skewedClock from '../../../src/diagnosis/checks/skewed-clock.ts';
import unreachablePortal from '../../../src/diagnosis/checks/unreachable-portal.ts';
import unreachableWidget from '../../../src/diagnosis/checks/unreachable-widget.ts';
import withheldSiteAccess from '../../../src/diagnosis/checks/withheld-site-access.ts';
import { at, healthy, judge, outcomeOf } from './healthy.ts';

describe('other-authority', () => {
  const sat = { host: 'www.sat.gob.mx', milliseconds: 90 };

  test.each([
    [{}, ['not_applicable'], 'no_reason'],
    [{ lacksNeighbour: true }, ['unknown'], 'neighbour'],
    [{ neighbour: { ...sat, http: 200 } }, ['pass', 'answers'], undefined],
    [{ neighbour: { ...sat, http: 503 } }, ['warning', 'answered_with_error'], undefined],
  ] as const)('%j', (network, said, missing) => {
    expect(judge(otherAuthority, { network })).toEqual(said);
    expect(outcomeOf(otherAuthority, { network }).missing).toBe(missing);
  });
});

describe('skewed-clock', () => {
  const both = ['clock_of_computer', 'clock_of_portal'];

  test.each([
    [120, ['pass', 'clock_agrees'], undefined],
    [121, ['pass', ...both], undefined],
    [300, ['pass', ...both], undefined],
    [301, ['warning', ...both], 'set-clock'],
    [86_400, ['warning', ...both], 'set-clock'],
    [86_401, ['fail', ...both], 'set-clock'],
  ])('%i seconds off, ahead and behind', (seconds, said, repair) => {
    for (const skew of [seconds, -seconds]) {
      expect(judge(skewedClock, { clock: { skew } })).toEqual(said);
      expect(outcomeOf(skewedClock, { clock: { skew } }).repair).toBe(repair);
    }
  });

  test('tells both hours', () => {
    const clock = {
      device: '2026-11-22T13:00:00.000Z',
      server: '2026-11-22T12:00:00.000Z',
      skew: 3600,
    };
    expect(outcomeOf(skewedClock, { clock }).evidence).toEqual([
      { key: 'clock_of_computer', values: [{ date: clock.device }] },
      { key: 'clock_of_portal', values: [{ date: clock.server }] },
    ]);
  });
});

test('antivirus-or-vpn: only the person can see it, and it needs no fact', () => {
  expect(antivirusOrVpn.needs).toEqual([]);
  expect(judge(antivirusOrVpn)).toEqual(['manual', 'antivirus_to_ask', 'vpn_to_try']);
});

describe('unreachable-portal and unreachable-widget', () => {
  const probe = { host: 'x.imss.gob.mx', milliseconds: 5 };
  test.each([
    [{ http: 200 }, ['pass', 'answers']],
    [{ http: 302 }, ['pass', 'answers']],
    [{ http: 399 }, ['pass', 'answers']],
    [{ http: 400 }, ['pass', 'answers']],
    [{ http: 403 }, ['pass', 'answers']],
    // Everybody is turned away, not only who asks without cookies.
    [{ http: 429 }, ['fail', 'answered_with_error']],
    [{ http: 499 }, ['pass', 'answers']],
    [{ http: 500 }, ['fail', 'answered_with_error']],
    [{ http: 503 }, ['fail', 'answered_with_error']],
    [{ net: 'NAME_NOT_RESOLVED' }, ['fail', 'no_answer']],
    [{ redirect: 'offsite' }, ['warning', 'sent_elsewhere']],
    [{ redirect: 'offsite', http: 200 }, ['warning', 'sent_elsewhere']],
  ] as const)('%j', (answer, said) => {
    const found = { ...probe, ...answer };
    expect(judge(unreachablePortal, { network: { portal: found } })).toEqual(said);
    expect(judge(unreachableWidget, { network: { widget: found } })).toEqual(said);
  });

  test('what another extension keeps from us says nothing of the portal', () => {
    const found = { ...probe, net: 'BLOCKED_BY_CLIENT' };
    expect(judge(unreachablePortal, { network: { portal: found } })).toEqual(['unknown']);
    expect(judge(unreachableWidget, { network: { widget: found } })).toEqual(['unknown']);
  });

  test('each looks at its own host', () => {
    const dead = { ...probe, net: 'CONNECTION_REFUSED' };
    expect(judge(unreachableWidget, { network: { portal: dead } })[0]).toBe('pass');
    expect(judge(unreachablePortal, { network: { widget: dead } })[0]).toBe('pass');
  });

  test('offline, neither is to blame', () => {
    const network = { online: false, portal: { ...probe, net: 'INTERNET_DISCONNECTED' } };
    expect(judge(unreachablePortal, { network })).toEqual(['fail', 'offline']);
    expect(judge(unreachableWidget, { network })).toEqual(['fail', 'offline']);
  });

  test('a portal without a frame of its own for signing has none that could fail', () => {
    const { online, portal } = healthy.network;
    const facts = { ...healthy, network: { online, portal } };
    expect(unreachableWidget.judge(facts, at)).toEqual({ status: 'not_applicable' });
  });
});

describe('dead-connection', () => {
  const silent = { ...healthy.network.portal, net: 'CONNECTION_TIMED_OUT' };
  const judgeControl = (answer: 'yes' | 'no' | 'late') =>
    judge(deadConnection, {
      network: { portal: silent, control: { answer, milliseconds: 900 } },
    });

  test('a portal that answers, be it with an error, is proof of a connection', () => {
    const portal = { ...healthy.network.portal, http: 503 };
    expect(judge(deadConnection, { network: { portal } })).toEqual(['pass', 'portal_reached']);
  });

  test('where it does not, another site decides', () => {
    expect(judgeControl('yes')).toEqual(['pass', 'other_site_answers']);
    expect(judgeControl('late')).toEqual(['warning', 'other_site_late']);
    expect(judgeControl('no')).toEqual(['fail', 'other_site_silent']);
  });

  test('without one nobody knows', () => {
    const facts = { network: { portal: silent } };
    expect(outcomeOf(deadConnection, facts)).toEqual({ status: 'unknown', missing: 'time' });
  });

  test('the browser itself may say that there is none', () => {
    expect(judge(deadConnection, { network: { online: false } })).toEqual(['fail', 'offline']);
  });
});

describe('portal-refusal', () => {
  const known = { text: 'Certificado Revocado', class: 'revoked' } as const;
  const unknown = { text: 'Algo nuevo' };
  test.each([
    [{}, ['pass', 'portal_said_nothing']],
    [{ blank: true }, ['fail', 'signal_text_blank']],
    [{ texts: [known] }, ['fail', 'portal_said', 'signal_text_revoked']],
    [{ texts: [unknown] }, ['warning', 'portal_said']],
    [{ texts: [known, unknown] }, ['fail', 'portal_said', 'signal_text_revoked']],
    [{ texts: [unknown], blank: true }, ['warning', 'portal_said']],
  ])('%j', (page, said) => {
    expect(judge(portalRefusal, { page })).toEqual(said);
  });

  test('tells the last of the texts that are known, in the words of the portal', () => {
    const later = { text: 'Su sesión ha expirado', class: 'session_invalid' } as const;
    const { evidence } = outcomeOf(portalRefusal, { page: { texts: [known, later, unknown] } });
    expect(evidence?.[0]).toEqual({ key: 'portal_said', values: [later.text] });
  });
});

test.each([
  ['granted', ['pass', 'access_granted']],
  ['withheld', ['fail', 'access_withheld']],
] as const)('withheld-site-access: %s', (ownAccess, said) => {
  expect(judge(withheldSiteAccess, { settings: { ownAccess } })).toEqual(said);
});
