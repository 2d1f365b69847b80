import { t } from '../../../i18n.ts';
import type { Report } from '../../../report/index.ts';
import { formatList, formatNumber } from '../../../ui/format.ts';
import { visibleText } from '../../../ui/visible-text.ts';
import { rowsOfPart, type Row } from './row.ts';

/** Which browser on which system, and what else is installed in it. */
export function browserRows({ browser, extensions }: Report): readonly Row[] {
  return [
    ...rowsOfPart(browser, ({ name, version, platform, platformVersion }) => [
      { text: t('report_browser', wordsOf(name, version)) },
      { text: t('report_system', wordsOf(platform, platformVersion)) },
    ]),
    ...(extensions.state === 'read' ? extensionRows(extensions.value) : []),
  ];
}

function wordsOf(...parts: (string | number | undefined)[]): string {
  const known = parts.filter((part) => part !== undefined);
  return known.length === 0 ? t('report_unknown') : known.join(' ');
}

function extensionRows({ count, names = [] }: { count: number; names?: string[] }): readonly Row[] {
  return [
    { text: t('report_extensions', formatNumber(count)) },
    ...(names.length === 0
      ? []
      : [
          { text: t('report_extension_names', formatList(names.map((name) => visibleText(name)))) },
        ]),
  ];
}
