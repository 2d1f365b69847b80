import { t } from '../../../i18n.ts';
import type { Report, ReportConnection } from '../../../report/index.ts';
import { formatNumber } from '../../../ui/format.ts';
import { rowsOfPart, type Row } from './row.ts';

/** How the portal and the sites beside it answered: net codes and times. */
export function connectionRows({ connection }: Report): readonly Row[] {
  return rowsOfPart(connection, ({ online, page, probes, control }) =>
    [
      online === undefined ? '' : t(online ? 'report_online' : 'report_offline'),
      page ? t('report_page', answer(page) || t('report_loaded')) : '',
      page && (page.widgetNet !== undefined || page.widgetHttp !== undefined)
        ? t('report_widget', widgetAnswer(page))
        : '',
      ...probes.map((probe) => t('report_probe', probe.host, answer(probe))),
      control ? t('report_control', controlAnswer(control)) : '',
    ]
      .filter((text) => text !== '')
      .map((text) => ({ text })),
  );
}

interface Answer {
  net?: string;
  http?: number;
  redirect?: 'offsite';
  milliseconds?: number;
  ttfb?: number;
}

function answer({ net, http, redirect, milliseconds, ttfb }: Answer): string {
  const time = milliseconds ?? ttfb;
  return [
    net === undefined ? '' : `ERR_${net}`,
    http === undefined ? '' : t('report_http', String(http)),
    redirect === undefined ? '' : t('report_offsite'),
    time === undefined ? '' : t('report_milliseconds', formatNumber(Math.round(time))),
  ]
    .filter((text) => text !== '')
    .join(', ');
}

function widgetAnswer({ widgetNet, widgetHttp }: NonNullable<ReportConnection['page']>): string {
  return answer({
    ...(widgetNet !== undefined && { net: widgetNet }),
    ...(widgetHttp !== undefined && { http: widgetHttp }),
  });
}

const controls = {
  yes: 'report_control_yes',
  no: 'report_control_no',
  late: 'report_control_late',
} as const;

function controlAnswer(control: NonNullable<ReportConnection['control']>): string {
  const { milliseconds } = control;
  const said = t(controls[control.answer]);
  const time =
    milliseconds === undefined ? [] : [t('report_milliseconds', formatNumber(milliseconds))];
  return [said, ...time].join(', ');
}
