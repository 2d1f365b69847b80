import { t } from '../i18n.ts';
import type { CredentialCard, PortalAsk } from '../messages.ts';
import { isIdentification } from '../portals/ask/warn-of-ask.ts';
import { AskWants } from './ask-wants.tsx';
import { AskWarnings } from './ask-warnings.tsx';
import { Cadena } from './cadena.tsx';
import { Untrusted } from './untrusted.tsx';

/** What the portal is going to have signed, and what it wants to know, before anything is put in. */
export function PortalAskView({ ask, card }: { ask: PortalAsk; card: CredentialCard }) {
  const { operation, cadena, rfc, namedRfc, wants, folio } = ask;
  const identifies = isIdentification(ask);
  const facts = [
    ...(rfc === undefined ? [] : [{ name: t('ask_rfc'), value: rfc }]),
    ...(namedRfc === undefined ? [] : [{ name: t('ask_rfc_named'), value: namedRfc }]),
    ...(folio === undefined ? [] : [{ name: t('ask_folio'), value: folio }]),
    ...(identifies || operation === '' ? [] : [{ name: t('ask_operation'), value: operation }]),
  ];
  return (
    <section
      class="ask"
      aria-labelledby="ask-title"
      data-field="ask"
      data-kind={identifies ? 'identify' : 'sign'}
    >
      <h2 id="ask-title">{t(identifies ? 'ask_title_identify' : 'ask_title_sign')}</h2>
      {identifies && <p class="hint">{t('ask_identify_text')}</p>}
      <AskWarnings ask={ask} card={card} />
      {cadena !== undefined && <Cadena text={cadena} />}
      {facts.length > 0 && (
        <dl>
          {facts.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Untrusted text={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <AskWants wants={wants} />
    </section>
  );
}
