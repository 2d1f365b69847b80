import { t, type MessageKey } from '../../i18n.ts';
import { procedures } from '../../procedures/index.ts';
import { ways, type WayId } from '../../signatures/index.ts';
import { underscored } from '../../ui/underscored.ts';
import { procedureText } from '../procedures/procedure-words.ts';
import { ThingsToHave } from '../procedures/things-to-have.tsx';
import { Cited } from './cited.tsx';

/** How one comes by a signature: what to bring, the steps, how long it takes. */
export function WayPanel({ id }: { id: WayId }) {
  const way = ways.find(({ procedure }) => procedure === id);
  const procedure = procedures.find((row) => row.id === id);
  if (!way || !procedure) return null;
  const key = `signature_way_${underscored(id)}` as const;
  const { have, link, inPerson } = procedure;
  return (
    <section class="panel" aria-labelledby={key} data-field="way" data-way={id}>
      <h2 id={key}>{procedureText(procedure, 'name')}</h2>
      <p>{procedureText(procedure, 'what')}</p>
      <ThingsToHave things={have} />
      <h3>{t('signature_steps')}</h3>
      <ol class="steps">
        {Array.from({ length: way.steps }, (_, index) => (
          <li key={index}>{t(`${key}_${index + 1}` as MessageKey)}</li>
        ))}
      </ol>
      <h3>{t('signature_takes')}</h3>
      <p>{t(`${key}_takes`)}</p>
      {link && (
        <p>
          <a class="button" href={link} target="_blank" rel="noreferrer">
            {t('procedure_open')}
          </a>
          <span class="hint"> {new URL(link).host}</span>
        </p>
      )}
      <p class="hint">{t(`procedure_in_person_${inPerson}` as MessageKey)}</p>
      <Cited ids={way.sources} />
    </section>
  );
}
