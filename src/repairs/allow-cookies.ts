import { allowSetting } from './allow-setting.ts';
import type { AutomaticRepair } from './repair.ts';

/** Cookies of the portal and of the frames of its forms. */
export default {
  id: 'allow-cookies',
  ...allowSetting('cookies'),
  reach: 'frames',
} as const satisfies AutomaticRepair;
