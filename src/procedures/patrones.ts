import type { Procedure } from './procedure.ts';

export default [
  {
    id: 'alta-patronal',
    group: 'patrones',
    needs: ['efirma'],
    link: 'https://serviciosdigitales.imss.gob.mx/portal-web/portal',
    portal: 'escritorio-virtual',
    inPerson: 'subdelegation',
    have: ['efirma', 'address', 'sat_status'],
  },
  {
    id: 'movimientos',
    group: 'patrones',
    needs: ['efirma', 'password'],
    link: 'https://idse.imss.gob.mx/imss/',
    portal: 'idse',
    inPerson: 'subdelegation',
    have: ['efirma', 'registro', 'idse'],
  },
  {
    id: 'emision',
    group: 'patrones',
    needs: ['efirma', 'password'],
    link: 'https://idse.imss.gob.mx/imss/',
    portal: 'idse',
    inPerson: 'subdelegation',
    have: ['efirma', 'registro', 'idse'],
  },
  {
    id: 'certificado-idse',
    group: 'patrones',
    needs: ['id'],
    link: 'https://idse.imss.gob.mx/imss/',
    portal: 'idse',
    inPerson: 'subdelegation',
    have: ['id', 'registro', 'address', 'email', 'usb'],
  },
  {
    id: 'obras',
    group: 'patrones',
    needs: ['efirma'],
    portal: 'servicios-digitales',
    inPerson: 'subdelegation',
    have: ['efirma', 'registro'],
  },
] as const satisfies readonly Procedure[];
