/** Who can mend a cause: whom to call. */
import type { CauseId } from '../diagnosis/index.ts';

/** `help_desk`: whoever looks after the computer, at work or at home. `person`: they can themselves. */
export type Actor = 'imss' | 'sat' | 'help_desk' | 'person';

/** `portal`: whose portal it is. */
type Whose = Actor | 'portal';

type Family = CauseId extends `${infer Head}.${string}` ? Head : never;

const families: Readonly<Record<Family, Whose>> = {
  cert: 'sat',
  key: 'person',
  pfx: 'person',
  pwd: 'person',
  cred: 'person',
  acc: 'portal',
  portal: 'portal',
  session: 'help_desk',
  cache: 'help_desk',
  sw: 'help_desk',
  token: 'help_desk',
  brw: 'help_desk',
  set: 'help_desk',
  ext: 'help_desk',
  clk: 'help_desk',
  os: 'help_desk',
  net: 'help_desk',
  tls: 'help_desk',
  user: 'person',
};

/** Where a cause is another's than the rest of its family. */
const own: Readonly<Partial<Record<CauseId, Whose>>> = {
  'cert.npie_expired': 'imss',
  'cert.is_csd': 'person',
  'cert.wrong_file': 'person',
  'cert.superseded': 'person',
  'cert.corrupt': 'person',
  'cert.pem': 'person',
  'cert.swap': 'person',
  'cert.moral': 'person',
  'key.missing': 'sat',
  'key.mismatch': 'person',
  'pwd.forgotten': 'sat',
  'acc.rep_not_linked': 'imss',
  'tls.portal_cert': 'portal',
  'tls.incomplete_chain': 'portal',
  'user.phishing': 'portal',
};

/** Who can mend it, at this portal; without a cause, whoever runs the portal. */
export function whoCanAct(cause: string | undefined, portal: string | undefined): Actor {
  const [family = ''] = cause?.split('.') ?? [];
  // An error of the extension itself is nobody's at a portal.
  const ofNoCause = cause === undefined ? 'portal' : 'help_desk';
  const whose =
    own[cause as CauseId] ??
    (Object.hasOwn(families, family) ? families[family as Family] : ofNoCause);
  if (whose !== 'portal') return whose;
  return portal?.startsWith('sat-') ? 'sat' : 'imss';
}
