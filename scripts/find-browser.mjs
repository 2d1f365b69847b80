// Finds a Chromium that loads unpacked extensions. Plain JavaScript: it runs before anything is installed.
import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

export const whyNotChrome =
  'Google Chrome no sirve para esto: desde la versión 137 no carga extensiones desde la línea de comandos.';

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The first program of that name in PATH. */
export function programInPath(name) {
  const extension = process.platform === 'win32' ? '.exe' : '';
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name + extension))
    .find(isProgram);
}

/** Paths that match a pattern in which `*` stands for one whole folder name or part of it. Newest last name first. */
function expand(pattern) {
  const [head, ...rest] = pattern.split(/[\\/]/);
  let found = [`${head}/`];
  for (const part of rest) {
    if (!part.includes('*')) {
      found = found.map((path) => join(path, part));
      continue;
    }
    const [before, after] = part.split('*');
    found = found.flatMap((path) => {
      try {
        return readdirSync(path)
          .filter((name) => name.startsWith(before) && name.endsWith(after))
          .toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }))
          .map((name) => join(path, name));
      } catch {
        return [];
      }
    });
  }
  return found;
}

function places() {
  const home = homedir();
  if (process.platform === 'darwin') {
    const chromium = 'Chromium.app/Contents/MacOS/Chromium';
    const forTesting = 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing';
    return [
      `/Applications/${chromium}`,
      `${home}/Applications/${chromium}`,
      `/Applications/${forTesting}`,
      `${home}/Applications/${forTesting}`,
      `${home}/Library/Caches/ms-playwright/chromium-*/chrome-mac*/${chromium}`,
      `${home}/Library/Caches/ms-playwright/chromium-*/chrome-mac*/${forTesting}`,
      `${home}/.cache/puppeteer/chrome/mac*/chrome-mac*/${forTesting}`,
    ];
  }
  if (process.platform === 'win32') {
    const local = process.env.LOCALAPPDATA ?? `${home}/AppData/Local`;
    return [
      `${local}/Chromium/Application/chrome.exe`,
      'C:/Program Files/Chromium/Application/chrome.exe',
      `${local}/Google/Chrome for Testing/Application/chrome.exe`,
      'C:/Program Files/Google/Chrome for Testing/Application/chrome.exe',
      `${local}/ms-playwright/chromium-*/chrome-win*/chrome.exe`,
      `${home}/.cache/puppeteer/chrome/win*/chrome-win*/chrome.exe`,
    ];
  }
  return [
    '/usr/lib/chromium/chromium',
    '/usr/lib64/chromium-browser/chromium-browser',
    '/opt/chrome-for-testing/chrome',
    '/opt/chrome-linux64/chrome',
    `${home}/.cache/ms-playwright/chromium-*/chrome-linux*/chrome`,
    `${home}/.cache/puppeteer/chrome/linux*/chrome-linux*/chrome`,
  ];
}

/**
 * The path of the first Chromium or Chrome for Testing: `FIRMA_LISTA_CHROMIUM`, then PATH, then
 * the usual places. Undefined if there is none. Throws if the variable names no program.
 */
export function findBrowser() {
  const chosen = process.env.FIRMA_LISTA_CHROMIUM;
  if (chosen) {
    if (isProgram(chosen)) return chosen;
    throw new Error(`FIRMA_LISTA_CHROMIUM dice «${chosen}», pero ahí no hay ningún programa.`);
  }
  for (const name of ['chromium', 'chromium-browser', 'chrome-for-testing']) {
    const found = programInPath(name);
    if (found) return found;
  }
  return places().flatMap(expand).find(isProgram);
}
