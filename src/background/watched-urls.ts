/** Every page of the portals' sites; of the optional ones events come once the person let us in. */
export const watchedUrls = ['https://*.imss.gob.mx/*', 'https://*.sat.gob.mx/*'];
