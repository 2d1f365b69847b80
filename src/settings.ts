/** Minutes without anybody touching the computer until it locks, unless the person chose others. */
export const firstIdleMinutes = 10;
