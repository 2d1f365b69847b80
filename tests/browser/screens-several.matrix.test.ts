/** Every screen once several e.firmas are kept. */
import { acts } from '../../scripts/screens/acts.ts';
import { several } from '../../scripts/screens/acts/several.ts';
import { testScreens } from './screens.ts';

testScreens(acts.slice(acts.indexOf(several)));
