import { describe, expect, test } from 'vitest';
import { findPortal } from '../../src/portals/index.ts';
import { addressAgain, agreedTabs, spareTabs } from '../../src/repairs/spare-tabs.ts';

const host = 'buzon.imss.gob.mx';
const signIn = `https://${host}/buzonimss/login`;
const tab = (id: number, url: string | undefined = signIn, more = {}) => ({
  id,
  url,
  pinned: false,
  ...more,
});
const idsOf = (tabs: readonly { id: number }[]) => tabs.map(({ id }) => id);

describe('which can go', () => {
  test('all but the one that was named', () => {
    expect(idsOf(spareTabs([tab(1), tab(2), tab(3)], { host }, 2))).toEqual([1, 3]);
  });

  test('all but the one that was looked at last, where none was named, or another page was', () => {
    const tabs = [tab(1, signIn, { lastAccessed: 5 }), tab(2, signIn, { lastAccessed: 9 })];
    expect(idsOf(spareTabs(tabs, { host }))).toEqual([1]);
    expect(idsOf(spareTabs(tabs, { host }, 77))).toEqual([1]);
  });

  test('none where there is one', () => {
    expect(spareTabs([tab(1)], { host })).toEqual([]);
    expect(spareTabs([], { host })).toEqual([]);
  });

  test('no pinned one, also where it is agreed to', () => {
    const tabs = [tab(1), tab(2, signIn, { pinned: true })];
    expect(spareTabs(tabs, { host }, 1)).toEqual([]);
    expect(agreedTabs(tabs, { host }, [2])).toEqual([]);
  });

  test.each([
    'https://idse.imss.gob.mx/',
    `https://otro.${host}/`,
    `https://${host}.example/`,
    `https://${host}:8443/`,
    `https://example.org/?${host}`,
    `view-source:https://${host}/`,
    'no address',
    undefined,
  ])('none of %s', (url) => {
    const other = { id: 2, url, pinned: false };
    expect(spareTabs([tab(1), other], { host }, 1)).toEqual([]);
    expect(agreedTabs([other], { host }, [2])).toEqual([]);
  });

  test('of what is agreed to, what is there', () => {
    expect(idsOf(agreedTabs([tab(1), tab(2)], { host }, [2, 3]))).toEqual([2]);
  });
});

describe('what is opened again', () => {
  const portal = findPortal('buzon-imss');
  if (!portal) throw new Error('no portal');

  test.each([signIn, `https://${host}/buzonimss/avisos`])('%s as it was', (url) => {
    expect(addressAgain(url, portal)).toBe(url);
  });

  test.each([
    `http://${host}/buzonimss/login`,
    `https://${host}/buzonimss/avisos?token=1`,
    `https://${host}/buzonimss/avisos#token=1`,
    `https://${host}/buzonimss/avisos;jsessionid=1`,
    `https://yo@${host}/buzonimss/avisos`,
  ])('the sign-in page for %s', (url) => {
    expect(addressAgain(url, portal)).toBe(signIn);
  });
});
