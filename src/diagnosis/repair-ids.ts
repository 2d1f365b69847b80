/** Every repair, by the name of its file in `src/repairs`. */
export const repairIds = [
  'reload-without-cache',
  'clear-site-cache',
  'clear-session-cookies',
  'clear-site-storage',
  'clear-imss-cookies',
  'pause-extensions',
  'update-browser',
  'renew-certificate',
  'wait-until-valid',
  'set-clock',
  'watch-portal',
  'wait-a-while',
] as const;

export type RepairId = (typeof repairIds)[number];
