import { randomBytes } from 'node:crypto';
import { checkAccount } from '../accounts.ts';
import { pkcs7Bytes, verifyCms } from '../cms.ts';
import { readForm, type Exchange, type Reply, type Route } from '../exchange.ts';
import { formPage } from '../form-page.ts';
import type { Leaf } from '../leaf.ts';
import { makeNonces } from '../nonces.ts';
import { refuseIfSet } from '../refusal-texts.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../sessions.ts';
import type { Context } from './context.ts';

const host = 'idse.imss.gob.mx';
const siteId = '9';
const accessPath = '/imss/AccesoIDSE.idse';

/** The code is the real one; the words beside it are replica-only. */
const sessionError = '#01001 La sesión no es válida.';

/** IDSE: gives out a text, takes it back in a CMS with the user and the password of an account. */
export function idseRoutes(context: Context): Route[] {
  const { clock, record, pages, sessions, judge, accounts, faults, variants } = context;
  const challenges = makeNonces(clock, () => {
    const value = randomBytes(32).toString('base64url');
    return variants.lineEnds ? `\r\n${value}\r\n` : value;
  });
  const login = (error = '', status = 200): Reply =>
    formPage(context, 'idse.html', { error }, status);
  const modules = ({ rfc, name }: Session): Reply => pages.page('idse-modulos.html', { rfc, name });

  async function giveChallenge(exchange: Exchange): Promise<Reply> {
    const form = await readForm(exchange);
    const isAsked =
      form.get('siteId') === siteId && form.get('location') === `https://${host}/imss/`;
    if (!isAsked) return { status: 400, type: 'text/plain', body: 'RÉPLICA: faltan datos.' };
    const nonce = challenges.issue();
    record(host, { kind: 'nonce-issued', nonce });
    return { status: 200, type: 'text/plain', body: nonce };
  }

  /** The challenge is used up last, by a sign-in that is right in everything else. */
  function verifyAccess(form: URLSearchParams): { leaf: Leaf; challenge: string } {
    const field = (name: string): string => form.get(name) ?? '';
    if (field('siteId') !== siteId || !field('certificado') || !field('llave')) {
      throw new Refusal('malformed', 'El formulario llegó incompleto.');
    }
    refuseIfSet(faults.refusal, 'idse');
    const { content, leaf } = verifyCms(pkcs7Bytes(field('pkcs7')));
    judge(leaf, clock());
    checkAccount(accounts, leaf.rfc, { user: field('idUsuario'), password: field('password') });
    const challenge = content.toString('utf8');
    challenges.take(challenge);
    return { leaf, challenge };
  }

  async function openSession(exchange: Exchange): Promise<Reply> {
    const form = await readForm(exchange);
    record(host, { kind: 'received', path: accessPath, fields: Object.fromEntries(form) });
    try {
      const { leaf, challenge } = verifyAccess(form);
      const { rfc, name } = leaf;
      record(host, { kind: 'signed-in', via: 'idse-cms', rfc, challenge });
      const headers = sessions.open(exchange, { rfc, name });
      const page = modules({ rfc, name });
      return { ...page, headers: { ...page.headers, ...headers } };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code } = error;
      const sentence = sentences[code] ?? error.message;
      record(host, { kind: 'refused', via: 'idse-cms', code, sentence });
      return login(sentence);
    }
  }

  function home(exchange: Exchange): Reply {
    const session = sessions.find(exchange);
    return session ? modules(session) : login(sessionError, 403);
  }

  return [
    { host, method: 'GET', path: '/imss/', handle: () => login() },
    { host, method: 'GET', path: '/imss', handle: () => login() },
    { host, method: 'POST', path: '/imss/SecuenciaFirma.idse', handle: giveChallenge },
    { host, method: 'POST', path: accessPath, handle: openSession },
    { host, method: 'GET', path: accessPath, handle: home },
    { host, method: 'GET', path: '/imss/Modulos.idse', handle: home },
  ];
}

/** What IDSE says itself, as far as it is known. */
const sentences: Record<string, string> = {
  expired: 'El certificado ya no está vigente.',
  nonce_unknown: sessionError,
  nonce_used: sessionError,
  nonce_expired: sessionError,
};
