import { allowSetting } from './allow-setting.ts';
import type { AutomaticRepair } from './repair.ts';

/** Windows that the portal's own page opens; its frames open none. */
export default {
  id: 'allow-popups',
  ...allowSetting('popups', ({ host }) => [`https://${host}`]),
} as const satisfies AutomaticRepair;
