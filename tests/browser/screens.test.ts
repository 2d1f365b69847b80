/** The screens that everybody meets: before anything is kept, with one e.firma, and with several. */
import { fresh } from '../../scripts/screens/acts/fresh.ts';
import { oneKept } from '../../scripts/screens/acts/one-kept.ts';
import { several } from '../../scripts/screens/acts/several.ts';
import { testScreens } from './screens.ts';

testScreens([fresh, oneKept, several]);
