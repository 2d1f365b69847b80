import { useState } from 'preact/hooks';
import { t } from '../../i18n.ts';
import {
  holders,
  purposes,
  states,
  wayTo,
  type Holder,
  type PurposeId,
  type SignatureState,
} from '../../signatures/index.ts';
import { underscored } from '../../ui/underscored.ts';
import { OptionCards } from '../option-cards.tsx';
import { NotNeededList } from './not-needed-list.tsx';
import { PurposeAnswer } from './purpose-answer.tsx';
import { WayPanel } from './way-panel.tsx';

/** For those without a signature: which one, for what, and how one comes by it. */
export function SignatureScreen() {
  const [chosen, choose] = useState<PurposeId>();
  const [holder, setHolder] = useState<Holder>('person');
  const [state, setState] = useState<SignatureState>();
  const purpose = purposes.find(({ id }) => id === chosen);
  const asksHolder = purpose !== undefined && 'asksHolder' in purpose;
  return (
    <>
      <p class="lead">{t('signature_intro')}</p>
      <OptionCards
        legend={t('signature_purpose')}
        options={purposes.map(({ id }) => ({ value: id, text: t(`signature_purpose_${id}`) }))}
        chosen={chosen}
        onChoose={choose}
      />
      <div role="status">{purpose && <PurposeAnswer purpose={purpose} />}</div>
      {asksHolder && (
        <OptionCards
          legend={t('signature_holder')}
          options={holders.map((each) => ({ value: each, text: t(`signature_holder_${each}`) }))}
          chosen={holder}
          onChoose={setHolder}
        />
      )}
      {purpose && (
        <OptionCards
          legend={t('signature_state')}
          options={states.map((each) => ({
            value: each,
            text: t(`signature_state_${underscored(each)}`),
          }))}
          chosen={state}
          onChoose={setState}
        />
      )}
      {purpose && state && (
        <HowTo
          state={state}
          holder={asksHolder ? holder : 'person'}
          isForIdse={chosen === 'idse'}
        />
      )}
      <NotNeededList />
      <p class="hint">{t('procedure_unverified')}</p>
    </>
  );
}

interface HowToProps {
  state: SignatureState;
  holder: Holder;
  isForIdse: boolean;
}

function HowTo({ state, holder, isForIdse }: HowToProps) {
  const way = wayTo(state, holder);
  return (
    <>
      {way ? <WayPanel id={way} /> : <p data-field="ready">{t('signature_ready')}</p>}
      {state === 'lost' && <p>{t('signature_only_cer')}</p>}
      {isForIdse && <WayPanel id="certificado-idse" />}
      <p>
        {t('signature_then')} <a href="#/certificados">{t('certificates_empty_first')}</a>
      </p>
    </>
  );
}
