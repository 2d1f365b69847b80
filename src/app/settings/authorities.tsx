import { useRef, useState } from 'preact/hooks';
import { t } from '../../i18n.ts';
import type { AuthorityCard } from '../../messages.ts';
import { Done } from '../../ui/done.tsx';
import { Failure } from '../../ui/failure.tsx';
import { useFocusOnChange } from '../../ui/use-focus.ts';
import { AuthorityList } from './authority-list.tsx';
import { NewAuthority } from './new-authority.tsx';
import { RemoveAuthorityDialog } from './remove-authority-dialog.tsx';
import { useAuthorities } from './use-authorities.ts';

/** Whom an e.firma must be from to be taken for genuine, and how to trust one more. */
export function Authorities() {
  const { cards, candidate, problem, done, read, add, remove, clear } = useAuthorities();
  const [removing, setRemoving] = useState<AuthorityCard>();
  const input = useRef<HTMLInputElement>(null);
  const choose = useFocusOnChange<HTMLButtonElement>(candidate);
  return (
    <section class="panel" data-field="trust">
      <h2>{t('authority_title')}</h2>
      <p>{t('authority_text')}</p>
      <AuthorityList cards={cards} onRemove={setRemoving} />
      {problem && <Failure problem={problem} />}
      {done && <Done key={`${done} ${cards.length}`} text={t(done)} />}
      {candidate && (
        <NewAuthority card={candidate.card} onAdd={() => add(candidate)} onClose={clear} />
      )}
      <div>
        <button type="button" ref={choose} onClick={() => input.current?.click()}>
          {t('authority_choose')}
        </button>
        <input
          ref={input}
          type="file"
          name="authority"
          hidden
          tabIndex={-1}
          aria-label={t('authority_choose')}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) read(file);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {removing && (
        <RemoveAuthorityDialog
          card={removing}
          onClose={() => setRemoving(undefined)}
          onRemove={() => {
            setRemoving(undefined);
            remove(removing);
          }}
        />
      )}
    </section>
  );
}
