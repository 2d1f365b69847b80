/** Another extension passes the browser off for another one, before the portal or in its page. */
import { join } from 'node:path';
import { settleIn, type Scene } from '../../../scripts/tour/faults/scene.ts';
import { writeExtension } from '../../../scripts/write-extension.ts';
import { failed, visit } from './buzon.ts';
import type { InjectedFault } from './injected-fault.ts';

const portal = 'buzon-imss';
const host = 'buzon.imss.gob.mx';
const name = 'Cambia Navegador';

const old =
  'Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36';
const other = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:146.0) Gecko/20100101 Firefox/146.0';

/** Sends another text of the browser to one host. @returns its folder */
async function writeHeaders({ directory }: Scene, to: string): Promise<string> {
  const header = { header: 'user-agent', operation: 'set', value: old };
  const rule = {
    id: 1,
    action: { type: 'modifyHeaders', requestHeaders: [header] },
    condition: { urlFilter: `||${to}/`, resourceTypes: ['main_frame', 'sub_frame', 'script'] },
  };
  return await writeExtension(
    join(directory, `headers-${to}`),
    {
      name,
      permissions: ['declarativeNetRequest'],
      host_permissions: ['<all_urls>'],
      declarative_net_request: {
        rule_resources: [{ id: 'rules', enabled: true, path: 'rules.json' }],
      },
    },
    { 'rules.json': JSON.stringify([rule]) },
  );
}

/** What the scripts of one host's pages read is another browser's. @returns its folder */
async function writeScript({ directory }: Scene, at: string): Promise<string> {
  const matches = [`https://${at}/*`];
  const content = { matches, js: ['script.js'], run_at: 'document_start', world: 'MAIN' };
  return await writeExtension(
    join(directory, `script-${at}`),
    { name, content_scripts: [content] },
    {
      'script.js': `Object.defineProperty(Navigator.prototype, 'userAgent', { get: () => '${other}' });`,
    },
  );
}

type Write = typeof writeHeaders;

/** In a browser of its own, with that extension for the portal; in the twin, for another site. */
function spoofed(
  write: Write,
  fault: Pick<InjectedFault, 'asked' | 'id' | 'inject' | 'signals'>,
): InjectedFault {
  return {
    ...fault,
    cause: 'ext.ua_spoof',
    portal,
    async open(scene) {
      await scene.launch({ extraExtensions: [await write(scene, host)] });
      await settleIn(scene, scene.files);
    },
    async twin(scene) {
      await scene.launch({ extraExtensions: [await write(scene, 'otro.example')] });
      scene.replica.faults.minimumMajor = 120;
      return await visit(scene);
    },
  };
}

export const spoofFaults: readonly InjectedFault[] = [
  spoofed(writeHeaders, {
    id: 'spoof-sent',
    async inject(scene) {
      scene.replica.faults.minimumMajor = 120;
      return await failed(scene, await visit(scene));
    },
    signals: { uaMismatch: true, text: 'blank' },
  }),
  spoofed(writeScript, {
    id: 'spoof-shown',
    inject: visit,
    asked: { portal, sees: 'nothing_happens' },
    signals: { uaMismatch: true },
  }),
];
