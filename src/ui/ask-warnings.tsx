import { t } from '../i18n.ts';
import type { CredentialCard, PortalAsk } from '../messages.ts';
import { warnOfAsk } from '../portals/ask/warn-of-ask.ts';
import { formatList } from './format.ts';
import { visibleText } from './visible-text.ts';
import { Warning } from './warning.tsx';

/** An origin that the browser does not tell (HTML Standard, opaque origin). */
const nobody = 'null';

/** What to look at before saying yes: what cannot be shown, and what is not one's own. */
export function AskWarnings({ ask, card }: { ask: PortalAsk; card: CredentialCard }) {
  return (
    <>
      {warnOfAsk(ask, card).map(({ id, values }) => {
        const named = values.map((value) =>
          value === nobody ? t('ask_origin_unknown') : visibleText(value),
        );
        const text = t(`ask_warning_${id}`, formatList(named));
        return <Warning key={id} problem={{ id: `ask.${id}`, text }} />;
      })}
    </>
  );
}
