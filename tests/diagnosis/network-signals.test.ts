import { describe, expect, test } from 'vitest';
import type {
  AnswersFacts,
  Evidence,
  ExtensionsFacts,
  NetworkFacts,
  PageFacts,
  ProbeFacts,
} from '../../src/diagnosis/index.ts';
import {
  comparisonSignals,
  proxySignal,
  retrySignal,
} from '../../src/diagnosis/signals/network-signals.ts';
import { network, page } from './facts.ts';

const sat: ProbeFacts = { host: 'www.sat.gob.mx', http: 200, milliseconds: 50 };
const answers = { answer: 'yes', milliseconds: 40 } as const;
const late = { answer: 'late', milliseconds: 1600 } as const;
const silent = { answer: 'no', milliseconds: 8000 } as const;
const dead: ProbeFacts = { ...network.portal, net: 'CONNECTION_REFUSED' };

describe('another site', () => {
  test.each<[string, Partial<NetworkFacts>, Evidence]>([
    ['was not asked', {}, {}],
    ['answers', { control: answers }, { ctrl: 'ok', ctrlMs: 40 }],
    ['does not answer', { control: silent }, { ctrl: 'fail', ctrlMs: 8000 }],
    ['has not answered yet', { control: late }, { ctrl: 'late', ctrlMs: 1600 }],
    [
      'has not answered yet, nor has the other authority',
      { control: late, neighbour: { ...sat, net: 'TIMED_OUT' } },
      { ctrl: 'late', ctrlMs: 1600, satOk: false, imssOk: true },
    ],
    [
      'has not answered yet, the other authority has',
      { control: late, neighbour: sat },
      { ctrl: 'ok', ctrlMs: 50, satOk: true, imssOk: true },
    ],
    [
      'does not answer, the other authority does',
      { control: silent, neighbour: sat },
      { ctrl: 'ok', ctrlMs: 50, satOk: true, imssOk: true },
    ],
    [
      'has a certificate that is no good, as the other authority',
      { control: silent, neighbour: { ...sat, net: 'CERT_AUTHORITY_INVALID' } },
      { ctrl: 'cert', ctrlMs: 8000, satOk: false, imssOk: true },
    ],
    [
      'leads elsewhere, as the other authority',
      { control: answers, neighbour: { ...sat, redirect: 'offsite' } },
      { ctrl: 'redirect', ctrlMs: 40, satOk: false, imssOk: true },
    ],
    [
      'answers, the other authority does not',
      { control: answers, neighbour: { ...sat, http: 503 } },
      { ctrl: 'ok', ctrlMs: 40, satOk: false, imssOk: true },
    ],
    [
      'is kept from us by an extension',
      { control: silent, neighbour: { ...sat, net: 'BLOCKED_BY_CLIENT' } },
      { ctrl: 'fail', ctrlMs: 8000 },
    ],
    [
      'is asked about a portal that is dead',
      { portal: dead, control: answers, neighbour: sat },
      { ctrl: 'ok', ctrlMs: 40, satOk: true, imssOk: false },
    ],
    [
      'is the one of the IMSS, for a portal of the SAT',
      {
        portal: { ...dead, host: 'loginda.siat.sat.gob.mx' },
        control: answers,
        neighbour: { ...sat, host: 'www.imss.gob.mx' },
      },
      { ctrl: 'ok', ctrlMs: 40, satOk: false, imssOk: true },
    ],
  ])('%s', (_, facts, expected) => {
    expect(comparisonSignals({ ...network, ...facts })).toEqual(expected);
  });
});

describe('asked again', () => {
  const none: AnswersFacts = { broken: 0, cameBack: false };
  const broken: PageFacts = { ...page, net: 'CONNECTION_RESET' };
  const answered = network;
  const again = (portal: Partial<ProbeFacts>): NetworkFacts => ({
    ...network,
    portal: { ...network.portal, ...portal },
  });

  test.each<[string, Parameters<typeof retrySignal>, Evidence]>([
    ['nothing was', [page, answered, none], {}],
    ['nobody looked', [undefined, undefined, undefined], {}],
    ['the page came back', [page, undefined, { broken: 1, cameBack: true }], { retry: 'ok' }],
    ['the page broke twice', [page, undefined, { broken: 2, cameBack: false }], { retry: 'fail' }],
    ['the page broke once', [page, undefined, { broken: 1, cameBack: false }], {}],
    ['the page broke off, the probe not', [broken, answered, none], { retry: 'ok' }],
    ['both broke off', [broken, again({ net: 'TIMED_OUT' }), none], { retry: 'fail' }],
    ['the probe was led away', [broken, again({ redirect: 'offsite' }), none], { retry: 'fail' }],
    [
      'only this computer broke off',
      [{ ...page, net: 'INTERNET_DISCONNECTED' }, answered, none],
      {},
    ],
    ['its proxy did', [{ ...page, net: 'PROXY_CONNECTION_FAILED' }, answered, none], {}],
    ['its network was another one', [{ ...page, net: 'NETWORK_CHANGED' }, answered, none], {}],
    ['nobody knew where the host is', [{ ...page, net: 'NAME_NOT_RESOLVED' }, answered, none], {}],
    ['nobody asked the portal', [broken, again({ net: 'BLOCKED_BY_CLIENT' }), none], {}],
    ['nobody could ask it', [broken, again({ net: 'INTERNET_DISCONNECTED' }), none], {}],
    [
      'nobody could ask the portal that was down',
      [{ ...page, http: 503 }, again({ net: 'PROXY_CONNECTION_FAILED' }), none],
      {},
    ],
    [
      'the probe works now',
      [undefined, again({ brokeBefore: { net: 'CONNECTION_RESET' } }), none],
      { retry: 'ok' },
    ],
    [
      'the probe, whose way had ended here, works now',
      [undefined, again({ brokeBefore: { net: 'NETWORK_CHANGED' } }), none],
      {},
    ],
    [
      'the probe breaks off again',
      [undefined, again({ brokeBefore: { http: 503 }, http: 503 }), none],
      { retry: 'fail' },
    ],
    [
      'no page of the portal works',
      [{ ...page, http: 503 }, again({ http: 503 }), none],
      { retry: 'fail' },
    ],
    ['the page that works is another one', [{ ...page, http: 503 }, answered, none], {}],
  ])('%s', (_, facts, expected) => {
    expect(retrySignal(...facts)).toEqual(expected);
  });
});

describe('a proxy', () => {
  const other = {
    id: 'a',
    name: 'VPN',
    version: '1',
    access: 'none',
    permissions: ['proxy'],
    isForced: false,
  } as const;
  const vpn: ExtensionsFacts = { others: [{ ...other, permissions: ['proxy'] }], paused: [] };
  const none: ExtensionsFacts = { others: [{ ...other, permissions: ['tabs'] }], paused: [] };

  test.each<[string, Parameters<typeof proxySignal>, Evidence]>([
    ['of an extension', ['PROXY_CONNECTION_FAILED', vpn], { proxyBy: 'extension' }],
    ['that refuses a tunnel', ['TUNNEL_CONNECTION_FAILED', vpn], { proxyBy: 'extension' }],
    ['of the system', ['PROXY_CONNECTION_FAILED', none], { proxyBy: 'system' }],
    ['of nobody knows whom', ['PROXY_CONNECTION_FAILED', undefined], {}],
    ['that works, or none', ['CONNECTION_REFUSED', vpn], {}],
    ['where nothing failed', [undefined, vpn], {}],
  ])('%s', (_, facts, expected) => {
    expect(proxySignal(...facts)).toEqual(expected);
  });
});
