import { t } from '../../i18n.ts';
import type { Call } from './call.ts';
import type { Sheet } from './sheet.ts';

/** The sheet as plain text, for a message or a ticket. The ids in brackets are those of the screens. */
export function sheetText({ reference, head, sections }: Sheet, { whom, say }: Call): string {
  const told = sections.flatMap(({ title, rows }) => [
    title.toUpperCase(),
    ...rows.map(({ text, code }) => (code === undefined ? `- ${text}` : `- ${text} [${code}]`)),
    '',
  ]);
  return [
    `${t('app_name')} · ${t('report_title')}`,
    `${t('report_reference')}: ${reference}`,
    ...head,
    '',
    ...told,
    t('report_call_title').toUpperCase(),
    ...whom,
    say,
  ].join('\n');
}
