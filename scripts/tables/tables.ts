/** The tables of the documents that are made out of lists and of the words in the locale. */
import { causeOrder } from '../../src/certificate/index.ts';
import { causes, checks, repairIds } from '../../src/diagnosis/index.ts';
import type { MessageKey } from '../../src/i18n.ts';
import { healthyTwins } from '../../tests/certificate/mistakes/healthy-twins.ts';
import { mistakes } from '../../tests/certificate/mistakes/index.ts';
import { say } from '../say.ts';

export interface Table {
  path: string;
  /** What stands between `<!-- name -->` and `<!-- /name -->`. */
  name: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

const underscored = (id: string): string => id.replaceAll(/[.-]/g, '_');
const code = (id: string | undefined): string => (id === undefined ? '' : `\`${id}\``);
const words = (key: string): string => say(key as MessageKey).replaceAll('|', '\\|');

export const tables: readonly Table[] = [
  {
    path: 'README.md',
    name: 'checks',
    head: ['id', 'Qué revisa'],
    rows: checks.map(({ id }) => [code(id), words(`finding_${underscored(id)}`)]),
  },
  {
    path: 'README.md',
    name: 'repairs',
    head: ['id', 'Qué hace', 'Qué se pierde'],
    rows: repairIds.map((id) => [
      code(id),
      words(`repair_${underscored(id)}_what`),
      words(`repair_${underscored(id)}_loses`),
    ]),
  },
  {
    path: 'docs/causas.md',
    name: 'causes',
    head: ['Clave', 'Qué pasa', 'Qué hacer', 'Reparación'],
    rows: causes.map((cause) => [
      code(cause.id),
      words(`diagnosis_${underscored(cause.id)}`),
      words(`diagnosis_${underscored(cause.id)}_do`),
      code('repair' in cause ? cause.repair : undefined),
    ]),
  },
  {
    path: 'docs/archivos.md',
    name: 'mistakes',
    head: ['Qué se trajo', 'Qué dice', 'Clave'],
    rows: mistakes.map(({ what, label: { cause, detail } }) => [
      what,
      words(['cause', underscored(cause), ...(detail ? [detail] : [])].join('_')),
      [cause, ...(detail ? [detail] : [])].map(code).join(' '),
    ]),
  },
  {
    path: 'docs/archivos.md',
    name: 'healthy',
    head: ['Qué se trajo'],
    rows: healthyTwins.map(({ what }) => [what]),
  },
  {
    path: 'docs/archivos.md',
    name: 'order',
    head: ['Clave', 'Qué se revisa'],
    rows: causeOrder.map((cause) => [code(cause), words(`check_${underscored(cause)}`)]),
  },
];
