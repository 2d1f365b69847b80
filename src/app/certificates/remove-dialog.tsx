import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n.ts';
import { sendMessage, type CredentialCard, type Settings } from '../../messages.ts';
import { Failure } from '../../ui/failure.tsx';
import { problemOf, type Problem } from '../../ui/failure-text.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { SafetyPicture } from '../../ui/safety-picture.tsx';
import { Untrusted } from '../../ui/untrusted.tsx';

interface RemoveDialogProps {
  card: CredentialCard;
  settings: Settings | undefined;
  onClose: () => void;
  onRemoved: () => void;
}

/** Asks before an e.firma is taken from this computer. */
export function RemoveDialog({ card, settings, onClose, onRemoved }: RemoveDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => dialog.current?.showModal(), []);

  const remove = async () => {
    try {
      await sendMessage('removeCredential', { id: card.id, password });
      onRemoved();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <dialog ref={dialog} aria-labelledby="remove-title" onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void remove();
        }}
      >
        <h2 id="remove-title">{t('remove_title')}</h2>
        <p>
          <strong>
            <Untrusted text={`${card.legalName} · ${card.rfc}`} />
          </strong>
        </p>
        <p>{t('remove_text')}</p>
        <SafetyPicture settings={settings} />
        <PasswordField label={t('password_vault')} value={password} onInput={setPassword} />
        {problem && <Failure problem={problem} />}
        <div class="dialog-actions">
          <button type="button" onClick={() => dialog.current?.close()}>
            {t('cancel')}
          </button>
          <button type="submit" class="primary">
            {t('remove_confirm')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
