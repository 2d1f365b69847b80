import { FirmaError } from '../../errors.ts';
import { pause } from '../../evidence/pause.ts';
import type { FillForm, KnownPortal, NativeProtocol } from '../../portals/index.ts';
import { inspectNativePage, type NativePage, type NativePageParts } from './inspect-native-page.ts';
import { judgeNativePage } from './judge-native-page.ts';

/** Milliseconds that a page may keep its own thread busy: others wait to sign in meanwhile. */
const answersWithin = 3_000;

/**
 * Looks at the page in a tab, which must be the sign-in page of the portal.
 * @throws FirmaError `form_not_found` where the browser does not let us look, or the page does not
 * answer, and what
 * {@link judgeNativePage} throws
 */
export async function lookAtPage(
  tabId: number,
  portal: KnownPortal,
  native: NativeProtocol,
): Promise<NativePage & { documentId: string }> {
  const looking = chrome.scripting
    .executeScript({
      target: { tabId },
      injectImmediately: true,
      func: inspectNativePage,
      args: [partsOf(portal, native)],
    })
    .catch(() => []);
  const [frame] = await Promise.race([looking, pause(answersWithin, [])]);
  if (!frame?.result) throw new FirmaError('form_not_found');
  judgeNativePage(frame.result, portal);
  return { ...frame.result, documentId: frame.documentId };
}

function partsOf(
  { forms: [form], efirmaButtons = [] }: KnownPortal,
  native: NativeProtocol,
): NativePageParts {
  return native.kind === 'sat-token'
    ? {
        form: {
          id: native.form,
          challenge: native.fields.guid,
          answers: [native.fields.token, native.fields.notAfter],
        },
        inputs: [],
        efirmaButtons,
      }
    : { inputs: form ? inputsOf(form) : [], efirmaButtons };
}

function inputsOf({ fields }: FillForm): readonly (readonly string[])[] {
  return [fields.certificate, fields.privateKey, fields.password];
}
