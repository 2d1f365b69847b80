import type { Procedure } from './procedure.ts';

export default [
  {
    id: 'cita-medica',
    group: 'citas',
    needs: ['curp_nss'],
    inPerson: 'clinic',
    have: ['curp', 'nss'],
  },
  {
    id: 'cita-subdelegacion',
    group: 'citas',
    needs: ['curp_nss'],
    inPerson: 'subdelegation',
    have: ['curp', 'nss', 'id'],
  },
] as const satisfies readonly Procedure[];
