import { useMemo, useState } from 'preact/hooks';
import { findByWords } from '../../find-by-words.ts';
import { t, type MessageKey } from '../../i18n.ts';
import { procedureGroups, procedures } from '../../procedures/index.ts';
import { SearchForm } from '../search-form.tsx';
import { ProcedureItem } from './procedure-item.tsx';
import { wordsOf } from './procedure-words.ts';

/** What people come for, and what each of it asks for. */
export function ProceduresScreen() {
  const [typed, setTyped] = useState('');
  const found = useMemo(() => findByWords(typed, procedures, wordsOf), [typed]);
  const groups = procedureGroups
    .map((group) => ({ group, rows: found.filter((row) => row.group === group) }))
    .filter(({ rows }) => rows.length > 0);
  const count =
    found.length === 1 ? t('procedures_found_one') : t('procedures_found', String(found.length));
  return (
    <>
      <p class="lead">{t('procedures_intro')}</p>
      <p>
        <a href="#/sin-firma">{t('signature_title')}</a>
      </p>
      <SearchForm
        label={t('procedures_search')}
        typed={typed}
        onType={setTyped}
        result={found.length > 0 ? count : t('procedures_none')}
        showAll={found.length === 0 ? t('procedures_clear') : undefined}
      />
      {groups.map(({ group, rows }) => (
        <section key={group} aria-labelledby={`procedures-${group}`}>
          <h2 id={`procedures-${group}`}>{t(`procedure_group_${group}` as MessageKey)}</h2>
          <ul class="procedures">
            {rows.map((row) => (
              <ProcedureItem key={row.id} procedure={row} />
            ))}
          </ul>
        </section>
      ))}
      <p class="hint">{t('procedure_unverified')}</p>
    </>
  );
}
