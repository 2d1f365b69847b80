import type { Hush } from '../../bridge/watch/hush.ts';

export interface Pkcs7Arguments {
  origin: string;
  path: string;
  /** Absolute path at the origin. */
  accessPath: string;
  fields: Readonly<Record<string, string>>;
}

/**
 * Injected into the one document that was approved. Self-contained: only its source travels. Sends a
 * form of our own to the portal, as text of the page's own encoding, as its form does. Its closed
 * tree keeps it from what records the page and its forms, and who asks the browser for every navigation
 * of the page does not hear of this one.
 */
export function sendPkcs7({
  origin,
  path,
  accessPath,
  fields,
}: Pkcs7Arguments): 'sent' | 'stranger_in_frames' | 'page_too_old' {
  const isHome =
    self.origin === origin &&
    location.protocol === 'https:' &&
    (location.pathname === path || location.pathname.startsWith(`${path}/`)) &&
    location.ancestorOrigins.length === 0;
  if (!isHome) return 'stranger_in_frames';
  const hush = (globalThis as unknown as Record<symbol, Hush | undefined>)[
    Symbol.for('firma-lista.hush')
  ];
  if (!hush) return 'page_too_old';

  // What a page names `createElement` or `documentElement` hides that of its document from us too.
  const make = (name: 'div' | 'form' | 'input'): HTMLElement =>
    Document.prototype.createElement.call(document, name);
  const form = make('form');
  form.setAttribute('method', 'post');
  form.setAttribute('action', `${origin}${accessPath}`);
  form.setAttribute('target', '_self');
  form.hidden = true;
  for (const [name, value] of Object.entries(fields)) {
    const input = make('input');
    input.setAttribute('type', 'hidden');
    input.setAttribute('name', name);
    input.setAttribute('value', value);
    form.append(input);
  }
  const host = make('div');
  host.attachShadow({ mode: 'closed' }).append(form);
  Document.prototype.querySelector.call(document, 'body')?.append(host);
  hush(fields['pkcs7'] ?? '');
  HTMLFormElement.prototype.submit.call(form);
  return 'sent';
}
