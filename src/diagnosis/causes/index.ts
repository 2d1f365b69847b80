import { accountCauses } from './account.ts';
import { browserCauses } from './browser.ts';
import { certificateCauses } from './certificate.ts';
import { credentialCauses } from './credential.ts';
import { extensionsCauses } from './extensions.ts';
import { keyCauses } from './key.ts';
import { networkCauses } from './network.ts';
import { passwordCauses } from './password.ts';
import { personCauses } from './person.ts';
import { portalCauses } from './portal.ts';
import { sessionCauses } from './session.ts';
import { settingsCauses } from './settings.ts';
import { tlsCauses } from './tls.ts';

/** Every cause that can be named, in the order in which ties are broken. */
export const causes = [
  ...certificateCauses,
  ...keyCauses,
  ...passwordCauses,
  ...credentialCauses,
  ...accountCauses,
  ...sessionCauses,
  ...browserCauses,
  ...extensionsCauses,
  ...settingsCauses,
  ...networkCauses,
  ...tlsCauses,
  ...portalCauses,
  ...personCauses,
] as const;

export type CauseId = (typeof causes)[number]['id'];
