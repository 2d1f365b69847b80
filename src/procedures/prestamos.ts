import type { Procedure } from './procedure.ts';

export default [
  {
    id: 'prestamo-pension',
    group: 'prestamos',
    needs: ['efirma', 'curp_nss'],
    portal: 'servicios-digitales',
    inPerson: 'subdelegation',
    have: ['curp', 'nss', 'id', 'clabe'],
  },
] as const satisfies readonly Procedure[];
