/** The help as one file that any browser opens from the disk: `docs/ayuda.html`. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { build } from 'vite';
import { helpPartsOf, topics, type HelpGroup } from '../../src/help/index.ts';
import { say } from '../say.ts';
import { escaped, topicHtml } from './topic-html.ts';

export const helpPagePath = 'docs/ayuda.html';

/** The whole file. Its script and its style are in it, and by its policy it can load nothing else. */
export async function helpPage(): Promise<string> {
  const script = await scriptOf('scripts/help/search-page.ts');
  const style = `\n${await readFile('scripts/help/help-page.css', 'utf8')}`;
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
  ].join('; ');
  const title = `${say('help_title')} · ${say('app_name')}`;
  const [one, many, none] = (['help_found_one', 'help_found', 'help_none'] as const).map((key) =>
    escaped(say(key)),
  );
  const parts = helpPartsOf(topics).map(({ heading, groups }) =>
    [
      '<section data-holds>',
      `<h2>${escaped(say(heading))}</h2>`,
      ...groups.map(groupHtml),
      '</section>',
    ].join('\n'),
  );
  return `${[
    '<!doctype html>',
    '<html lang="es-MX">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${escaped(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    `<h1>${escaped(title)}</h1>`,
    `<p>${escaped(say('help_page_intro'))} ${escaped(say('not_official'))}</p>`,
    `<form role="search" hidden data-one="${one}" data-many="${many}" data-none="${none}">`,
    `<label for="search">${escaped(say('help_search'))}</label>`,
    '<input id="search" type="search" autocomplete="off">',
    '<p role="status"></p>',
    '</form>',
    ...parts,
    `<p>${escaped(say('procedure_unverified'))}</p>`,
    `<script>${script}</script>`,
    '</body>',
    '</html>',
  ].join('\n')}\n`;
}

function groupHtml({ heading, topics: held }: HelpGroup): string {
  return [
    '<details data-holds>',
    `<summary>${escaped(say(heading ?? 'help_clear'))} <span>${held.length}</span></summary>`,
    `<ul>\n${held.map(topicHtml).join('\n')}\n</ul>`,
    '</details>',
  ].join('\n');
}

const hashOf = (text: string): string =>
  `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** A module and what it imports, as one script. */
async function scriptOf(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { write: false, lib: { entry, formats: ['iife'], name: 'search' } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('nothing was built');
  return first.output[0].code;
}
