import { isUnderAny } from './is-under-any.ts';
import { widgetPaths } from './widget.ts';

const host = /^https:\/\/(?:[a-z0-9-]+\.)*imss\.gob\.mx$/;

/** Whether a page is the IMSS's own, of whatever host: https, on the default port. */
export function isImssPage(url: string | undefined): boolean {
  return url !== undefined && URL.canParse(url) && host.test(new URL(url).origin);
}

/** Whether a document is the IMSS's widget, of its own host or handed through by another. */
export function isImssWidget({ origin, path }: { origin: string; path: string }): boolean {
  return host.test(origin) && isUnderAny(path, widgetPaths);
}
