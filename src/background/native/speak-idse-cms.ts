import type { IdseCms } from '../../portals/index.ts';
import { createIdsePkcs7 } from '../../signature/index.ts';
import { inDocument } from '../in-document.ts';
import { sendPkcs7 } from './send-pkcs7.ts';
import type { NativeTask, Spoken } from './spoken.ts';

/** IDSE's own sign-in: the text that it gave out in a CMS, with the account of the person. */
export function speakIdseCms({ plan, portal, account }: NativeTask, native: IdseCms): Spoken {
  return {
    textFor: () => plan.challenge,
    async answer(signer) {
      const { rfc } = signer.certificate;
      const args = {
        origin: plan.pageOrigin,
        path: portal.path,
        accessPath: native.accessPath,
        fields: {
          siteId: native.siteId,
          pkcs7: await createIdsePkcs7(plan.challenge, native.challenge, signer),
          // Names alone: the files stay here.
          certificado: `${rfc}.cer`,
          llave: `${rfc}.key`,
          idUsuario: account?.user ?? '',
          password: account?.password ?? '',
        },
      };
      return () => inDocument(plan, sendPkcs7, args);
    },
  };
}
