import { useMemo, useState } from 'preact/hooks';
import { findByWords } from '../../find-by-words.ts';
import { helpPartsOf, topics, wordsOfTopic } from '../../help/index.ts';
import { t } from '../../i18n.ts';
import { SearchForm } from '../search-form.tsx';
import { HelpList } from './help-list.tsx';

/** Causes, procedures and words, for who wants to look one up by themselves. */
export function HelpScreen() {
  const [typed, setTyped] = useState('');
  const found = useMemo(
    () => findByWords(typed, topics, (topic) => wordsOfTopic(topic, t)),
    [typed],
  );
  const isSearch = found.length < topics.length;
  const count = found.length === 1 ? t('help_found_one') : t('help_found', String(found.length));
  return (
    <>
      <p class="lead">{t('help_intro')}</p>
      <SearchForm
        label={t('help_search')}
        typed={typed}
        onType={setTyped}
        result={found.length > 0 ? count : t('help_none')}
        showAll={found.length === 0 ? t('help_clear') : undefined}
      />
      {helpPartsOf(found).map(({ heading, groups }) => (
        <section key={heading} aria-labelledby={heading} data-field="help-part">
          <h2 id={heading}>{t(heading)}</h2>
          {groups.map((group) => (
            <details key={group.heading ?? heading} class="help-group" open={isSearch}>
              <summary>
                {t(group.heading ?? 'help_clear')} <span class="hint">{group.topics.length}</span>
              </summary>
              <HelpList topics={group.topics} />
            </details>
          ))}
        </section>
      ))}
      <p>
        <a href="#/no-puedo-ingresar">{t('help_look')}</a> ·{' '}
        <a href="#/sin-firma">{t('signature_title')}</a>
      </p>
      <p>
        <a href="#/informe">{t('report_title')}</a>
      </p>
      <p class="hint">{t('help_offline')}</p>
    </>
  );
}
