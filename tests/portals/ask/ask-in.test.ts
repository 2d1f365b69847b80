import { describe, expect, test } from 'vitest';
import { askIn } from '../../../src/portals/ask/ask-in.ts';
import type { FormPost } from '../../../src/portals/ask/params-of.ts';

const params = '{"operacion":"firmaCMS","cad_original":"||ACTO|Peña Núñez||"}';
const ask = { operation: 'firmaCMS', cadena: '||ACTO|Peña Núñez||', wants: [] };
const unread = { operation: '', wants: [], unread: ['all'] };
const page = 'https://buzon.imss.gob.mx';
const widget = 'https://firmadigitalssl.imss.gob.mx/firmaElectronicaWeb/widget/chfecyn';
const proxied = 'https://serviciosdigitales.imss.gob.mx/firmaElectronicaWeb/widget/chfecyn';

const post = (changed: Partial<FormPost>): FormPost => ({
  url: widget,
  method: 'POST',
  initiator: page,
  ...changed,
});
const latin1 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));

/** As Chromium writes one (RFC 7578); `field`: the head of each part and its content. */
function multipart(...parts: [head: string, content: string][]): { bytes: ArrayBuffer }[] {
  const boundary = '------WebKitFormBoundaryx';
  const text = parts.map(([head, content]) => `${boundary}\r\n${head}\r\n\r\n${content}\r\n`);
  return [{ bytes: latin1(`${text.join('')}${boundary}--\r\n`).buffer }];
}
const head = 'Content-Disposition: form-data; name="params"';
const fileHead = `${head}; filename="a.key"\r\nContent-Type: application/octet-stream`;

describe('a page asks the widget', () => {
  test.each<[what: string, changed: Partial<FormPost>]>([
    ['by a form', { formData: { params: [params] } }],
    ['by a form that is not UTF-8', { formData: { params: [latin1(params).buffer] } }],
    ['by a form in parts that is not UTF-8', { raw: multipart([head, params]) }],
    ['by its address', { method: 'GET', url: `${widget}?params=${encodeURIComponent(params)}` }],
    [
      'at its older address',
      { url: widget.replace('chfecyn', 'imss'), formData: { params: [params] } },
    ],
    ['below the address', { url: `${widget}/imss`, formData: { params: [params] } }],
  ])('%s', (_what, changed) => {
    expect(askIn(post(changed))).toEqual({ origin: page, ...ask });
  });

  test('handed through by its own host', () => {
    const origin = 'https://serviciosdigitales.imss.gob.mx';
    expect(
      askIn(post({ url: proxied, initiator: origin, formData: { params: [params] } })),
    ).toEqual({ origin, ...ask });
  });

  test('from nowhere that can be told', () => {
    const { initiator: _nobody, ...anonymous } = post({ formData: { params: [params] } });
    expect(askIn(anonymous)).toEqual({ origin: 'null', ...ask });
  });
});

describe('that it asks for something that cannot be read is known', () => {
  test.each<[what: string, changed: Partial<FormPost>]>([
    ['without params', { formData: { otro: [params] } }],
    ['without a body', {}],
    ['as plain text', { raw: [{ bytes: latin1(`params=${params}`).buffer }] }],
    ['twice', { formData: { params: [params, params] } }],
    [
      'in its address and in its form',
      { url: `${widget}?params=1`, formData: { params: [params] } },
    ],
    ['twice in parts', { raw: multipart([head, params], [head, params]) }],
    ['as a file', { raw: multipart([fileHead, params]) }],
    ['next to files', { raw: [...multipart([head, params]), {}] }],
    [
      'in parts without an end',
      { raw: [{ bytes: latin1(`--x\r\n${head}\r\n\r\n${params}`).buffer }] },
    ],
    ['in more than 512 KB', { raw: multipart([head, params], ['X: y', 'x'.repeat(512 * 1024)]) }],
    ['with what is no JSON', { formData: { params: ['{'] } }],
  ])('%s', (_what, changed) => {
    expect(askIn(post(changed))).toEqual({ origin: page, ...unread });
  });
});

describe('nothing is asked', () => {
  test.each<[what: string, changed: Partial<FormPost>]>([
    ['by opening the widget', { method: 'GET' }],
    ['elsewhere', { url: 'https://buzon.imss.gob.mx/otro', formData: { params: [params] } }],
    ['on another port', { url: widget.replace('mx/', 'mx:8443/'), formData: { params: [params] } }],
    ['without TLS', { url: widget.replace('https', 'http'), formData: { params: [params] } }],
    ['of a neighbour', { url: `${widget}2`, formData: { params: [params] } }],
    ['of no address', { url: 'about:', formData: { params: [params] } }],
  ])('%s', (_what, changed) => {
    expect(askIn(post(changed))).toBe('none');
  });
});

describe('the widget goes on by itself, and what it sends is not looked at', () => {
  test('with its own forms', () => {
    const initiator = 'https://firmadigitalssl.imss.gob.mx';
    const own: FormPost = {
      url: `${widget}/validar`,
      method: 'POST',
      initiator,
      get formData(): never {
        throw new Error('looked at');
      },
    };
    expect(askIn(own)).toBe('same');
  });

  test('handed through by the host of the page', () => {
    const initiator = 'https://serviciosdigitales.imss.gob.mx';
    expect(askIn(post({ url: `${proxied}/validar`, initiator, raw: [{}, {}] }))).toBe('same');
  });
});
