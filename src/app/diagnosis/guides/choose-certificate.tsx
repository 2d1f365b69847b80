import { useState } from 'preact/hooks';
import { t } from '../../../i18n.ts';
import { sendMessage, type CredentialCard as Card } from '../../../messages.ts';
import { findPortal } from '../../../portals/index.ts';
import { nowBy } from '../../../snapshot.ts';
import { CredentialCard } from '../../../ui/credential-card.tsx';
import { Done } from '../../../ui/done.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { problemOf, type Problem } from '../../../ui/failure-text.ts';
import { visibleText } from '../../../ui/visible-text.ts';
import { useKept } from '../../use-kept.ts';
import { efirmaFit } from './efirma-fit.ts';
import { Guide, type GuideProps } from './guide.tsx';

/** What was chosen here, and what was in use before. */
interface Choice {
  card: Card;
  before: string | undefined;
}

/** Which of the e.firmas of this computer is right, and using it; the one before can come back. */
export function ChooseCertificate(props: GuideProps) {
  const { snapshot, view } = props;
  const { cards, problem: unread } = useKept(snapshot);
  const [choice, setChoice] = useState<Choice>();
  const [problem, setProblem] = useState<Problem>();
  const active = snapshot.chosen?.id;
  const usable = cards?.filter(({ damaged }) => !damaged) ?? [];
  const failure = problem ?? unread;
  const before = usable.find(({ id }) => id === choice?.before);

  const choose = async (card: Card) => {
    try {
      await sendMessage('chooseCredential', { id: card.id });
      setProblem(undefined);
      setChoice({ card, before: active });
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  const here = (
    <>
      {choice && (
        <Done key={choice.card.id} text={t('guide_efirma_used', visibleText(choice.card.rfc))}>
          {before && (
            <button type="button" data-action="restore-efirma" onClick={() => void choose(before)}>
              {t('guide_efirma_restore')}
            </button>
          )}
        </Done>
      )}
      {failure && <Failure problem={failure} />}
      {cards && usable.length === 0 && <p>{t('guide_efirma_none')}</p>}
      <ul class="kept" data-field="efirmas">
        {usable.map((card) => (
          <li key={card.id} data-rfc={card.rfc} data-active={card.id === active}>
            <CredentialCard credential={card} now={nowBy(snapshot)} brief>
              <Fit card={card} among={usable} {...props} />
              {card.id === active ? (
                <p>
                  <strong>{t('guide_efirma_active')}</strong>
                </p>
              ) : (
                <button
                  type="button"
                  data-action="use-efirma"
                  aria-label={t('guide_efirma_use_which', visibleText(card.rfc))}
                  onClick={() => void choose(card)}
                >
                  {t('guide_efirma_use')}
                </button>
              )}
            </CredentialCard>
          </li>
        ))}
      </ul>
      <p>
        {t('guide_efirma_other')} <a href="#/certificados">{t('nav_certificados')}</a>
      </p>
    </>
  );
  const hasPage = view.tabId !== undefined;
  return (
    <Guide
      {...props}
      here={here}
      steps={[
        t('guide_efirma_look'),
        t('guide_efirma_same'),
        ...(hasPage ? [t('guide_efirma_fill')] : []),
      ]}
    />
  );
}

function Fit({ card, among, view, snapshot }: GuideProps & { card: Card; among: readonly Card[] }) {
  const portal = findPortal(view.portal);
  const fit = efirmaFit(card, { portal, now: nowBy(snapshot), others: among });
  return (
    <p class="card-note" data-fit={fit}>
      {t(`guide_efirma_fit_${fit}`)}
    </p>
  );
}
