/** The tables of docs/exactitud.md, and the summary of README.md. */
import { causes, type CauseId, type SignalName } from '../../src/diagnosis/index.ts';
import { ruleLayers } from '../../src/diagnosis/rules/index.ts';
import { sourcesOf } from '../../src/diagnosis/signal-sources.ts';
import { standingFacts } from '../../src/diagnosis/standing-facts.ts';
import type { Table } from '../tables/tables.ts';
import { readResults, type ListResults } from './results.ts';
import { alarmsIn, scenarioCases, scoreAll, scoreOf, untested, type Case } from './score.ts';

const path = 'docs/exactitud.md';
const none = '';

const lists = readResults();
const injected = Object.values(lists).flatMap(({ results }) => results);
const written = scenarioCases();

const code = (id: string): string => `\`${id}\``;
const percent = (part: number, whole: number): string =>
  whole === 0 ? none : `${part} de ${whole} (${Math.floor((100 * part) / whole)} %)`;

function summaryRow(what: string, cases: readonly Case[]): string[] {
  const { cases: all, right, inTop3, false: wrong } = scoreAll(cases);
  return [what, `${all}`, percent(right, all), percent(inTop3, all), `${wrong}`];
}

const healthy = alarmsIn(injected);

const summary = {
  head: [
    'Qué se probó',
    'Casos',
    'Dijo la causa',
    'Estaba entre las tres que muestra',
    'Dijo otra',
  ],
  rows: [
    summaryRow('Fallas provocadas en un Chromium real', injected),
    summaryRow('Casos escritos', written),
    [
      'Lo mismo sin falla: no debe culpar a nada',
      `${healthy.cases}`,
      none,
      none,
      `${healthy.false}`,
    ],
  ],
};

function rowOf(id: CauseId): string[] {
  const [real, paper] = [scoreOf(id, injected), scoreOf(id, written)];
  return [
    code(id),
    percentless(real.right, real.cases),
    percentless(real.inTop3, real.cases),
    percentless(paper.right, paper.cases),
    percentless(paper.inTop3, paper.cases),
    `${real.false + paper.false}`,
  ];
}

function percentless(part: number, whole: number): string {
  return whole === 0 ? none : `${part} de ${whole}`;
}

/** What speaks for a cause, in the order of the evidence table. */
function signalsFor(id: CauseId): SignalName[] {
  const speaking = ruleLayers.flat().filter(({ weights }) => (weights[id] ?? 0) > 0);
  const standing = standingFacts.filter(({ cause }) => cause === id);
  return [...new Set([...speaking, ...standing].flatMap(({ signals }) => signals))];
}

/** The faults that made it happen, and in which it was named, list by list. */
function faultsOf(id: CauseId): string[] {
  return Object.entries(lists).flatMap(([list, { results }]) => {
    const proving = results.filter(({ cause, named }) => cause === id && named === id);
    const names = proving.map(({ id: fault }) => code(fault)).join(', ');
    return names === '' ? [] : [`${code(list)}: ${names}`];
  });
}

/** The file that runs a list. */
function testOf({ results }: ListResults): string {
  return code(results[0]?.test ?? '');
}

export const accuracyTables: readonly Table[] = [
  { path: 'README.md', name: 'accuracy', ...summary },
  { path, name: 'summary', ...summary },
  {
    path,
    name: 'lists',
    head: ['Lista de fallas', 'Prueba', 'Se corrió el', 'Chromium'],
    rows: Object.entries(lists).map(([name, list]) => [
      code(name),
      testOf(list),
      list.on,
      list.chromium,
    ]),
  },
  {
    path,
    name: 'by-cause',
    head: [
      'Causa',
      'Provocada: la dijo',
      'Provocada: entre las tres',
      'Escrita: la dijo',
      'Escrita: entre las tres',
      'La dijo sin que fuera',
    ],
    rows: causes.map(({ id }) => rowOf(id)),
  },
  {
    path,
    name: 'sources',
    head: [
      'Causa',
      'Señales que hablan por ella',
      'Quién las ve',
      'Fallas que la provocaron de verdad',
    ],
    rows: causes.map(({ id }) => {
      const signals = signalsFor(id);
      const seenBy = [...new Set(signals.flatMap(sourcesOf))].toSorted();
      return [
        code(id),
        signals.map(code).join(', '),
        seenBy.map(code).join(', '),
        faultsOf(id).join('; '),
      ];
    }),
  },
  {
    path,
    name: 'untested',
    head: ['Causa', 'También en un caso escrito'],
    rows: untested(injected).map((id) => [
      code(id),
      written.some(({ cause }) => cause === id) ? 'sí' : 'no',
    ]),
  },
];
