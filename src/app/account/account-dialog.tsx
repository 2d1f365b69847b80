import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n.ts';
import {
  sendMessage,
  type AccountView,
  type CredentialCard,
  type Settings,
} from '../../messages.ts';
import { Done } from '../../ui/done.tsx';
import { Failure } from '../../ui/failure.tsx';
import { problemOf, type Problem } from '../../ui/failure-text.ts';
import { Untrusted } from '../../ui/untrusted.tsx';
import { AccountFields } from './account-fields.tsx';
import { accountOf, draftOf, emptyDraft } from './account-draft.ts';
import { emptyIdse, idseChange, IdseFields } from './idse-fields.tsx';

interface AccountDialogProps {
  card: CredentialCard;
  settings: Settings | undefined;
  onClose: () => void;
}

/** What the person writes down of an e.firma, to have it at hand at the portals. */
export function AccountDialog({ card, settings, onClose }: AccountDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [view, setView] = useState<AccountView>();
  const [draft, setDraft] = useState(emptyDraft);
  const [idse, setIdse] = useState(emptyIdse);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState(0);
  const fail = (error: unknown) => setProblem(problemOf(error));

  const read = async () => {
    const found = await sendMessage('readAccount', { id: card.id });
    setView(found);
    setDraft(draftOf(found));
    setIdse(emptyIdse);
  };
  useEffect(() => {
    dialog.current?.showModal();
    read().catch(fail);
  }, []);

  const save = async () => {
    setBusy(true);
    setProblem(undefined);
    setSaved(0);
    try {
      const account = accountOf(draft);
      await sendMessage('saveAccount', { id: card.id, account, ...idseChange(idse) });
      await read();
      setSaved(saved + 1);
    } catch (error) {
      fail(error);
    }
    setBusy(false);
  };
  return (
    <dialog ref={dialog} aria-labelledby="account-title" onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && view) void save();
        }}
      >
        <h2 id="account-title">{t('account_title')}</h2>
        <p>
          <strong>
            <Untrusted text={`${card.legalName} · ${card.rfc}`} />
          </strong>
        </p>
        <p class="hint">{t('account_intro')}</p>
        <AccountFields draft={draft} doubtful={view?.doubtful ?? []} onChange={setDraft} />
        {card.canFill ? (
          <IdseFields
            idse={idse}
            isKept={view?.hasIdse === true}
            settings={settings}
            onChange={setIdse}
          />
        ) : (
          <p class="hint">{t('account_idse_not_kept')}</p>
        )}
        {problem && <Failure problem={problem} />}
        {saved > 0 && <Done key={saved} text={t('account_saved')} />}
        <div class="dialog-actions">
          <button type="button" onClick={() => dialog.current?.close()}>
            {t(saved > 0 ? 'close' : 'cancel')}
          </button>
          <button type="submit" class="primary" aria-disabled={busy || !view}>
            {t('account_save')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
