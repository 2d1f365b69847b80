import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import { watchedPlaces } from './scripts/watched-places.ts';

const trustedTypes = /; require-trusted-types-for 'script'; trusted-types 'none'/;

/** Hot reload needs inline scripts of its own, so development alone drops the trusted types. */
function forDevelopment(): ManifestV3Export {
  const csp = manifest.content_security_policy.extension_pages.replace(trustedTypes, '');
  return { ...manifest, content_security_policy: { extension_pages: csp } };
}

/** The path of a module as it is written here: `src/ui/…`, `node_modules/…`. */
function pathOf(id: string): string {
  return relative(import.meta.dirname, id).replaceAll('\\', '/');
}

const isPureWord = (id: string): boolean =>
  /^src\/(?:certificate|diagnosis|portals|report|signature)\//.test(pathOf(id));
/** What the app page shares with the service worker, and no other page loads. */
const isOfReport = (id: string): boolean => /^src\/(?:diagnosis|report)\//.test(pathOf(id));
const isUi = (id: string): boolean => /^(?:src\/ui|node_modules\/preact)\//.test(pathOf(id));
const isCore = (id: string): boolean =>
  !isUi(id) && /^(?:src\/(?!(?:popup|app|approval)\/)|node_modules\/)/.test(pathOf(id));

/** The help in the folder that people install, for whose browser cannot run what is in it. */
const offlineHelp: Plugin = {
  name: 'offline-help',
  apply: 'build',
  generateBundle() {
    const source = readFileSync('docs/ayuda.html');
    this.emitFile({ type: 'asset', fileName: 'ayuda.html', source });
  },
};

/**
 * «Opciones» in the menu of the icon opens the full tab, whatever is broken in the popup or the
 * worker. Named after the build: as a page of the manifest's own, what it shares would be cut anew.
 */
const optionsPage: Plugin = {
  name: 'options-page',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const built = bundle['manifest.json'];
      if (built?.type !== 'asset') this.error('There is no manifest.');
      const whole = JSON.parse(String(built.source)) as object;
      const options_ui = { page: 'src/app/index.html', open_in_tab: true };
      built.source = JSON.stringify({ ...whole, options_ui }, undefined, 2);
    },
  },
};

/** What several entries load travels in few files: each costs its page a request. */
const shared = { minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 8_000 };

export default defineConfig(({ command }) => {
  const development = command === 'serve';
  return {
    plugins: [
      preact(),
      crx({ manifest: development ? forDevelopment() : manifest }),
      offlineHelp,
      optionsPage,
    ],
    define: {
      __VERSION__: JSON.stringify(manifest.version),
      // The watcher imports nothing.
      __WATCHED__: JSON.stringify(watchedPlaces()),
    },
    build: {
      target: 'chrome127',
      outDir: development ? 'dist-dev' : 'dist',
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { app: 'src/app/index.html', approval: 'src/approval/index.html' },
        // Words and rules do nothing when they are loaded: what nobody uses of them is left out.
        treeshake: {
          moduleSideEffects: (id) => !isPureWord(id),
        },
        output: {
          codeSplitting: {
            groups: [
              { ...shared, name: 'report', priority: 3, test: isOfReport },
              { ...shared, name: 'core', priority: 2, test: isCore },
              // Apart, or the service worker would load it.
              { ...shared, name: 'ui', priority: 1, test: isUi },
            ],
          },
        },
      },
    },
  };
});
