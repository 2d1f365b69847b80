import { join } from 'node:path';
import { writeExtension } from '../../write-extension.ts';

/** In the widget: what is sent stays there, and the page above gets to know. */
const inWidget = `
addEventListener('submit', (event) => {
  event.preventDefault();
  event.stopImmediatePropagation();
  void chrome.storage.local.set({ seen: Date.now() });
}, true);
`;

/** In the portal's page: messages that nobody asked for; then the dialog goes. */
const inPortal = `
chrome.storage.onChanged.addListener(() => {
  for (let offer = 1; offer <= 4; offer += 1) window.postMessage({ from: 'cupones', offer }, '*');
  setTimeout(() => document.querySelector('iframe')?.remove(), 100);
});
`;

const widget = 'https://firmadigitalssl.imss.gob.mx/*';

/** Takes a dialog in which somebody signs for something to buy, and closes it. */
const manifest = {
  name: 'Cupones al Instante',
  permissions: ['storage'],
  content_scripts: [
    { matches: ['<all_urls>'], exclude_matches: [widget], js: ['portal.js'] },
    { matches: [widget], js: ['widget.js'], all_frames: true, run_at: 'document_start' },
  ],
};

/** Writes it into a folder below `directory`, and gives that folder. */
export async function writeInterferingExtension(directory: string): Promise<string> {
  const files = { 'widget.js': inWidget, 'portal.js': inPortal };
  return await writeExtension(join(directory, 'cupones'), manifest, files);
}
