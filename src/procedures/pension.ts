import type { Procedure } from './procedure.ts';

export default [
  {
    id: 'pension',
    group: 'pension',
    needs: ['curp_nss', 'efirma'],
    portal: 'escritorio-virtual',
    inPerson: 'subdelegation',
    have: ['id', 'curp', 'nss', 'afore', 'clabe'],
  },
  {
    id: 'comprobante-pension',
    group: 'pension',
    needs: ['curp_nss'],
    inPerson: 'subdelegation',
    have: ['curp', 'nss'],
  },
  {
    id: 'retiro-desempleo',
    group: 'pension',
    needs: ['curp_nss'],
    inPerson: 'subdelegation',
    have: ['curp', 'nss', 'afore'],
  },
] as const satisfies readonly Procedure[];
