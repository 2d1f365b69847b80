/** A check whose loss changes nothing that anybody could see, and why. */
export interface Equivalent {
  file: string;
  within: string;
  text: string;
  reason: string;
}

export const equivalents: readonly Equivalent[] = [];
