/**
 * How the pages may differ from the newest that is known of the real ones. Whoever plays the world
 * sets these; a page takes what is set when it is loaded.
 */
export interface Variants {
  /** The widget has the ids of another generation: `localCertificate` and the like. */
  olderIds: boolean;
  /** Escritorio Virtual opens the widget at the path of another generation. */
  olderPath: boolean;
  /** Escritorio Virtual opens the widget through its own host. */
  proxiedWidget: boolean;
  /** The form of the widget, of IDSE or of the SAT comes this late, in milliseconds. */
  lateForm: number;
  /** What a script put in is not taken: `isTrusted` of the events is looked at. */
  checksTrusted: boolean;
  /** The form has one more field for a password. */
  secondPassword: boolean;
  /** The widget takes the files and never answers; the window of IDSE that asks to wait stays. */
  silent: boolean;
  /** IDSE writes line ends around the text that it gives out, and wants them back. */
  lineEnds: boolean;
}

/** The pages as they are known: `Object.assign(replica.variants, noVariants())`. */
export function noVariants(): Variants {
  return {
    olderIds: false,
    olderPath: false,
    proxiedWidget: false,
    lateForm: 0,
    checksTrusted: false,
    secondPassword: false,
    silent: false,
    lineEnds: false,
  };
}
