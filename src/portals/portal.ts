/** Where a fact about a portal comes from, and when it was read. */
export interface Source {
  readonly what: string;
  readonly where: string;
  readonly date: string;
}

/** Scheme and exact host, on the default port. */
export type HttpsOrigin = `https://${string}`;

/**
 * Each field lists its known ids, the newest first, in the order in which they stand in the form.
 * What a form does not ask for is left out.
 */
export interface FormFields {
  readonly certificate: readonly string[];
  readonly privateKey: readonly string[];
  readonly password: readonly string[];
  readonly rfc?: readonly string[];
  /** The user name at IDSE. */
  readonly user?: readonly string[];
}

/** What a form writes beside its fields and on its button, word for word, as far as it is known. */
export type FormTexts = { readonly [Field in keyof FormFields | 'submit']?: string };

/** A form that asks for the files: in the page itself, or in a frame of it. */
export interface FillForm {
  /** The exact origin of the document that holds it. */
  readonly origin: HttpsOrigin;
  /** Where it is at that origin, the newest first: each with what goes on after a slash. */
  readonly paths: readonly [string, ...string[]];
  /** Every ancestor must have one of these exact origins; none at all: it is the page itself. */
  readonly ancestors: readonly HttpsOrigin[];
  readonly fields: FormFields;
  /** Ids of the buttons that send it, the newest first. */
  readonly submit: readonly string[];
  readonly texts?: FormTexts;
}

/** The SAT's own sign-in: a token signed over a value that the page holds. */
export interface SatToken {
  readonly kind: 'sat-token';
  /** Ids of the hidden form and of its fields. */
  readonly form: string;
  readonly fields: {
    readonly guid: readonly string[];
    readonly token: string;
    readonly notAfter: string;
  };
  /** What the value looks like: a regular expression over all of it. Nothing else is signed. */
  readonly challenge: string;
}

/** IDSE's own sign-in: a CMS over a text that its server gives out. */
export interface IdseCms {
  readonly kind: 'idse-cms';
  /** Absolute paths at the origin of the page. */
  readonly challengePath: string;
  readonly accessPath: string;
  readonly siteId: string;
  readonly challenge: string;
}

export type NativeProtocol = SatToken | IdseCms;

/** Where a failure shows in a page of the portal: CSS selectors, nothing is ever put in. */
export interface Watch {
  /** What these hold is an error as soon as it can be seen. */
  readonly errorNodes: readonly string[];
  /** The frame that is there while somebody signs. */
  readonly widgetFrames: readonly string[];
  /** What can be seen while the portal works on an answer. */
  readonly busyNodes?: readonly string[];
  /** The sign-in page opens its widget by itself. */
  readonly opensWidget?: true;
  /**
   * What a page has that comes after the form, where no widget says that it went well: with one of
   * these, and without the form, the portal has let somebody in. They need not be seen.
   */
  readonly insideNodes?: readonly string[];
  /** Whole paths of the form: what else is under the row's path may come after it. All, without. */
  readonly formAt?: readonly string[];
}

/**
 * `bridge`: the page asks by the page API. `native`: the portal's own protocol, spoken by the
 * extension. `fill`: a form of the portal is filled.
 */
export type Strategy = 'bridge' | 'native' | 'fill';

/** Whose e.firma a portal takes. */
export type Holder = 'person' | 'company';

/**
 * A page of one host that asks for an e.firma, as data: by exact host and beginning of the path. The
 * file of a row also says where each of its facts comes from, as `sources`.
 */
export interface Portal {
  readonly id: string;
  readonly host: string;
  readonly path: string;
  /** Path and query of the address that people open, where it is not the path alone. */
  readonly entry?: `/${string}`;
  /** `sign`: no sign-in page; a form for signing may come up anywhere under the path. */
  readonly purpose: 'enter' | 'sign';
  /** In the order in which they are offered. */
  readonly strategies: readonly [Strategy, ...Strategy[]];
  readonly accepts: readonly [Holder, ...Holder[]];
  /** None where nothing is filled. */
  readonly forms: readonly FillForm[];
  readonly native?: NativeProtocol;
  /** Ids of the buttons that lead from another way to enter to the one with an e.firma. */
  readonly efirmaButtons?: readonly string[];
  readonly watch?: Watch;
  /** The person lets the extension in at the moment of need. */
  readonly isOptional?: true;
  /** A page that exists only in this project's own replica. */
  readonly replicaOnly?: true;
  /** When somebody last saw this row work on the real portal. */
  readonly verified: string | null;
}
