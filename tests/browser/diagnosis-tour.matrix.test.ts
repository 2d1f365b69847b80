/** The faults of the tour, by the signals that they are judged by. */
import { runInjected } from './injected/run-injected.ts';
import { tourFaults } from './injected/tour.ts';

runInjected('tour', tourFaults);
