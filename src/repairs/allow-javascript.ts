import { allowSetting } from './allow-setting.ts';
import type { AutomaticRepair } from './repair.ts';

/** Scripts of the portal and of the frames of its forms. */
export default {
  id: 'allow-javascript',
  ...allowSetting('javascript'),
  reach: 'frames',
} as const satisfies AutomaticRepair;
