/** Day on which a row of the texts that are known was last added, changed or taken out. */
export const textsVersion = '2026-11-23';
