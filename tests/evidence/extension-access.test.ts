import { expect, test } from 'vitest';
import { accessOf, readReferenceWarnings } from '../../src/evidence/extension-access.ts';

interface Manifest {
  host_permissions?: string[];
  content_scripts?: { matches: string[] }[];
}

/** The sentences of a browser in Spanish, put together as Chromium 156 does in English. */
async function warningsOf(text: string): Promise<string[]> {
  const { host_permissions: hosts = [], content_scripts: scripts = [] } = JSON.parse(
    text,
  ) as Manifest;
  return [sentence([...hosts, ...scripts.flatMap(({ matches }) => matches)])];
}

function sentence(patterns: readonly string[]): string {
  const all = 'Leer y modificar todos tus datos en todos los sitios web';
  if (patterns.some((pattern) => /^<all_urls>$|\/\/\*\//.test(pattern))) return all;
  const names = patterns.map((pattern) =>
    pattern
      .replace(/^.*\/\/\*\.([^/]+).*$/, 'todos los sitios de $1')
      .replace(/^.*\/\/([^/]+).*$/, '$1'),
  );
  return `Leer y modificar tus datos en ${names.length > 3 ? 'varios sitios web' : names.join(', ')}`;
}

const references = await readReferenceWarnings(warningsOf);
const accessBy = (patterns: string[], hostPermissions: string[] = []) =>
  accessOf([sentence(patterns)], hostPermissions, references);

test.each([
  ['all_sites', ['<all_urls>']],
  ['all_sites', ['https://*/*', 'https://tienda.example/*']],
  ['portal', ['*://*.imss.gob.mx/*']],
  ['portal', ['https://buzon.imss.gob.mx/*']],
  ['portal', ['https://firmadigitalssl.imss.gob.mx/*', 'https://tienda.example/*']],
  ['portal', ['https://*.sat.gob.mx/*', '*://*.imss.gob.mx/*', 'https://www.gob.mx/*']],
  [
    'some_sites',
    ['https://a.example/*', 'https://b.example/*', 'https://c.example/*', 'https://d.example/*'],
  ],
  ['none', ['https://tienda.example/*']],
  ['none', ['https://*.no-imss.gob.mx/*']],
  ['none', ['https://otro.imss.gob.mx/*']],
  ['none', ['https://imss.gob.mx.estafa.example/*']],
  ['none', ['https://clinicaimss.gob.mx/*']],
])('is %s for %j', (access, patterns) => {
  expect(accessBy(patterns)).toBe(access);
});

const crowd = ['https://a.example/*', 'https://b.example/*', 'https://c.example/*'];

test.each([
  ['portal', 'https://buzon.imss.gob.mx/*'],
  ['portal', '*://*.imss.gob.mx/*'],
  ['portal', 'https://*.gob.mx:443/*'],
  ['some_sites', 'http://buzon.imss.gob.mx/*'],
  ['some_sites', 'https://buzon.imss.gob.mx:8443/*'],
  ['some_sites', 'https://imss.gob.mx/*'],
])('its hosts tell what the browser no longer names: %s for %s', (access, host) => {
  expect(accessBy([...crowd, host], [...crowd, host])).toBe(access);
});

test('without warnings there is no access', () => {
  expect(accessOf([], [], references)).toBe('none');
  expect(accessOf(['Administrar tus descargas'], [], references)).toBe('none');
});
