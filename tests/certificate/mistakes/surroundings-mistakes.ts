import type { OtherCertificate } from '../../../src/certificate/index.ts';
import { daysFrom } from '../../pki/dates.ts';
import type { Label, Material, Mistake } from './mistake.ts';

const part = 'surroundings';
const isInForce = ({ standing }: Material) => standing.length === 0;
const isCompany = ({ facts }: Material) => facts.representative !== undefined;

function atMoment(id: string, what: string, label: Label, moment: (m: Material) => Date): Mistake {
  const make: Mistake['make'] = (attempt, material) => ({ ...attempt, at: moment(material) });
  return { id, what, part, label, appliesTo: isInForce, make };
}

function renewed({ facts }: Material): OtherCertificate {
  const { rfc, kind, notBefore } = facts;
  return { rfc, kind, notBefore: daysFrom(notBefore, 200), modulus: new Uint8Array([1]) };
}

export const surroundingsMistakes: readonly Mistake[] = [
  atMoment('vencida', 'La e.firma venció', { cause: 'cert.expired' }, ({ facts }) =>
    daysFrom(facts.notAfter, 1),
  ),
  atMoment('aun-no', 'La e.firma empieza en unas horas', { cause: 'cert.not_yet' }, ({ facts }) =>
    daysFrom(facts.notBefore, -0.2),
  ),
  atMoment(
    'reloj-atrasado',
    'El reloj está atrasado varios días',
    { cause: 'cert.not_yet', detail: 'clock_behind' },
    ({ facts }) => daysFrom(facts.notBefore, -5),
  ),
  {
    id: 'renovada',
    what: 'Hay guardada una e.firma más nueva del mismo RFC',
    part,
    label: { cause: 'cert.superseded' },
    make: (attempt, material) => ({
      ...attempt,
      options: { ...attempt.options, others: [renewed(material)] },
    }),
  },
  {
    id: 'empresa-por-persona',
    what: 'La e.firma de una empresa donde se pide la de una persona',
    part,
    label: { cause: 'cert.moral' },
    appliesTo: isCompany,
    make: (attempt) => ({ ...attempt, options: { ...attempt.options, purpose: 'person' } }),
  },
  {
    id: 'empresa-en-escritorio',
    what: 'La e.firma de una empresa en el Escritorio Virtual',
    part,
    label: { cause: 'cert.moral' },
    appliesTo: isCompany,
    make: (attempt) => ({
      ...attempt,
      options: { ...attempt.options, portal: 'escritorio-virtual' },
    }),
  },
];
