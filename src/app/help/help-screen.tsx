import { useMemo, useRef, useState } from 'preact/hooks';
import { findByWords } from '../../find-by-words.ts';
import { helpPartsOf, topics, wordsOfTopic } from '../../help/index.ts';
import { t } from '../../i18n.ts';
import { TextField } from '../text-field.tsx';
import { HelpList } from './help-list.tsx';

/** Causes, procedures and words, for who wants to look one up by themselves. */
export function HelpScreen() {
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState('');
  const found = useMemo(
    () => findByWords(typed, topics, (topic) => wordsOfTopic(topic, t)),
    [typed],
  );
  const isSearch = found.length < topics.length;
  const count = found.length === 1 ? t('help_found_one') : t('help_found', String(found.length));
  // The button goes away under the finger.
  const showAll = () => {
    setTyped('');
    form.current?.querySelector('input')?.focus();
  };
  return (
    <>
      <p class="lead">{t('help_intro')}</p>
      <form
        class="procedure-search"
        role="search"
        ref={form}
        onSubmit={(event) => event.preventDefault()}
      >
        <TextField label={t('help_search')} type="search" value={typed} onInput={setTyped} />
        <p class="hint" role="status">
          {found.length > 0 ? count : t('help_none')}
        </p>
        {found.length === 0 && (
          <button type="button" onClick={showAll}>
            {t('help_clear')}
          </button>
        )}
      </form>
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
        <a href="#/no-puedo-ingresar">{t('help_look')}</a>
      </p>
      <p class="hint">{t('help_offline')}</p>
    </>
  );
}
