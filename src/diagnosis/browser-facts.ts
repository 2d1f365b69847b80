/** What was seen of the browser, and of what it makes of the portal. */

export interface BrowserFacts {
  /** `userAgentData.brands`, the made-up ones left out. */
  brands: { brand: string; version: number }[];
  /**
   * Major version by the user agent's text: to whom it tells another one than it is, if there is
   * anybody, our own worker, the portal or the scripts of its page. 0: it tells another browser.
   */
  uaMajor: number;
  platform: string;
  platformVersion: string;
  mobile: boolean;
  /** What was tried: true when it works. */
  features: { sign: boolean; files: boolean };
}

export interface SettingsFacts {
  ownAccess: 'granted' | 'withheld';
}

/** What the browser was told about the portal's pages in particular. */
export interface SiteSettingsFacts {
  scripts: 'allow' | 'block';
  cookies: 'allow' | 'block';
  /** `block` is as good as no answer: it is so everywhere until somebody changes it. */
  popups: 'allow' | 'block';
  /** Those of other sites, in the frames of a page. */
  thirdPartyCookies: 'allow' | 'block';
}

/** The address of the tab where the person asked. The address itself goes no further. */
export interface PlaceFacts {
  scheme: 'https' | 'http';
  /** `official`: of the same sites as a portal. `lookalike`: easily taken for one of those. */
  host: 'portal' | 'official' | 'lookalike' | 'unknown';
  /** By its fields: nothing is read of what is in them. */
  asksFor?: 'files' | 'password' | 'nothing';
}

/** What became of the portal's page in this browser. */
export interface DocumentFacts {
  /** By what the browser says of the document, whether its own scripts may run. */
  scripts: 'allow' | 'block';
  /** One was put in, read and taken out again; `ok` without that where others can be read. */
  cookieProbe: 'ok' | 'fail';
  translated: boolean;
  /** It has something that only Java could run. */
  applet: boolean;
  /** Our own script is in it: else the extension came, or came anew, after the page. */
  watched: boolean;
}

export interface ClockFacts {
  /** ISO 8601, UTC: this computer's. */
  device: string;
  /** ISO 8601, UTC: the portal's. */
  server: string;
  /** Seconds that this computer is ahead. */
  skew: number;
}
