import type { Procedure } from './procedure.ts';

export default [
  {
    id: 'pago-cuotas',
    group: 'pagos',
    needs: ['unconfirmed'],
    inPerson: 'bank',
    have: ['registro'],
  },
  {
    id: 'pago-voluntario',
    group: 'pagos',
    needs: ['curp_nss'],
    inPerson: 'bank',
    have: ['curp', 'nss'],
  },
  {
    id: 'adeudos',
    group: 'pagos',
    needs: ['efirma'],
    portal: 'escritorio-virtual',
    inPerson: 'subdelegation',
    have: ['efirma', 'registro'],
  },
] as const satisfies readonly Procedure[];
