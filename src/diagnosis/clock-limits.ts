/** Seconds off, up to which a clock is right for all that portals do. */
export const rightWithin = 300;
