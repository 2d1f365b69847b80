import { imssPortals, satPortals } from './portals.ts';
import type { TextPack } from './text-pack.ts';

const notices = [
  'En mantenimiento',
  'Portal en mantenimiento',
  'Sitio en mantenimiento',
  'Sistema en mantenimiento',
  'Servicio en mantenimiento',
  'Página en mantenimiento',
  'Estamos en mantenimiento',
  'El portal está en mantenimiento',
  'El sitio está en mantenimiento',
  'El sistema está en mantenimiento',
  'El servicio está en mantenimiento',
  'El portal se encuentra en mantenimiento',
  'El sitio se encuentra en mantenimiento',
  'El sistema se encuentra en mantenimiento',
  'El servicio se encuentra en mantenimiento',
  'Por el momento el sistema se encuentra en mantenimiento',
  'Estamos realizando labores de mantenimiento',
  'Estamos realizando trabajos de mantenimiento',
] as const;

/** What a page says that stands in the place of a portal: none of the real ones is public. */
export const noticeTexts: TextPack = {
  portals: [...imssPortals, ...satPortals],
  rows: notices.map((text) => ({
    text,
    class: 'maintenance',
    cause: 'portal.maintenance',
    provenance: 'believed',
    source: 'What pages under maintenance usually say; nobody has kept one of these portals',
  })),
};
