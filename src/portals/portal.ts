/** Where a fact about a portal comes from, and when it was read. */
export interface Source {
  readonly what: string;
  readonly where: string;
  readonly date: string;
}

/** Scheme and exact host, on the default port. */
export type HttpsOrigin = `https://${string}`;

/** Each field lists its known ids, the newest first. */
export interface FormFields {
  readonly rfc: readonly string[];
  readonly certificate: readonly string[];
  readonly privateKey: readonly string[];
  readonly password: readonly string[];
}

/** The frame that holds the form of a portal that is filled. */
export interface FillForm {
  /** The exact origin of the frame itself. */
  readonly origin: HttpsOrigin;
  readonly path: string;
  /** Every ancestor of the frame must have one of these exact origins. */
  readonly ancestors: readonly string[];
  readonly fields: FormFields;
}

/** Where a failure shows in a page of the portal: CSS selectors, nothing is ever put in. */
export interface Watch {
  /** What these hold is an error as soon as it can be seen. */
  readonly errorNodes: readonly string[];
  /** The frame that is there while somebody signs. */
  readonly widgetFrames: readonly string[];
}

/** How one signs in: by the page API, or by a form of the portal that is filled. */
export type Strategy =
  | { readonly strategy: 'bridge'; readonly form?: never }
  | { readonly strategy: 'fill'; readonly form: FillForm };

/** One sign-in page, as data. Rows are matched by exact host and by the beginning of the path. */
export type Portal = Strategy & {
  readonly id: string;
  readonly host: string;
  readonly path: string;
  readonly watch?: Watch;
  /** A page that exists only in this project's own replica. */
  readonly replicaOnly?: true;
  /** When somebody last saw this row work on the real portal. */
  readonly verified: string | null;
  readonly sources: readonly Source[];
};
