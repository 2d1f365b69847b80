import { t, type MessageKey } from '../../i18n.ts';
import type { KnownProcedure } from '../../procedures/index.ts';
import { OwnHandsLink } from '../../ui/own-hands.tsx';
import { portalName } from '../../ui/portal-name.ts';
import { procedureText } from './procedure-words.ts';
import { ThingsToHave } from './things-to-have.tsx';

/** One procedure: what it asks for at once, the rest when it is opened. */
export function ProcedureItem({ procedure }: { procedure: KnownProcedure }) {
  const { needs, have, link, portal, inPerson } = procedure;
  return (
    <li>
      <details>
        <summary>
          <span class="procedure-name">{procedureText(procedure, 'name')}</span>
          <span class="procedure-needs">
            <span class="unseen">{t('procedure_needs')}: </span>
            {needs
              .map((need) => t(`procedure_needs_${need}` as MessageKey))
              .join(` ${t('procedure_needs_or')} `)}
          </span>
        </summary>
        <p>{procedureText(procedure, 'what')}</p>
        <ThingsToHave things={have} />
        {portal && (
          <p>
            {t('procedure_open_portal', portalName(portal))} · <OwnHandsLink portal={portal} />
          </p>
        )}
        {link ? (
          <p>
            <a class="button" href={link} target="_blank" rel="noreferrer">
              {t('procedure_open')}
            </a>
            <span class="hint"> {new URL(link).host}</span>
          </p>
        ) : (
          <p class="hint">{t('procedure_no_link')}</p>
        )}
        <p class="hint">{t(`procedure_in_person_${inPerson}` as MessageKey)}</p>
      </details>
    </li>
  );
}
