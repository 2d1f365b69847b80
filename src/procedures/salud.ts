import type { Procedure } from './procedure.ts';

export default [
  {
    id: 'historial-clinico',
    group: 'salud',
    needs: ['unconfirmed'],
    inPerson: 'clinic',
    have: ['id', 'nss'],
  },
  {
    id: 'vigencia-derechos',
    group: 'salud',
    needs: ['curp_nss'],
    inPerson: 'clinic',
    have: ['curp', 'nss', 'email'],
  },
  {
    id: 'clinica',
    group: 'salud',
    needs: ['curp_nss'],
    inPerson: 'clinic',
    have: ['curp', 'nss', 'address'],
  },
  {
    id: 'beneficiarios',
    group: 'salud',
    needs: ['curp_nss'],
    inPerson: 'clinic',
    have: ['curp', 'nss', 'id', 'birth'],
  },
  {
    id: 'incapacidades',
    group: 'salud',
    needs: ['curp_nss'],
    inPerson: 'clinic',
    have: ['curp', 'nss', 'clabe'],
  },
] as const satisfies readonly Procedure[];
