import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n.ts';
import { sendMessage, type Acuse } from '../../messages.ts';
import { Failure } from '../../ui/failure.tsx';
import { problemOf, type Problem } from '../../ui/failure-text.ts';
import { formatNumber } from '../../ui/format.ts';
import { useFocusOnChange } from '../../ui/use-focus.ts';
import { AcuseItem } from './acuse-item.tsx';
import { RemoveAcuse } from './remove-acuse.tsx';

/** At first: what was done is below them. */
const newest = 5;

/** What portals gave back after something was signed. Nothing is shown while there is none. */
export function Acuses() {
  const [acuses, setAcuses] = useState<readonly Acuse[]>([]);
  const [doomed, setDoomed] = useState<Acuse>();
  const [showsAll, setShowsAll] = useState(false);
  const [removed, setRemoved] = useState(0);
  const [problem, setProblem] = useState<Problem>();
  const told = useFocusOnChange<HTMLParagraphElement>(removed);
  const list = useFocusOnChange<HTMLUListElement>(showsAll);
  useEffect(() => {
    sendMessage('listAcuses').then(setAcuses, (error: unknown) => setProblem(problemOf(error)));
  }, []);

  const remove = async ({ id }: Acuse) => {
    setDoomed(undefined);
    try {
      await sendMessage('removeAcuse', { id });
      setAcuses(acuses.filter((other) => other.id !== id));
      setRemoved(removed + 1);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  if (acuses.length === 0 && removed === 0 && !problem) return null;
  return (
    <section class="acuses" aria-labelledby="acuses-title">
      <h2 id="acuses-title">{t('ask_acuses_title')}</h2>
      <p class="hint">{t('ask_acuses_intro')}</p>
      {problem && <Failure problem={problem} />}
      <p ref={told} tabIndex={-1} role="status" class="acuses-told">
        {removed > 0 && t('ask_acuses_removed')}
      </p>
      <ul ref={list} tabIndex={-1}>
        {(showsAll ? acuses : acuses.slice(0, newest)).map((acuse) => (
          <AcuseItem key={acuse.id} acuse={acuse} onRemove={() => setDoomed(acuse)} />
        ))}
      </ul>
      {!showsAll && acuses.length > newest && (
        <button type="button" onClick={() => setShowsAll(true)}>
          {t('ask_acuses_all', formatNumber(acuses.length))}
        </button>
      )}
      {doomed && (
        <RemoveAcuse
          acuse={doomed}
          onClose={() => setDoomed(undefined)}
          onRemove={() => void remove(doomed)}
        />
      )}
    </section>
  );
}
