import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';

const imports = 'no-restricted-imports';
const globals = 'no-restricted-globals';

/** What must be refused: where, the line, and by which rule. */
const refused: readonly [file: string, line: string, rule: string][] = [
  ['src/certificate/a.ts', `import { a } from '../signature/index.ts';`, imports],
  ['src/certificate/a.ts', `import { a } from '../portals/index.ts';`, imports],
  ['src/certificate/a.ts', `import { a } from '../diagnosis/index.ts';`, imports],
  ['src/certificate/a.ts', `import { a } from '../browser.ts';`, imports],
  ['src/certificate/a.ts', `import { a } from '../i18n.ts';`, imports],
  ['src/certificate/a.ts', `import type { A } from '../messages.ts';`, imports],
  ['src/certificate/a.ts', `import type { A } from '../vault/index.ts';`, imports],
  ['src/certificate/a.ts', `import { a } from 'pvutils';`, imports],
  ['src/certificate/a.ts', `import { a } from './b.ts?raw';`, imports],
  ['src/certificate/a.ts', `import { a } from 'node:crypto';`, imports],
  ['src/certificate/a.ts', `import { a } from './b';`, imports],
  ['src/certificate/a.ts', `console.log(window.name);`, globals],
  ['src/signature/a.ts', `import { a } from '../portals/index.ts';`, imports],
  ['src/signature/a.ts', `import { a } from '../browser.ts';`, imports],
  ['src/signature/a.ts', `import { a } from 'fflate';`, imports],
  ['src/signature/a.ts', `console.log(document.title);`, globals],
  ['src/portals/a.ts', `import { a } from '../certificate/index.ts';`, imports],
  ['src/portals/a.ts', `import type { A } from '../diagnosis/index.ts';`, imports],
  ['src/portals/a.ts', `import { a } from 'valibot';`, imports],
  ['src/portals/a.ts', `console.log(chrome.runtime.id);`, globals],
  ['src/diagnosis/checks/a.ts', `import { a } from '../../certificate/index.ts';`, imports],
  ['src/diagnosis/checks/a.ts', `import { a } from '../../evidence/index.ts';`, imports],
  ['src/diagnosis/checks/a.ts', `console.log(browser.runtime.id);`, globals],
  ['src/diagnosis/a.ts', `console.log(await fetch('/'));`, globals],
  ['src/report/a.ts', `import { a } from '../certificate/index.ts';`, imports],
  ['src/report/a.ts', `import type { A } from '../messages.ts';`, imports],
  ['src/report/a.ts', `import { a } from '../ui/format.ts';`, imports],
  ['src/report/a.ts', `console.log(navigator.userAgent);`, globals],
  ['src/evidence/a.ts', `import { a } from '../vault/index.ts';`, imports],
  ['src/evidence/a.ts', `import { a } from '../diagnosis/index.ts';`, imports],
  ['src/evidence/a.ts', `import { a } from '../popup/app.tsx';`, imports],
  ['src/repairs/a.ts', `import { a } from '../background/index.ts';`, imports],
  ['src/repairs/a.ts', `import { a } from 'idb';`, imports],
  ['src/vault/a.ts', `import { a } from '../evidence/index.ts';`, imports],
  ['src/vault/a.ts', `import { a } from '../messages.ts';`, imports],
  ['src/vault/a.ts', `import { a } from 'webextension-polyfill';`, imports],
  ['src/background/a.ts', `import { a } from '../ui/format.ts';`, imports],
  ['src/background/a.ts', `import { a } from '../bridge/page.iife.ts';`, imports],
  ['src/background/a.ts', `import { a } from 'idb';`, imports],
  ['src/background/a.ts', `import { a } from 'webextension-polyfill';`, imports],
  ['src/bridge/page.iife.ts', `import { a } from './protocol.ts';`, imports],
  ['src/bridge/content.iife.ts', `import { a } from '../errors.ts';`, imports],
  ['src/bridge/watch/a.ts', `import { a } from '../protocol.ts';`, imports],
  ['src/bridge/watch/a.ts', `import { a } from 'valibot';`, imports],
  ['src/bridge/content.iife.ts', `import { a } from '../browser.ts';`, imports],
  ['src/popup/a.tsx', `import { a } from '../vault/index.ts';`, imports],
  ['src/popup/a.tsx', `import { a } from '../certificate/index.ts';`, imports],
  ['src/popup/a.tsx', `import { a } from '../app/app.tsx';`, imports],
  ['src/app/screens/a.tsx', `import { a } from '../../background/index.ts';`, imports],
  ['src/app/screens/a.tsx', `import { a } from '../../signature/index.ts';`, imports],
  ['src/approval/a.tsx', `import { a } from '../vault/index.ts';`, imports],
  ['src/approval/a.tsx', `import { a } from 'idb';`, imports],
  ['src/ui/a.tsx', `import { a } from '../popup/app.tsx';`, imports],
  ['src/ui/a.tsx', `import { a } from 'valibot';`, imports],
  ['src/ui/a.tsx', `import { a } from '../../replica/server.ts';`, imports],
  ['src/ui/a.tsx', `import type { A } from '../../tests/pki/index.ts';`, imports],
  ['src/ui/a.tsx', `import { a } from '../../scripts/start.ts';`, imports],
  ['src/errors.ts', `import { a } from './certificate/index.ts';`, imports],
  ['src/errors.ts', `import { a } from 'valibot';`, imports],
  ['src/messages.ts', `import { a } from './vault/index.ts';`, imports],
  ['src/messages.ts', `import { a } from 'webextension-polyfill';`, imports],
  ['src/browser.ts', `export { default as browser } from 'webextension-polyfill';`, imports],
  ['src/browser.ts', `import { a } from './errors.ts';`, imports],
  ['replica/a.ts', `import { a } from '../src/certificate/index.ts';`, imports],
  ['src/vault/a.ts', `export default 1;`, 'no-default-export'],
  ['src/vault/a.ts', `console.log(1);`, 'no-console'],
  ['src/vault/a.ts', `export const a: any = 1;`, 'no-explicit-any'],
];

/** What the table allows, so that a rule that refuses everything proves nothing. */
const accepted: readonly [file: string, line: string][] = [
  ['src/certificate/a.ts', `import { a } from '@noble/hashes/legacy.js';`],
  ['src/certificate/a.ts', `import { a } from 'fflate';`],
  ['src/certificate/a.ts', `import { a } from '../errors.ts';`],
  ['src/certificate/a.ts', `import type { A } from '../portals/index.ts';`],
  ['src/signature/a.ts', `import { a } from '../certificate/index.ts';`],
  ['src/diagnosis/a.ts', `import type { A } from '../certificate/index.ts';`],
  ['src/report/a.ts', `import { a } from '../diagnosis/index.ts';`],
  ['src/report/a.ts', `import { a } from '../portals/index.ts';`],
  ['src/evidence/a.ts', `import { a } from '../browser.ts';`],
  ['src/vault/a.ts', `import { a } from 'idb';`],
  ['src/vault/a.ts', `import { a } from '../certificate/index.ts';`],
  ['src/background/a.ts', `import { a } from '../vault/index.ts';`],
  ['src/background/a.ts', `import { a } from 'valibot';`],
  ['src/bridge/page.iife.ts', `import type { A } from './protocol.ts';`],
  ['src/bridge/watcher.iife.ts', `import { a } from './watch/a.ts';`],
  ['src/bridge/watch/a.ts', `import { a } from './b.ts';`],
  ['src/popup/a.tsx', `import { a } from 'preact/hooks';`],
  ['src/popup/a.tsx', `import type { A } from '../certificate/index.ts';`],
  ['src/app/screens/a.tsx', `import { a } from '../../ui/format.ts';`],
  ['src/messages.ts', `import { a } from '@webext-core/messaging';`],
  ['replica/a.ts', `import { a } from '../src/portals/index.ts';`],
];

interface Diagnostic {
  code: string;
  filename: string;
  labels: { span: { line: number } }[];
}

const cases = [...refused, ...accepted];
/** `file:line` → the rules that refuse it. */
const found = new Map<string, string[]>();

/** Where a case stands: its line in a file that all the cases of that path share. */
function placeOf(index: number): string {
  const file = cases[index]?.[0];
  return `${file}:${cases.slice(0, index + 1).filter(([path]) => path === file).length}`;
}

beforeAll(async () => {
  const tree = await mkdtemp(join(tmpdir(), 'firma-lista-lint-'));
  const files = new Map<string, string>();
  for (const [index, [file, line]] of cases.entries()) {
    const named = line.replace(/\{ (a) \}|\{ (A) \}/, `{ $1$2 as name${index} }`);
    files.set(file, `${files.get(file) ?? ''}${named}\n`);
  }
  for (const [file, text] of files) {
    await mkdir(dirname(join(tree, file)), { recursive: true });
    await writeFile(join(tree, file), text);
  }
  await copyFile('.oxlintrc.json', join(tree, '.oxlintrc.json'));
  const oxlint = join(process.cwd(), 'node_modules', 'oxlint', 'bin', 'oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format', 'json'], {
    cwd: tree,
    encoding: 'utf8',
  });
  await rm(tree, { recursive: true, force: true });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] };
  for (const { code, filename, labels } of diagnostics) {
    const place = `${filename.replaceAll('\\', '/')}:${labels[0]?.span.line ?? 0}`;
    const rule = /\((.+)\)$/.exec(code)?.[1] ?? code;
    found.set(place, [...(found.get(place) ?? []), rule]);
  }
});

test.each(refused.map(([file, line, rule], index) => ({ file, line, rule, index })))(
  'in $file the linter refuses: $line',
  ({ rule, index }) => {
    expect(found.get(placeOf(index)) ?? []).toContain(rule);
  },
);

test.each(accepted.map(([file, line], index) => ({ file, line, index })))(
  'in $file the linter accepts: $line',
  ({ index }) => {
    const rules = found.get(placeOf(refused.length + index)) ?? [];
    expect(rules.filter((rule) => rule === imports || rule === globals)).toEqual([]);
  },
);
