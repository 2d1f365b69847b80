/** What a browser is told of names, proxies and addresses: each of these takes a browser of its own. */
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { grantOptional } from '../../../scripts/grants.ts';
import { settleIn, type Scene } from '../../../scripts/tour/faults/scene.ts';
import { writeExtension } from '../../../scripts/write-extension.ts';
import type { InjectedFault, OpenBrowser } from './injected-fault.ts';
import { hosts, visit, visitInHealth, withDoors } from './network-scene.ts';

const portal = 'buzon-imss';

type LaunchOptions = Parameters<Scene['launch']>[0];

/** Starts the browser like this, and keeps the e.firma in it. */
function launchedWith(
  options: (scene: Scene) => LaunchOptions | Promise<LaunchOptions>,
): OpenBrowser {
  return async (scene) => {
    await scene.launch(await options(scene));
    await settleIn(scene, scene.files);
  };
}

/** The same profile in a browser that is told nothing; `options` of what stays. */
function relaunched(options: (scene: Scene) => Promise<LaunchOptions> = async () => ({})) {
  return async (scene: Scene) => {
    await scene.launch(await options(scene));
    return await visit(scene);
  };
}

async function portOfNobody(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** May set a proxy; does so when there is a port. @returns its folder */
async function writeVpn({ directory }: Scene, port?: number): Promise<string> {
  const singleProxy = { scheme: 'http', host: '127.0.0.1', port };
  const value = { mode: 'fixed_servers', rules: { singleProxy } };
  return await writeExtension(
    join(directory, port === undefined ? 'vpn-off' : 'vpn-on'),
    {
      name: 'Túnel Gratis',
      permissions: ['proxy'],
      background: { service_worker: 'worker.js' },
    },
    {
      'worker.js':
        port === undefined ? '' : `chrome.proxy.settings.set({ value: ${JSON.stringify(value)} });`,
    },
  );
}

/** Stops pages of one host. @returns its folder */
async function writeBlocker({ directory }: Scene, host: string): Promise<string> {
  const condition = { urlFilter: `||${host}/`, resourceTypes: ['main_frame'] };
  const rules = [{ id: 1, action: { type: 'block' }, condition }];
  return await writeExtension(
    join(directory, `blocks-${host}`),
    {
      name: 'Navega Seguro',
      permissions: ['declarativeNetRequest'],
      declarative_net_request: {
        rule_resources: [{ id: 'rules', enabled: true, path: 'rules.json' }],
      },
    },
    { 'rules.json': JSON.stringify(rules) },
  );
}

/** In that profile the extension may see which others are on. */
async function letManage({ profile }: Scene): Promise<void> {
  await grantOptional(profile, ['management']);
}

const withDeadProxy = async () => ({
  extraArgs: [`--proxy-server=127.0.0.1:${await portOfNobody()}`],
});

export const wayFaults: readonly InjectedFault[] = [
  {
    id: 'dns-none',
    cause: 'net.dns',
    portal,
    open: launchedWith(() => ({ resolverRules: 'MAP * ~NOTFOUND' })),
    inject: visit,
    signals: { net: 'NAME_NOT_RESOLVED', ctrl: 'fail', online: true },
    twin: relaunched(),
  },
  {
    id: 'dns-portal',
    cause: 'net.dns_portal_only',
    portal,
    open: launchedWith(({ replica }) => ({
      resolverRules: `MAP ${hosts.portal} ~NOTFOUND, ${replica.resolverRules}`,
    })),
    inject: visit,
    signals: { net: 'NAME_NOT_RESOLVED', ctrl: 'ok' },
    twin: relaunched(),
  },
  {
    id: 'proxy-dead',
    cause: 'net.proxy',
    portal,
    open: launchedWith(withDeadProxy),
    inject: visit,
    signals: { net: 'PROXY_CONNECTION_FAILED', ctrl: 'fail' },
    twin: relaunched(),
  },
  {
    id: 'proxy-dead-system',
    cause: 'net.proxy',
    portal,
    open: launchedWith(async (scene) => {
      await letManage(scene);
      return await withDeadProxy();
    }),
    inject: visit,
    signals: { net: 'PROXY_CONNECTION_FAILED', proxyBy: 'system', extScore: 0 },
    twin: relaunched(),
  },
  {
    id: 'proxy-dead-extension',
    cause: 'ext.proxy',
    portal,
    open: launchedWith(async (scene) => {
      await letManage(scene);
      return { extraExtensions: [await writeVpn(scene, await portOfNobody())] };
    }),
    inject: visit,
    signals: { net: 'PROXY_CONNECTION_FAILED', proxyBy: 'extension', ctrl: 'fail' },
    twin: relaunched(async (scene) => ({ extraExtensions: [await writeVpn(scene)] })),
  },
  {
    id: 'page-blocked',
    cause: 'ext.blocker',
    portal,
    open: launchedWith(async (scene) => ({
      extraExtensions: [await writeBlocker(scene, hosts.portal)],
    })),
    inject: visit,
    signals: { net: 'BLOCKED_BY_CLIENT', ctrl: 'ok' },
    twin: relaunched(async (scene) => ({ extraExtensions: [await writeBlocker(scene, 'a.test')] })),
  },
  {
    id: 'http-slow',
    cause: 'portal.down',
    portal,
    open: withDoors,
    async inject(scene) {
      scene.replica.faults.slow = 16_000;
      return await visit(scene);
    },
    signals: { ttfb: (milliseconds) => milliseconds > 15_000, ctrl: 'ok' },
    twin: visitInHealth,
  },
];
