/** Renders the icons of the toolbar and the store from their drawings: `node scripts/run.mjs scripts/icons.ts`. */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from './find-browser.mjs';

const icons = [
  { size: 16, drawing: 'art/icon-small.svg' },
  { size: 32, drawing: 'art/icon-small.svg' },
  { size: 48, drawing: 'art/icon.svg' },
  { size: 128, drawing: 'art/icon.svg' },
  { size: 256, drawing: 'art/icon.svg' },
];
const folder = join('public', 'icons');

const executablePath = findBrowser();
if (!executablePath) throw new Error('Hace falta Chromium para dibujar los iconos.');
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  for (const { size, drawing } of icons) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const svg = await readFile(drawing, 'utf8');
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    const path = join(folder, `${size}.png`);
    await page.screenshot({ path, omitBackground: true });
    await page.close();
    console.log(path);
  }
} finally {
  await browser.close();
}
