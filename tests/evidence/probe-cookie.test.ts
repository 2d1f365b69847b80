/** Our own cookie, by which it is seen whether a portal may keep any: put in, and gone at once. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  cookiesOfHost,
  cookiesOfSite,
  cookiesSentTo,
  probeCookie,
  sharedSessionCookies,
} from '../../src/evidence/portal-cookies.ts';
import { readDocument } from '../../src/evidence/read-document.ts';
import { findPortal } from '../../src/portals/index.ts';

const portal = findPortal('buzon-imss')!;
const origin = `https://${portal.host}`;

afterEach(() => void vi.unstubAllGlobals());

describe('in a page', () => {
  let jar: Map<string, string>;
  let written: string[];
  let mayKeep: boolean;

  beforeEach(() => {
    jar = new Map();
    written = [];
    mayKeep = true;
    class Document {
      get cookie(): string {
        return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      }
      set cookie(text: string) {
        written.push(text);
        const [pair = '', ...attributes] = text.split(/;\s*/);
        const [name = '', value = ''] = pair.split('=');
        if (attributes.includes('Max-Age=0')) jar.delete(name);
        else if (mayKeep) jar.set(name, value);
      }
      querySelector(): null {
        return null;
      }
    }
    const window = {};
    vi.stubGlobal('Document', Document);
    vi.stubGlobal('document', new Document());
    vi.stubGlobal('window', Object.assign(window, { top: window }));
    vi.stubGlobal('self', { origin });
    vi.stubGlobal('matchMedia', () => ({ matches: false }));
  });

  const seen = () => readDocument([origin], probeCookie)?.own?.cookieProbe;

  test('that keeps cookies nothing is left behind', () => {
    expect(seen()).toBe('ok');
    expect(jar.size).toBe(0);
  });

  test('that keeps none it is seen, and nothing is left behind', () => {
    mayKeep = false;
    expect(seen()).toBe('fail');
    expect(jar.size).toBe(0);
  });

  test('whose cookies can be read none is put in, and they stay', () => {
    jar.set('idioma', 'es');
    expect(seen()).toBe('ok');
    expect(written).toEqual([]);
    expect([...jar]).toEqual([['idioma', 'es']]);
  });

  test('it is ours alone, for this site alone, and would be gone in a minute', () => {
    seen();
    for (const text of written) {
      expect(text).toMatch(/^firma_lista_prueba=/);
      expect(text).toMatch(/; Path=\/; Secure; SameSite=Strict$/);
      expect(text).not.toMatch(/Domain/i);
    }
    expect(written.map((text) => /Max-Age=\d+/.exec(text)?.[0])).toEqual([
      'Max-Age=60',
      'Max-Age=0',
    ]);
  });

  test('of another origin none is put in', () => {
    vi.stubGlobal('self', { origin: 'https://www.gob.mx' });
    expect(seen()).toBeUndefined();
    expect(written).toEqual([]);
  });
});

test('it is among the cookies of nobody, should a page have died with it', async () => {
  const cookie = {
    domain: portal.host,
    path: '/',
    httpOnly: true,
    session: true,
    hostOnly: true,
    value: '1',
  };
  const all = [
    { ...cookie, name: 'JSESSIONID' },
    { ...cookie, name: probeCookie },
    { ...cookie, name: probeCookie, domain: '.imss.gob.mx', hostOnly: false },
  ];
  vi.stubGlobal('chrome', { cookies: { getAll: async () => all } });
  const names = async (cookies: Promise<chrome.cookies.Cookie[]>) =>
    (await cookies).map(({ name }) => name);
  expect(await names(cookiesOfHost(portal))).toEqual(['JSESSIONID']);
  expect(await names(cookiesOfSite(portal))).toEqual(['JSESSIONID']);
  expect(await names(cookiesSentTo(portal))).toEqual(['JSESSIONID']);
  expect(await names(sharedSessionCookies(portal))).toEqual([]);
});
