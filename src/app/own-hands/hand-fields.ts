import type { FillForm, FormFields } from '../../portals/index.ts';

export type HandField = keyof FormFields;

/** What a form asks for, in the order of the form. */
export function handFields({ fields }: Pick<FillForm, 'fields'>): HandField[] {
  return Object.keys(fields) as HandField[];
}

/** Names of files go into a chooser, the rest is typed. */
export function isFile(field: HandField): boolean {
  return field === 'certificate' || field === 'privateKey';
}
