import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import { portals } from './src/portals/index.ts';

const trustedTypes = /; require-trusted-types-for 'script'; trusted-types 'none'/;

/** Hot reload needs inline scripts of its own, so development alone drops the trusted types. */
function forDevelopment(): ManifestV3Export {
  const csp = manifest.content_security_policy.extension_pages.replace(trustedTypes, '');
  return { ...manifest, content_security_policy: { extension_pages: csp } };
}

/** What the watcher knows of the portals: it imports nothing. */
function watcherWords(): Record<string, string> {
  const selector = (part: 'errorNodes' | 'widgetFrames'): string =>
    [...new Set(portals.flatMap(({ watch }) => watch?.[part] ?? []))].join(', ');
  const origins = [...new Set(portals.flatMap(({ form }) => (form ? [form.origin] : [])))];
  return {
    __ERROR_NODES__: JSON.stringify(selector('errorNodes')),
    __WIDGET_FRAMES__: JSON.stringify(selector('widgetFrames')),
    __WIDGET_ORIGINS__: JSON.stringify(origins),
  };
}

export default defineConfig(({ command }) => {
  const development = command === 'serve';
  return {
    plugins: [preact(), crx({ manifest: development ? forDevelopment() : manifest })],
    define: { __VERSION__: JSON.stringify(manifest.version), ...watcherWords() },
    build: {
      target: 'chrome127',
      outDir: development ? 'dist-dev' : 'dist',
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { app: 'src/app/index.html', approval: 'src/approval/index.html' },
      },
    },
  };
});
