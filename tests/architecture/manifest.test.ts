import { expect, test } from 'vitest';
import { filesUnder, readJson } from './tree.ts';

interface Manifest {
  version: string;
  content_scripts: { js: string[] }[];
  [key: string]: unknown;
}

const built = readJson<Manifest>('dist/manifest.json');
const bridgeGlobs = [
  'https://serviciosdigitales.imss.gob.mx/*',
  'https://buzon.imss.gob.mx/*',
  'https://idse.imss.gob.mx/*',
];

/** Every word of what the browser is told. A change here is a change of what people agree to. */
const golden = {
  manifest_version: 3,
  name: '__MSG_app_name__',
  short_name: 'Firma Lista',
  description: '__MSG_app_description__',
  version: readJson<{ version: string }>('package.json').version,
  default_locale: 'es',
  minimum_chrome_version: '127',
  key: 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAxcoFU/RQ5FBfZs47K6IW1oTdN1DGw4rKBtCKVhhlI3sQYiJWmVNc/LiIukRZv59wwNYxRfD0a7yX9tQAYgpDdSy8sTSoDmiqSibKmRUtCfgdWtJeRUEwixoC1Adu7a+YF8DhL1zZq1RqfTxAPBiHHVMyCAKJCyvNOs3tGe6MSLedflfOzouj7bMaUK+C20JC6eVU2Zxk5FFGhC8Q3yuFiDDutq45ieSp4EWbDRPDUj0zyuws2eQlx8TB+rVcFLWpQnmICWMJBW1Z38LUAR2V++bo58qgD3mpmDgvqKmQdWEd+7xDmI2cERolqsNRbMqkAEhn5ev4HkbmmglUuNGPlQIDAQAB',
  incognito: 'not_allowed',
  icons: {
    16: 'icons/16.png',
    32: 'icons/32.png',
    48: 'icons/48.png',
    128: 'icons/128.png',
  },
  action: {
    default_title: '__MSG_action_title__',
    default_popup: 'src/popup/index.html',
    default_icon: { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png' },
  },
  background: { service_worker: 'service-worker-loader.js', type: 'module' },
  options_ui: { page: 'src/app/index.html', open_in_tab: true },
  commands: {
    entrar: {
      suggested_key: { default: 'Alt+Shift+E' },
      description: '__MSG_command_entrar__',
    },
  },
  permissions: [
    'storage',
    'unlimitedStorage',
    'alarms',
    'scripting',
    'activeTab',
    'contextMenus',
    'cookies',
    'browsingData',
    'webRequest',
    'idle',
    'offscreen',
  ],
  host_permissions: ['*://*.imss.gob.mx/*'],
  optional_permissions: ['management', 'contentSettings', 'notifications', 'nativeMessaging'],
  optional_host_permissions: ['https://*.sat.gob.mx/*', 'http://www.sat.gob.mx/*', 'https://*/*'],
  content_scripts: [
    {
      js: ['src/bridge/page.iife.js'],
      matches: ['*://*.imss.gob.mx/*'],
      include_globs: bridgeGlobs,
      run_at: 'document_start',
      world: 'MAIN',
    },
    {
      js: ['src/bridge/content.iife.js'],
      matches: ['*://*.imss.gob.mx/*'],
      include_globs: bridgeGlobs,
      run_at: 'document_start',
    },
    {
      js: ['src/bridge/watcher.iife.js'],
      matches: ['*://*.imss.gob.mx/*'],
      include_globs: [...bridgeGlobs, 'https://firmadigitalssl.imss.gob.mx/*'],
      run_at: 'document_start',
      all_frames: true,
    },
  ],
  content_security_policy: {
    extension_pages:
      "script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  },
};

/** Names of bundles may carry a hash: `page.iife-Ab3dE5gH.js` is `page.iife.js`. */
function withoutHash(path: string): string {
  return path.replace(/-[\w-]{8}(?=\.\w+$)/, '');
}

test('the built manifest is the agreed one, word for word', () => {
  const scripts = built.content_scripts.map((script) => ({
    ...script,
    js: script.js.map(withoutHash),
  }));
  expect({ ...built, content_scripts: scripts }).toEqual(golden);
});

test('no page can load files of the extension, connect to it or recognise it by them', () => {
  expect(Object.keys(built)).not.toContain('web_accessible_resources');
  expect(Object.keys(built)).not.toContain('externally_connectable');
});

test('every file that the manifest names is in the build', () => {
  const files = new Set(filesUnder('dist'));
  const named = JSON.stringify(built).match(/"[^"*:]+\.(?:png|html|js)"/g) ?? [];
  const missing = named.map((name) => `dist/${JSON.parse(name) as string}`);
  expect(missing.filter((path) => !files.has(path))).toEqual([]);
});
