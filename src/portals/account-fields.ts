/** What a person writes down of an account, as it is kept: one rule for each field. */

/** The text as it is kept: without spaces around or within, in capital letters. */
const compact = (text: string): string => text.replaceAll(/\s+/g, '').toUpperCase();

interface FieldRule {
  readonly normalise: (text: string) => string;
  readonly shape: RegExp;
}

export const accountFields = {
  /** RENAPO: 18 characters. */
  curp: { normalise: compact, shape: /^[A-ZÑ]{4}\d{6}[HMX][A-ZÑ]{5}[A-Z0-9]\d$/ },
  /** 11 digits, often written with spaces or hyphens. */
  nss: { normalise: (text) => compact(text).replaceAll('-', ''), shape: /^\d{11}$/ },
  /** A letter or a digit and ten digits; the rule of its check digit is not public. */
  registroPatronal: {
    normalise: (text) => compact(text).replaceAll('-', ''),
    shape: /^[A-Z0-9]\d{10}$/,
  },
  email: { normalise: (text) => text.trim(), shape: /^[^\s@]{1,64}@[^\s@]+\.[^\s@]{2,}$/ },
} as const satisfies Record<string, FieldRule>;

export type AccountField = keyof typeof accountFields;

/**
 * A field as it is kept, or undefined when it has not the shape of one. That a check digit is wrong
 * is for the screen to say: it stands in nobody's way.
 */
export function readAccountField(field: AccountField, text: string): string | undefined {
  const { normalise, shape } = accountFields[field];
  const value = normalise(text.normalize('NFC'));
  return value.length <= 254 && shape.test(value) ? value : undefined;
}
