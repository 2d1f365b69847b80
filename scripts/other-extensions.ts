/** Extensions of other people, as small as they can be, to be loaded beside ours. */
import { join } from 'node:path';
import { writeExtension } from './write-extension.ts';

interface OtherExtension {
  manifest: { name: string } & Record<string, unknown>;
  /** By the name of the file. */
  files: Record<string, string>;
}

const imss = '*://*.imss.gob.mx/*';

/** Talks to itself in the portal's page, as price hunters and translators do. */
const talkative = `
const talk = () => window.postMessage({ from: 'content-script', offers: [] }, '*');
talk();
setInterval(talk, 1000);
`;

/** Looks at the page, and leaves it alone. */
const quiet = `document.documentElement.querySelectorAll('input').length;`;

function withContentScript(name: string, matches: readonly string[], code: string): OtherExtension {
  return {
    manifest: {
      name,
      permissions: ['storage'],
      content_scripts: [{ matches, js: ['content.js'], run_at: 'document_end' }],
    },
    files: { 'content.js': code },
  };
}

const blocksScriptsOfBuzon = [
  {
    id: 1,
    action: { type: 'block' },
    condition: { urlFilter: '||buzon.imss.gob.mx/', resourceTypes: ['script'] },
  },
];

/** By what they do, whatever they are called. */
const otherExtensions = {
  interfering: withContentScript('Cupones al Instante', [imss], talkative),
  /** The same under another name. */
  renamed: withContentScript('Lector Cómodo', [imss], talkative),
  /** May do as much as they may, and does nothing. */
  harmless: withContentScript('Notas del Trámite', [imss], quiet),
  everywhere: withContentScript('Modo Oscuro', ['<all_urls>'], quiet),
  /** Stops files on any site without asking for the data of one. */
  blocker: {
    manifest: {
      name: 'Escudo Total',
      permissions: ['declarativeNetRequest'],
      declarative_net_request: {
        rule_resources: [{ id: 'rules', enabled: true, path: 'rules.json' }],
      },
    },
    files: { 'rules.json': JSON.stringify(blocksScriptsOfBuzon) },
  },
  elsewhere: withContentScript('Ayudante de Compras', ['https://tienda.example/*'], quiet),
  /** Several sites in one sentence of the browser. */
  government: withContentScript(
    'Trámites Fáciles',
    ['https://*.sat.gob.mx/*', imss, 'https://www.gob.mx/*'],
    quiet,
  ),
  /** So many sites that the browser names none. */
  crowd: withContentScript(
    'Comparador',
    ['a', 'b', 'c', 'd', 'e'].map((name) => `https://${name}.example/*`),
    quiet,
  ),
  /** Its name ends as the portal's, and is another's. */
  lookalike: withContentScript('Clínica', ['https://*.no-imss.gob.mx/*'], quiet),
  powerless: { manifest: { name: 'Reloj', permissions: ['alarms'] }, files: {} },
  /** Sees which others are on, and switches them by hand, so to speak. */
  onlooker: {
    manifest: {
      name: 'Mirador',
      permissions: ['management'],
      background: { service_worker: 'worker.js' },
    },
    files: { 'worker.js': '' },
  },
  theme: { manifest: { name: 'Atardecer', theme: { colors: { frame: [90, 30, 60] } } }, files: {} },
} satisfies Record<string, OtherExtension>;

export type OtherExtensionName = keyof typeof otherExtensions;

export const nameOfOther = (name: OtherExtensionName): string =>
  otherExtensions[name].manifest.name;

/** Writes them into folders of their own; gives the folders, in the same order. */
export async function writeOtherExtensions(
  directory: string,
  names: readonly OtherExtensionName[],
): Promise<string[]> {
  return await Promise.all(
    names.map((name) => {
      const { manifest, files }: OtherExtension = otherExtensions[name];
      return writeExtension(join(directory, name), manifest, files);
    }),
  );
}
