import { t } from '../../i18n.ts';
import { formatNumber } from '../../ui/format.ts';
import type { Call } from './call.ts';
import type { Section, Sheet } from './sheet.ts';

interface ReportSheetProps {
  sheet: Sheet;
  call: Call;
  /** All that can be read has come. */
  isSettled: boolean;
}

/** What is printed: one page, whatever is in it. */
export function ReportSheet({ sheet, call, isSettled }: ReportSheetProps) {
  const { reference, head, sections } = sheet;
  return (
    <article class="report panel" data-field="report" data-settled={isSettled}>
      <header>
        <p class="report-reference">
          {t('report_reference')} <code data-field="reference">{reference}</code>
        </p>
        <p class="hint">{t('report_reference_hint')}</p>
        <p class="hint">{head.join(' · ')}</p>
        <p class="hint print-only">{t('not_official')}</p>
      </header>
      <CallBox call={call} />
      <div class="report-sections">
        {sections.map((section) => (
          <SectionBox key={section.id} section={section} />
        ))}
      </div>
    </article>
  );
}

/** On paper those beyond the first ones give way to how many they are. */
function SectionBox({ section: { id, title, rows, most } }: { section: Section }) {
  const beyond = rows.length - most;
  return (
    <section data-section={id}>
      <h2>{title}</h2>
      <ul>
        {rows.map(({ text, code, status }, index) => (
          <li key={index} data-status={status} class={index < most ? undefined : 'screen-only'}>
            <span class="report-text">{text}</span> {code !== undefined && <code>{code}</code>}
          </li>
        ))}
        {beyond > 0 && <li class="print-only">{t('report_more', formatNumber(beyond))}</li>}
      </ul>
    </section>
  );
}

function CallBox({ call: { whom, say } }: { call: Call }) {
  return (
    <section class="report-call" data-section="call">
      <div>
        <h2>{t('report_call_title')}</h2>
        {whom.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      <div>
        <h2>{t('report_call_say_title')}</h2>
        <p>{say}</p>
      </div>
      <div>
        <h2>{t('report_call_hand_title')}</h2>
        <p>{t('report_call_hand')}</p>
      </div>
      <div>
        <h2>{t('report_call_never_title')}</h2>
        <p>{t('report_call_never')}</p>
      </div>
    </section>
  );
}
