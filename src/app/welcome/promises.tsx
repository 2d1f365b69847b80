import { t } from '../../i18n.ts';
import { CheckIcon, CrossIcon } from '../../ui/icons.tsx';

const does = ['welcome_does_check', 'welcome_does_keep', 'welcome_does_ask'] as const;
const doesNot = [
  'welcome_doesnt_send',
  'welcome_doesnt_telemetry',
  'welcome_doesnt_official',
] as const;

/** What it will do and what it never does, side by side. */
export function Promises() {
  return (
    <div class="promises">
      <section>
        <h2>{t('welcome_does')}</h2>
        <ul>
          {does.map((key) => (
            <li key={key}>
              <CheckIcon />
              <span>{t(key)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section class="promises-never">
        <h2>{t('welcome_doesnt')}</h2>
        <ul>
          {doesNot.map((key) => (
            <li key={key}>
              <CrossIcon />
              <span>{t(key)}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
