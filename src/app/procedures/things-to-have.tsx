import { t, type MessageKey } from '../../i18n.ts';
import type { Thing } from '../../procedures/index.ts';

/** What to have at hand. */
export function ThingsToHave({ things }: { things: readonly Thing[] }) {
  return (
    <>
      <h3>{t('procedure_have')}</h3>
      <ul>
        {things.map((thing) => (
          <li key={thing}>{t(`procedure_have_${thing}` as MessageKey)}</li>
        ))}
      </ul>
    </>
  );
}
