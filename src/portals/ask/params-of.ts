import { multipartField } from './multipart-field.ts';
import { readFormText } from './read-form-text.ts';

/** What a browser tells of a request that a form makes (`requestBody` of webRequest). */
export interface FormPost {
  url: string;
  method: string;
  initiator?: string | undefined;
  formData?: Readonly<Record<string, readonly (string | ArrayBuffer)[]>> | undefined;
  /** Bodies that the browser could not read: in pieces, files apart. */
  raw?: readonly { bytes?: ArrayBuffer }[] | undefined;
}

/** Every `params` that a request carries, in its address and in its body. One is what is expected. */
export function paramsOf({ url, formData, raw }: FormPost): string[] {
  const { searchParams } = new URL(url);
  const inForm = (formData?.['params'] ?? []).map((value) =>
    typeof value === 'string' ? value : readFormText(new Uint8Array(value)),
  );
  // In more pieces than one there are files.
  const [only, ...others] = raw ?? [];
  const inBytes =
    only?.bytes && others.length === 0 ? multipartField(new Uint8Array(only.bytes), 'params') : [];
  return [...searchParams.getAll('params'), ...inForm, ...inBytes];
}
