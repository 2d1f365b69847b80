/** A form that a document of the origin has to have. */
export interface WatchedForm {
  path: string;
  /** It is in a frame of the page, not the page itself. */
  isFramed: boolean;
  /** Whole paths, where not all under `path`. */
  at?: readonly string[];
  /** CSS selectors: one for each of its fields. */
  fields: readonly string[];
  /** CSS selector of the buttons that send it. */
  submit: string;
  /** CSS selector: with one of these, the page shows another way to enter. */
  otherWays: string;
}

/** What the watcher looks at in the documents of one origin: CSS selectors. */
export interface WatchedPlace {
  errors: string;
  widgets: string;
  busy: string;
  /** What only a page has that comes after the form; absent where nothing is known. */
  inside?: string;
  forms: readonly WatchedForm[];
  /** Origins of other hosts that its widget may come from. */
  widgetOrigins: readonly string[];
}
