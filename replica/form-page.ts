import type { Reply } from './exchange.ts';
import type { Context } from './portals/context.ts';
import type { Variants } from './variants.ts';

type Words = Record<string, string>;

const olderIds: Words = {
  inputRFC: 'localRFC',
  inputCertificado: 'localCertificate',
  inputKey: 'localPrivateKey',
  inputPassword: 'localPassword',
  botonValidarCert: 'inputFirma',
};

const secondPassword = `
        <label for="otraContrasena">Otra contraseña</label>
        <input id="otraContrasena" type="password" autocomplete="off" />`;

/** How each variant changes the markup between `<!-- form -->` and `<!-- /form -->`. */
const changes: readonly ((form: string, variants: Readonly<Variants>) => string)[] = [
  (form, variants) =>
    variants.olderIds
      ? form.replaceAll(/(id|for)="(\w+)"/g, (_, name: string, id: string) => {
          return `${name}="${olderIds[id] ?? id}"`;
        })
      : form,
  (form, variants) =>
    form.replace('<!-- second password -->', variants.secondPassword ? secondPassword : ''),
  (form, variants) =>
    variants.lateForm > 0 ? `<template id="formularioTarde">${form}</template>` : form,
];

/** A page with a form that asks for the files, in the variant that is set. */
export function formPage(
  { pages, variants }: Pick<Context, 'pages' | 'variants'>,
  file: string,
  words: Words = {},
  status = 200,
): Reply {
  const page = pages.page(file, { ...words, variants: JSON.stringify(variants) }, status);
  return {
    ...page,
    body: String(page.body).replace(/<!-- form -->([^]*)<!-- \/form -->/, (_, form: string) =>
      changes.reduce((changed, change) => change(changed, variants), form),
    ),
  };
}
