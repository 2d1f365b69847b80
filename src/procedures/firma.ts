import type { Procedure } from './procedure.ts';

export default [
  {
    id: 'renovar-efirma',
    group: 'firma',
    needs: ['efirma'],
    link: 'https://portalsat.plataforma.sat.gob.mx/certifica/',
    inPerson: 'sat',
    have: ['efirma', 'id'],
  },
  {
    id: 'renovar-efirma-vencida',
    group: 'firma',
    needs: ['id'],
    link: 'https://satid.sat.gob.mx/',
    inPerson: 'sat',
    have: ['id', 'rfc', 'email', 'phone', 'efirma'],
  },
  {
    id: 'efirma-nueva',
    group: 'firma',
    needs: ['id'],
    inPerson: 'sat',
    have: ['id', 'curp', 'email', 'usb'],
  },
  {
    id: 'efirma-empresa',
    group: 'firma',
    needs: ['id'],
    link: 'https://portalsat.plataforma.sat.gob.mx/certifica/',
    inPerson: 'sat',
    have: ['id', 'deed', 'power', 'representative', 'email', 'usb'],
  },
] as const satisfies readonly Procedure[];
