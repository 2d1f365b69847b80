/** What is wrong with the secure connection to Buzón, or to every site. */
import type { Page } from 'playwright-core';
import type { Scene } from '../../../scripts/tour/faults/scene.ts';
import type { InjectedFault } from './injected-fault.ts';
import {
  alone,
  behind,
  hosts,
  identityOf,
  lab,
  serveWrongly,
  setDoors,
  visit,
  withSat,
} from './network-scene.ts';
import { serveKnownClients, serveOldTls } from './old-servers.ts';

/** Between the browser and every host somebody shows certificates of their own making. */
export async function wrongEverywhere(
  scene: Scene,
  fault: Parameters<typeof serveWrongly>[1],
): Promise<Page> {
  const names = Object.keys(hosts) as (keyof typeof hosts)[];
  const ports = await Promise.all(names.map((name) => serveWrongly(scene, fault, name)));
  await setDoors(scene, Object.fromEntries(names.map((name, at) => [name, ports[at]])));
  return await visit(scene);
}

const faults: readonly Omit<InjectedFault, 'needs'>[] = [
  {
    ...alone,
    id: 'tls-expired',
    cause: 'tls.portal_cert',
    inject: async (scene) => behind({ portal: await serveWrongly(scene, 'expired') })(scene),
    signals: { net: 'CERT_DATE_INVALID', ctrl: 'ok', skew: (seconds) => Math.abs(seconds) < 60 },
  },
  {
    ...alone,
    id: 'tls-unknown-issuer',
    cause: 'tls.portal_cert',
    inject: async (scene) => behind({ portal: await serveWrongly(scene, 'unknown_issuer') })(scene),
    signals: { net: 'CERT_AUTHORITY_INVALID', ctrl: 'ok' },
  },
  {
    ...alone,
    id: 'tls-wrong-name',
    cause: 'tls.name',
    inject: async (scene) => behind({ portal: await serveWrongly(scene, 'wrong_name') })(scene),
    signals: { net: 'CERT_COMMON_NAME_INVALID', ctrl: 'ok' },
  },
  {
    ...alone,
    id: 'tls-old-version',
    cause: 'tls.version',
    inject: async (scene) =>
      behind({ portal: await serveOldTls(identityOf(scene, 'none')) })(scene),
    signals: { net: 'SSL_VERSION_OR_CIPHER_MISMATCH', ctrl: 'ok' },
  },
  {
    ...alone,
    id: 'tls-client-certificate',
    cause: 'tls.client_cert',
    inject: async (scene) =>
      behind({ portal: await serveKnownClients(identityOf(scene, 'none')) })(scene),
    signals: { net: 'BAD_SSL_CLIENT_AUTH_CERT', ctrl: 'ok' },
  },
  {
    ...alone,
    id: 'tls-intercepted',
    cause: 'tls.interception',
    inject: (scene) => wrongEverywhere(scene, 'unknown_issuer'),
    signals: { net: 'CERT_AUTHORITY_INVALID', ctrl: 'fail' },
  },
  {
    ...withSat,
    id: 'tls-intercepted-seen',
    cause: 'tls.interception',
    inject: (scene) => wrongEverywhere(scene, 'unknown_issuer'),
    signals: { net: 'CERT_AUTHORITY_INVALID', ctrl: 'cert', satOk: false },
  },
  {
    ...alone,
    id: 'tls-wrong-name-everywhere',
    cause: 'net.captive',
    inject: (scene) => wrongEverywhere(scene, 'wrong_name'),
    signals: { net: 'CERT_COMMON_NAME_INVALID', ctrl: 'fail' },
  },
  {
    ...withSat,
    id: 'tls-dates-everywhere',
    cause: 'tls.clock',
    inject: (scene) => wrongEverywhere(scene, 'expired'),
    signals: { net: 'CERT_DATE_INVALID', ctrl: 'cert' },
  },
  {
    ...alone,
    id: 'tls-none',
    cause: 'portal.down',
    inject: behind({ portal: 'speaksPlainly' }),
    signals: { net: 'SSL_PROTOCOL_ERROR', ctrl: 'ok' },
  },
];

export const tlsFaults: readonly InjectedFault[] = faults.map((fault) => ({
  ...fault,
  needs: lab,
}));
