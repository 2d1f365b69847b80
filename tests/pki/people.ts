/** Whose certificate it is. A company has a representative instead of a CURP. */
export interface Holder {
  legalName: string;
  rfc: string;
  curp?: string;
  representative?: { rfc: string; curp: string };
}

/**
 * Invented people and companies, with the check digits that they would have.
 * A CURP has N where the name has Ñ.
 */
export const people = {
  ximena: { legalName: 'XIMENA PRUEBA LISTA', rfc: 'PULX9002151KA', curp: 'PULX900215MDFRSM07' },
  aldo: { legalName: 'ALDO ROBLES PRUEBA', rfc: 'ROPA7809092J9', curp: 'ROPA780909HJCBRL02' },
  pedro: { legalName: 'PEDRO LUNA ÑANDU', rfc: 'LUÑP8503047M6', curp: 'LUNP850304HNLNND02' },
  elena: { legalName: 'ELENA SOTO VILLA', rfc: 'SOVE8811206T2', curp: 'SOVE881120MPLTGL01' },
  bruno: { legalName: 'BRUNO TINOCO RAMOS', rfc: 'TIRB9507182W2', curp: 'TIRB950718HOCNMR01' },
  nora: { legalName: 'NORA GARZA CRUZ', rfc: 'GACN0001015V2', curp: 'GACN000101MVZRSR09' },
  ferreteria: {
    legalName: 'FERRETERIA PRUEBA LISTA SA DE CV',
    rfc: 'FPL1506234HA',
    representative: { rfc: 'ROPA7809092J9', curp: 'ROPA780909HJCBRL02' },
  },
  herrajes: {
    legalName: 'HERRAJES & PRUEBAS SA DE CV',
    rfc: 'H&P0803125NA',
    representative: { rfc: 'SOVE8811206T2', curp: 'SOVE881120MPLTGL01' },
  },
  distribuidora: {
    legalName:
      'DISTRIBUIDORA Y COMERCIALIZADORA DE LARGOS PRODUCTOS AGROPECUARIOS, INDUSTRIALES, ' +
      'MAQUINARIA, REFACCIONES Y SERVICIOS INTEGRALES DEL NOROESTE Y DEL SURESTE DE LA ' +
      'REPUBLICA MEXICANA SOCIEDAD ANONIMA PROMOTORA DE INVERSION DE CAPITAL VARIABLE',
    rfc: 'DLP9901147R1',
    representative: { rfc: 'TIRB9507182W2', curp: 'TIRB950718HOCNMR01' },
  },
} as const satisfies Record<string, Holder>;
