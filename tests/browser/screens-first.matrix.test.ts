/** Every screen until more than one e.firma is kept. */
import { acts } from '../../scripts/screens/acts.ts';
import { several } from '../../scripts/screens/acts/several.ts';
import { testScreens } from './screens.ts';

testScreens(acts.slice(0, acts.indexOf(several)));
