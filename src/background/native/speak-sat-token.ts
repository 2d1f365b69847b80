import type { SatToken } from '../../portals/index.ts';
import { createSatToken, satTokenText } from '../../signature/index.ts';
import { inDocument } from '../in-document.ts';
import { sendToken } from './send-token.ts';
import type { NativeTask, Spoken } from './spoken.ts';

/** The SAT's own sign-in: the value of the page signed, into its hidden form. */
export function speakSatToken({ plan, portal }: NativeTask, { form, fields }: SatToken): Spoken {
  const guid = plan.challenge;
  return {
    textFor: ({ certificate }) => satTokenText({ guid, ...certificate }),
    async answer(signer) {
      const { token, fert } = await createSatToken({ guid, ...signer.certificate }, signer);
      const args = {
        origin: plan.pageOrigin,
        path: portal.path,
        form,
        challengeFields: fields.guid,
        challenge: guid,
        answers: { [fields.token]: token, [fields.notAfter]: fert },
      };
      return () => inDocument(plan, sendToken, args);
    },
  };
}
