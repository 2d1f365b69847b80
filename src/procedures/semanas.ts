import type { Procedure } from './procedure.ts';

export default [
  {
    id: 'semanas-cotizadas',
    group: 'semanas',
    needs: ['curp_nss'],
    inPerson: 'subdelegation',
    have: ['curp', 'nss', 'email'],
  },
  {
    id: 'correccion-semanas',
    group: 'semanas',
    needs: ['curp_nss', 'efirma'],
    portal: 'escritorio-virtual',
    inPerson: 'subdelegation',
    have: ['curp', 'nss', 'id', 'payslips'],
  },
] as const satisfies readonly Procedure[];
