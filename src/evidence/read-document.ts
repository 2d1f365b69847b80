import type { DocumentFacts } from '../diagnosis/index.ts';

/** One document of a page: the page itself says more than the frames in it. */
export interface ReadDocument extends Pick<DocumentFacts, 'translated' | 'applet'> {
  own?: Pick<DocumentFacts, 'scripts' | 'cookieProbe' | 'watched'>;
}

/**
 * Injected into every frame of a page of the first of these origins. Self-contained: only its source
 * travels. No text, no field and no cookie of the page leaves it.
 * @returns undefined in any other page
 */
export function readDocument(
  origins: readonly string[],
  probeCookie: string,
): ReadDocument | undefined {
  if (!origins.includes(self.origin)) return undefined;
  // By the methods of the prototype: a picture called «cookie» hides the page's own.
  const has = (...selectors: string[]): boolean =>
    Document.prototype.querySelector.call(document, selectors.join()) !== null;
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  const readCookies = (): string => String(cookie?.get?.call(document));
  const writeCookie = (text: string): void => {
    cookie?.set?.call(document, `${probeCookie}=${text}; Path=/; Secure; SameSite=Strict`);
  };

  /** Where cookies can be read they are kept: then none is put in. */
  function keepsCookies(): boolean {
    if (readCookies() !== '') return true;
    writeCookie('1; Max-Age=60');
    const isKept = readCookies() !== '';
    writeCookie('; Max-Age=0');
    return isKept;
  }

  return {
    // Of Google, in Chrome; of Microsoft, in Edge.
    translated: has(
      'html.translated-ltr',
      'html.translated-rtl',
      'font[style*="vertical-align: inherit"] > font',
      '[_msttexthash]',
    ),
    applet: has(
      'applet',
      'object[type^="application/x-java" i]',
      'object[classid^="java:" i]',
      'object[classid="clsid:8AD9C840-044E-11D1-B3E9-00805F499D93" i]',
      'object[classid^="clsid:CAFEEFAC-" i]',
      'embed[type^="application/x-java" i]',
    ),
    ...(window === window.top &&
      self.origin === origins[0] && {
        own: {
          // Of the page's scripts: ours run in any case.
          scripts: matchMedia('(scripting: none)').matches ? 'block' : 'allow',
          cookieProbe: keepsCookies() ? 'ok' : 'fail',
          watched: Symbol.for('firma-lista.watcher') in globalThis,
        },
      }),
  };
}
