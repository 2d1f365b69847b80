import type { RefusalId } from './refusal-texts.ts';

/**
 * What can be made to go wrong at the portals while the replica runs. Whoever plays the world sets
 * these; the extension never sees them, only what comes of them.
 */
export interface Faults {
  /** The faults meet these hosts alone; without it every portal, and no public site. */
  hosts: readonly string[] | undefined;
  /** Pages are empty in a browser that says to be older than this major version. */
  minimumMajor: number | undefined;
  /**
   * Buzón's page draws itself with a script in two parts: an entry that the browser keeps for long,
   * and a part with a name of its deploy, of which the server has only the newest. Undefined is the
   * page in one piece, and nothing kept.
   */
  deploy: Deploy | undefined;
  /** Buzón keeps its page and entry in a service worker, and not in the browser's cache. */
  serviceWorker: boolean;
  /** Every portal answers with this status. */
  down: number | undefined;
  /** Pages say that the portal is being worked on, with status 200. */
  maintenance: boolean;
  /** The portals take requests and never answer. */
  hang: boolean;
  /** The portals answer this late, in milliseconds. */
  slow: number;
  /** The portals close the connection without a byte. */
  empty: boolean;
  /** The portals send half of each page, and close the connection. */
  truncated: boolean;
  /** Pages lead to this address instead, as in a network that wants to be signed in to first. */
  captive: string | undefined;
  /** A portal, or the widget in it, refuses everybody with one of these sentences. */
  refusal: RefusalId | undefined;
  /** The widget's host answers 503; the portals work. */
  widgetDown: boolean;
  /** Bytes of the Cookie header that the portals take. */
  cookieLimit: number | undefined;
  /**
   * Signing in leads back to the login: always, or as long as the browser brings any cookie, as
   * with a session that hangs.
   */
  sessionLoop: 'always' | 'with_cookies' | false;
}

/** In the order in which they were put on the server. */
export const deploys = ['previous', 'current'] as const;

export type Deploy = (typeof deploys)[number];

/** Everything works: `Object.assign(replica.faults, noFaults())` mends all of it. */
export function noFaults(): Faults {
  return {
    hosts: undefined,
    minimumMajor: undefined,
    deploy: undefined,
    serviceWorker: false,
    down: undefined,
    maintenance: false,
    hang: false,
    slow: 0,
    empty: false,
    truncated: false,
    captive: undefined,
    refusal: undefined,
    widgetDown: false,
    cookieLimit: undefined,
    sessionLoop: false,
  };
}
