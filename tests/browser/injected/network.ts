/** What is wrong on the way to Buzón, or with the server at the end of it. */
import type { Faults } from '../../../replica/index.ts';
import type { InjectedFault } from './injected-fault.ts';
import {
  alone,
  behind,
  everywhere,
  hosts,
  setDoors,
  visit,
  visitInHealth,
  withDoorsForOffline,
  withSat,
} from './network-scene.ts';

/** The portal is as its faults say, and the way is open. */
function during(faults: Partial<Faults>): InjectedFault['inject'] {
  return async (scene) => {
    await setDoors(scene);
    Object.assign(scene.replica.faults, faults);
    return await visit(scene);
  };
}

const connection: readonly InjectedFault[] = [
  {
    ...alone,
    id: 'net-refused',
    cause: 'portal.down',
    inject: behind({ portal: 'closed' }),
    signals: { net: 'CONNECTION_REFUSED', ctrl: 'ok', online: true },
  },
  {
    ...alone,
    id: 'net-reset',
    cause: 'portal.down',
    inject: behind({ portal: 'resets' }),
    signals: { net: 'CONNECTION_RESET', ctrl: 'ok' },
  },
  {
    ...alone,
    id: 'net-hangs-up',
    cause: 'portal.down',
    inject: behind({ portal: 'hangsUp' }),
    signals: { net: 'CONNECTION_CLOSED', ctrl: 'ok' },
  },
  {
    ...alone,
    id: 'net-empty',
    cause: 'portal.down',
    inject: during({ empty: true }),
    signals: { net: 'EMPTY_RESPONSE', ctrl: 'ok' },
  },
  {
    ...alone,
    id: 'net-silent',
    cause: 'portal.down',
    inject: behind({ portal: 'silent' }),
    signals: { net: 'TIMED_OUT', ctrl: 'ok' },
  },
  {
    ...alone,
    id: 'net-hangs',
    cause: 'portal.down',
    inject: during({ hang: true }),
    signals: { net: 'TIMED_OUT', ctrl: 'ok' },
  },
  {
    ...alone,
    id: 'net-refused-everywhere',
    cause: 'net.firewall',
    inject: behind(everywhere('closed')),
    signals: { net: 'CONNECTION_REFUSED', ctrl: 'fail' },
  },
  {
    ...alone,
    id: 'net-reset-everywhere',
    cause: 'net.firewall',
    inject: behind(everywhere('resets')),
    signals: { net: 'CONNECTION_RESET', ctrl: 'fail' },
  },
  {
    ...alone,
    id: 'net-silent-everywhere',
    cause: 'net.firewall',
    inject: behind(everywhere('silent')),
    signals: { net: 'TIMED_OUT', ctrl: 'fail', ctrlMs: (took) => took >= 1_500 },
  },
  {
    ...alone,
    open: withDoorsForOffline,
    id: 'net-offline',
    cause: 'net.offline',
    async inject(scene) {
      await setDoors(scene);
      // Only a worker that runs is taken off the net with the pages.
      await scene.browser.worker();
      await scene.browser.context.setOffline(true);
      return await visit(scene);
    },
    signals: { net: 'INTERNET_DISCONNECTED', ctrl: 'fail' },
    async twin(scene) {
      await scene.browser.context.setOffline(false);
      return await visitInHealth(scene);
    },
  },
  {
    ...alone,
    id: 'net-captive',
    cause: 'net.captive',
    inject: during({ captive: 'http://acceso.test/' }),
    signals: { redirect: 'offsite' },
  },
  {
    ...withSat,
    id: 'net-captive-everywhere',
    cause: 'net.captive',
    inject: during({ captive: 'http://acceso.test/', hosts: Object.values(hosts) }),
    signals: { redirect: 'offsite', ctrl: 'redirect' },
  },
];

const answers: readonly InjectedFault[] = [
  {
    ...alone,
    id: 'http-maintenance',
    cause: 'portal.maintenance',
    inject: during({ maintenance: true }),
    signals: { http: 200, text: 'maintenance' },
  },
  {
    ...alone,
    id: 'net-slow',
    cause: 'net.slow',
    inject: during({ slow: 16_000, hosts: Object.values(hosts) }),
    signals: {
      http: 200,
      ttfb: (milliseconds) => milliseconds > 15_000,
      // Nothing is certain before it was waited for in vain.
      ctrl: 'fail',
      ctrlMs: (milliseconds) => milliseconds > 4_000,
    },
  },
  ...[500, 502, 503, 504].map((status): InjectedFault => ({
    ...alone,
    id: `http-${status}`,
    cause: 'portal.down',
    inject: during({ down: status }),
    signals: { http: status, ctrl: 'ok' },
  })),
  {
    ...alone,
    id: 'http-429',
    cause: 'portal.waf',
    inject: during({ down: 429 }),
    signals: { http: 429, ctrl: 'ok' },
  },
  {
    ...alone,
    id: 'http-403',
    cause: 'portal.waf',
    inject: during({ down: 403 }),
    answers: { vpn: 'no' },
    signals: { http: 403, ctrl: 'ok', vpn: false },
  },
  {
    ...alone,
    id: 'http-403-vpn',
    cause: 'net.vpn_geo',
    inject: during({ down: 403 }),
    answers: { vpn: 'yes' },
    signals: { http: 403, ctrl: 'ok', vpn: true },
  },
  {
    ...alone,
    id: 'http-431',
    cause: 'session.hung',
    inject: during({ down: 431 }),
    signals: { http: 431 },
  },
  {
    ...alone,
    id: 'http-404',
    cause: 'user.wrong_url',
    inject: during({ down: 404 }),
    signals: { http: 404 },
  },
  {
    ...alone,
    id: 'http-now-and-then',
    cause: 'portal.intermittent',
    async inject(scene) {
      await setDoors(scene);
      for (const down of [503, undefined]) {
        scene.replica.faults.down = down;
        await (await visit(scene)).close();
      }
      scene.replica.faults.down = 503;
      return await visit(scene);
    },
    signals: { http: 503, retry: 'ok' },
  },
  {
    ...alone,
    id: 'net-now-and-then',
    cause: 'portal.intermittent',
    async inject(scene) {
      await setDoors(scene, { portal: 'resets' });
      const page = await visit(scene);
      await setDoors(scene);
      return page;
    },
    signals: { net: 'CONNECTION_RESET', retry: 'ok', ctrl: 'ok' },
  },
  {
    ...alone,
    id: 'widget-refused',
    cause: 'portal.widget_down',
    inject: behind({ widget: 'closed' }),
    signals: { http: 200, widgetNet: 'CONNECTION_REFUSED', ctrl: 'ok' },
  },
  {
    ...withSat,
    id: 'widget-refused-as-sat',
    cause: 'portal.widget_down',
    inject: behind({ widget: 'closed', sat: 'closed' }),
    signals: { widgetNet: 'CONNECTION_REFUSED', satOk: false, imssOk: true, ctrl: 'ok' },
  },
  {
    ...alone,
    id: 'widget-silent',
    cause: 'portal.widget_down',
    inject: behind({ widget: 'silent' }),
    signals: { http: 200, widgetNet: 'TIMED_OUT', ctrl: 'ok' },
  },
];

export const networkFaults: readonly InjectedFault[] = [...connection, ...answers];
