/** Refusals in a row after which an account may be blocked, or whoever comes from there. */
export const manyRefusals = 3;
