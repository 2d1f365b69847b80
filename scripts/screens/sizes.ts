import type { Size } from './view.ts';

/** What is left of the approval window's 420 × 640 inside its frame and under its title. */
export const windowSize: Size = { width: 404, height: 570 };
export const tabSize: Size = { width: 1280, height: 900 };
/** The narrowest that nothing may stick out of (WCAG 2.2, 1.4.10). */
export const narrowSize: Size = { width: 320, height: 640 };
