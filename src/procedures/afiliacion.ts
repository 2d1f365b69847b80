import type { Procedure } from './procedure.ts';

export default [
  {
    id: 'nss',
    group: 'afiliacion',
    needs: ['curp_nss'],
    inPerson: 'subdelegation',
    have: ['curp', 'email'],
  },
  {
    id: 'correccion-datos',
    group: 'afiliacion',
    needs: ['curp_nss', 'efirma'],
    portal: 'escritorio-virtual',
    inPerson: 'subdelegation',
    have: ['id', 'curp', 'nss', 'birth'],
  },
  {
    id: 'modalidad-40',
    group: 'afiliacion',
    needs: ['efirma', 'curp_nss'],
    portal: 'escritorio-virtual',
    inPerson: 'subdelegation',
    have: ['curp', 'nss', 'id'],
  },
  {
    id: 'independientes',
    group: 'afiliacion',
    needs: ['curp_nss'],
    inPerson: 'subdelegation',
    have: ['curp', 'nss', 'id', 'address'],
  },
  {
    id: 'hogar',
    group: 'afiliacion',
    needs: ['curp_nss'],
    inPerson: 'subdelegation',
    have: ['curp', 'nss', 'address'],
  },
  {
    id: 'seguro-familia',
    group: 'afiliacion',
    needs: ['curp_nss'],
    inPerson: 'subdelegation',
    have: ['curp', 'id', 'address'],
  },
  {
    id: 'actualizar-efirma',
    group: 'afiliacion',
    needs: ['efirma'],
    link: 'https://serviciosdigitales.imss.gob.mx/portal-web/portal',
    portal: 'escritorio-virtual',
    inPerson: 'subdelegation',
    have: ['efirma'],
  },
] as const satisfies readonly Procedure[];
