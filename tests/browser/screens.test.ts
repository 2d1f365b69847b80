/** The screens that everybody meets first; those of every state go with the long tests. */
import { fresh } from '../../scripts/screens/acts/fresh.ts';
import { testScreens } from './screens.ts';

testScreens([fresh]);
