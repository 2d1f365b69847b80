import { netErrors } from '../diagnosis/index.ts';
import { originsOf, portals } from '../portals/index.ts';
import { countIn, fieldsOf, oneOf, withoutGaps } from './read-values.ts';
import type { ReportConnection } from './report.ts';

/** Hosts of portals and of their forms, and the public sites that they are compared with. */
const hosts: readonly string[] = [
  ...new Set(portals.flatMap(originsOf).map((origin) => new URL(origin).host)),
  'www.gob.mx',
  'www.imss.gob.mx',
  'www.sat.gob.mx',
];

/** Out of `SeenFacts`: how the portal and others answered. @throws DamagedError */
export function readConnection(value: unknown): ReportConnection | undefined {
  const { network, page } = fieldsOf(value);
  if (network === undefined && page === undefined) return undefined;
  const { online, portal, widget, neighbour, control } = fieldsOf(network ?? {});
  return withoutGaps<ReportConnection>({
    online: typeof online === 'boolean' ? online : undefined,
    page: page === undefined ? undefined : readPage(page),
    probes: [portal, widget, neighbour].flatMap((probe) => probeOf(probe)),
    control: control === undefined ? undefined : controlOf(control),
  });
}

/** Out of `PageFacts`, or of what is kept of them. @throws DamagedError */
export function readPage(value: unknown): NonNullable<ReportConnection['page']> {
  const { net, http, ttfb, widgetNet, widgetHttp } = fieldsOf(value);
  return withoutGaps<NonNullable<ReportConnection['page']>>({
    net: netOf(net),
    http: countIn(http),
    ttfb: countIn(ttfb),
    widgetNet: netOf(widgetNet),
    widgetHttp: countIn(widgetHttp),
  });
}

function probeOf(value: unknown): ReportConnection['probes'] {
  if (value === undefined) return [];
  const { host, net, http, redirect, milliseconds } = fieldsOf(value);
  const known = oneOf(hosts, host);
  if (known === undefined) return [];
  return [
    withoutGaps<ReportConnection['probes'][number]>({
      host: known,
      net: netOf(net),
      http: countIn(http),
      redirect: oneOf(['offsite'], redirect),
      milliseconds: milliseconds === undefined ? undefined : rounded(milliseconds),
    }),
  ];
}

function controlOf(value: unknown): NonNullable<ReportConnection['control']> {
  const { answer, milliseconds } = fieldsOf(value);
  return withoutGaps<NonNullable<ReportConnection['control']>>({
    answer: oneOf(['yes', 'no', 'late'], answer) ?? 'late',
    milliseconds: rounded(milliseconds),
  });
}

function rounded(value: unknown): number | undefined {
  const count = countIn(value);
  return count === undefined ? undefined : Math.round(count);
}

function netOf(value: unknown): string | undefined {
  return typeof value === 'string' && netErrors.has(value) ? value : undefined;
}
