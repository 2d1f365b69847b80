import type { Procedure } from './procedure.ts';

export default [
  {
    id: 'facturas-cuotas',
    group: 'facturas',
    needs: ['unconfirmed'],
    inPerson: 'subdelegation',
    have: ['registro', 'rfc'],
  },
] as const satisfies readonly Procedure[];
