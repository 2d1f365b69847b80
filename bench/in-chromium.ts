import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { findBrowser } from '../scripts/find-browser.mjs';
import type { Contest, Material } from './contest.ts';
import { textOf, type MaterialText } from './material-text.ts';

/** Runs the tasks in a page of a real Chromium; its version, and how they went. */
export async function benchInBrowser(material: Material): Promise<[version: string, Contest[]]> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('No hay Chromium en este equipo.');
  const script = await bundle();
  // WebCrypto is there on pages of this computer only, and of https.
  const server = createServer((_request, response) => {
    // A page that is isolated from others has a clock that tells microseconds.
    response
      .setHeader('content-type', 'text/html')
      .setHeader('cross-origin-opener-policy', 'same-origin')
      .setHeader('cross-origin-embedder-policy', 'require-corp')
      .end('<!doctype html><title>bench</title>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const browser = await chromium.launch({ executablePath, headless: true });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.addScriptTag({ content: script });
    const contests = await page.evaluate(
      (text) =>
        (globalThis as unknown as { benchmark(text: MaterialText): Promise<Contest[]> }).benchmark(
          text,
        ),
      textOf(material),
    );
    return [browser.version(), contests];
  } finally {
    await browser.close();
    server.close();
  }
}

async function bundle(): Promise<string> {
  const outputs = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'chrome127',
      lib: { entry: resolve('bench/in-browser.ts'), formats: ['iife'], name: 'bench' },
    },
  });
  const [output] = Array.isArray(outputs) ? outputs : [outputs];
  if (!output || !('output' in output)) throw new Error('nothing was built');
  return output.output[0].code;
}
