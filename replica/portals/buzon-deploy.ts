import type { Reply, Route } from '../exchange.ts';
import { deploys, type Deploy } from '../faults.ts';
import type { Context } from './context.ts';

const loginPath = '/buzonimss/login';
const entryPath = '/buzonimss/entrada.js';
const workerPath = '/buzonimss/trabajador.js';
const partPath = (deploy: Deploy): string => `/buzonimss/partes/buzon-${deploy}.js`;

/** Ten years: the replica's clock may be years behind the browser's. */
const keptForLong = { 'cache-control': 'max-age=315360000' };

/**
 * Buzón's login: in one piece, or (see `Faults.deploy`) drawn by a script in two parts, as portals
 * of a single page are. The entry has the same address in every deploy, its part has not: a browser
 * that keeps an old entry asks for a part that is gone, and its page stays empty.
 */
export function deployRoutes(context: Context, host: string): Route[] {
  const { pages, faults, record } = context;
  const deployed = (): Deploy | undefined =>
    faults.deploy ?? (faults.serviceWorker ? 'current' : undefined);
  const kept = (reply: Reply): Reply =>
    faults.serviceWorker ? reply : { ...reply, headers: { ...reply.headers, ...keptForLong } };

  const page = (): Reply =>
    deployed() ? kept(pages.page('buzon-partes.html')) : pages.page('buzon.html');

  function entry(): Reply {
    const deploy = deployed();
    return kept(script(deploy ? `await import('${partPath(deploy)}');\n` : ''));
  }

  function part(deploy: Deploy): Reply {
    const path = partPath(deploy);
    if (deploy !== deployed()) {
      record(host, { kind: 'not-found', path });
      return { status: 404, type: 'text/plain', body: 'RÉPLICA: este archivo ya no existe.' };
    }
    const markup = JSON.stringify(bodyOf(pages.page('buzon.html')));
    return script(
      [
        `document.body.innerHTML = ${markup};`,
        "await import('/replica/recursos/buzon.js');",
        ...(faults.serviceWorker ? [`navigator.serviceWorker.register('${workerPath}');`] : []),
        '',
      ].join('\n'),
    );
  }

  const answers: [path: string, answer: () => Reply][] = [
    [loginPath, page],
    [entryPath, entry],
    [workerPath, () => script(pages.text('trabajador.js'))],
    ...deploys.map((deploy): [string, () => Reply] => [partPath(deploy), () => part(deploy)]),
  ];
  return answers.map(([path, handle]) => ({ host, method: 'GET', path, handle }));
}

function script(body: string): Reply {
  return { status: 200, type: 'text/javascript', body };
}

function bodyOf({ body }: Reply): string {
  return /<body>([^]*)<\/body>/.exec(String(body))?.[1] ?? '';
}
