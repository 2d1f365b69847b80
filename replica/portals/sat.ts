import { randomUUID } from 'node:crypto';
import { readForm, type Exchange, type Reply, type Route } from '../exchange.ts';
import type { Folios } from '../folios.ts';
import { formPage } from '../form-page.ts';
import type { Leaf } from '../leaf.ts';
import { makeNonces } from '../nonces.ts';
import { refuseIfSet } from '../refusal-texts.ts';
import { Refusal } from '../refusal.ts';
import { verifySatToken } from '../sat-token.ts';
import type { Context } from './context.ts';
import { satPortalOrigin } from './sat-portal.ts';

const hosts = [
  'loginda.siat.sat.gob.mx',
  'login.siat.sat.gob.mx',
  'loginc.mat.sat.gob.mx',
  'cfdiau.sat.gob.mx',
];

const paths = ['/nidp/app/login', '/nidp/jsp/main.jsp', '/nidp/wsfed/ep'];

/** Values of `id` that ask for RFC and Contraseña; any other is the page for an e.firma. */
const passwordPages = ['SATUPCFDiCon', 'FormCertiSAT'];

/** The SAT's sign-in: a token made in the page, then a form that carries the person to a portal. */
export function satRoutes(context: Context, assertions: Folios): Route[] {
  const { clock, record, pages, sessions, judge, registry, faults } = context;
  // As in the page that is known: base64 of the text of a UUID.
  const guids = makeNonces(clock, () => Buffer.from(randomUUID()).toString('base64'));

  function login({ host, path, query }: Exchange, error = ''): Reply {
    const guid = guids.issue();
    record(host, { kind: 'nonce-issued', nonce: guid });
    const address = `https://${host}${path}?id=${query.get('id') ?? ''}`;
    return formPage(context, 'sat.html', { guid, error, address });
  }

  async function takeToken(exchange: Exchange): Promise<Reply> {
    const { host, path } = exchange;
    const form = await readForm(exchange);
    record(host, { kind: 'received', path, fields: Object.fromEntries(form) });
    try {
      refuseIfSet(faults.refusal, 'sat');
      const leaf = verifySatToken(form, { registry, guids, judge, at: clock() });
      const { rfc } = leaf;
      record(host, { kind: 'signed-in', via: 'sat-token', rfc, challenge: form.get('guid') ?? '' });
      const page = carryOver(leaf);
      // The sign-in server has a session of its own, besides that of the portal it leads to.
      return {
        ...page,
        headers: { ...page.headers, ...sessions.open(exchange, { rfc, name: leaf.name }) },
      };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, message: sentence } = error;
      record(host, { kind: 'refused', via: 'sat-token', code, sentence });
      return login(exchange, sentence);
    }
  }

  /** WS-Federation: the assertion is good once, for this RFC; ours is not signed. */
  function carryOver({ rfc, name }: Leaf): Reply {
    const id = `id${randomUUID()}`;
    assertions.issue(id, { rfc, name });
    const result =
      `<wst:RequestSecurityTokenResponse><saml:Assertion AssertionID="${id}">` +
      `<saml:Attribute AttributeName="IdUsuario"><saml:AttributeValue>${xml(rfc)}` +
      '</saml:AttributeValue></saml:Attribute></saml:Assertion></wst:RequestSecurityTokenResponse>';
    return pages.page('sat-postit.html', { action: `${satPortalOrigin}/`, result });
  }

  const open = (exchange: Exchange): Reply =>
    passwordPages.includes(exchange.query.get('id') ?? '')
      ? pages.page('sat-contrasena.html')
      : login(exchange);
  return hosts.flatMap((host) =>
    paths.flatMap((path): Route[] => [
      { host, method: 'GET', path, handle: open },
      { host, method: 'POST', path, handle: takeToken },
    ]),
  );
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;');
}
