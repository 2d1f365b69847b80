import type { Procedure } from './procedure.ts';

export default [
  {
    id: 'prima-riesgo',
    group: 'declaraciones',
    needs: ['efirma', 'password'],
    link: 'https://idse.imss.gob.mx/imss/',
    portal: 'idse',
    inPerson: 'subdelegation',
    have: ['efirma', 'registro', 'idse'],
  },
  {
    id: 'declaracion-jurada',
    group: 'declaraciones',
    needs: ['unconfirmed'],
    inPerson: 'subdelegation',
    have: ['efirma', 'id', 'curp', 'nss'],
  },
  {
    id: 'dictamen',
    group: 'declaraciones',
    needs: ['efirma'],
    inPerson: 'subdelegation',
    have: ['efirma', 'registro'],
  },
  {
    id: 'opinion-cumplimiento',
    group: 'declaraciones',
    needs: ['efirma'],
    link: 'https://buzon.imss.gob.mx/buzonimss/login',
    portal: 'buzon-imss',
    inPerson: 'subdelegation',
    have: ['efirma', 'registro'],
  },
  {
    id: 'buzon',
    group: 'declaraciones',
    needs: ['efirma'],
    link: 'https://buzon.imss.gob.mx/buzonimss/login',
    portal: 'buzon-imss',
    inPerson: 'subdelegation',
    have: ['efirma', 'email'],
  },
] as const satisfies readonly Procedure[];
