import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n.ts';
import {
  sendMessage,
  type CredentialCard,
  type FilePayload,
  type Settings,
} from '../../messages.ts';
import { Failure } from '../../ui/failure.tsx';
import { problemOf, type Problem } from '../../ui/failure-text.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { SafetyPicture } from '../../ui/safety-picture.tsx';
import { Untrusted } from '../../ui/untrusted.tsx';
import { CopyReady } from './copy-ready.tsx';
import { ExportForms, type ExportForm } from './export-forms.tsx';

interface ExportDialogProps {
  card: CredentialCard;
  settings: Settings | undefined;
  onClose: () => void;
}

/** Hands out the files of an e.firma, for the password each time. */
export function ExportDialog({ card, settings, onClose }: ExportDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [form, setForm] = useState<ExportForm>('cer_and_key');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [files, setFiles] = useState<readonly FilePayload[]>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => dialog.current?.showModal(), []);

  const copy = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      setFiles(await sendMessage('exportCredential', { id: card.id, password, form }));
      setPassword('');
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  };
  return (
    <dialog ref={dialog} aria-labelledby="export-title" onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void copy();
        }}
      >
        <h2 id="export-title">{t('export_title')}</h2>
        <p>
          <strong>
            <Untrusted text={`${card.legalName} · ${card.rfc}`} />
          </strong>
        </p>
        {files ? (
          <CopyReady files={files} />
        ) : (
          <>
            <ExportForms form={form} onChoose={setForm} />
            <p class="notice">{t('export_danger')}</p>
            <SafetyPicture settings={settings} />
            <PasswordField label={t('password_vault')} value={password} onInput={setPassword} />
            {problem && <Failure problem={problem} />}
          </>
        )}
        <div class="dialog-actions">
          <button type="button" onClick={() => dialog.current?.close()}>
            {t(files ? 'close' : 'cancel')}
          </button>
          {!files && (
            <button type="submit" class="primary" aria-disabled={busy}>
              {t(busy ? 'export_busy' : 'export_confirm')}
            </button>
          )}
        </div>
      </form>
    </dialog>
  );
}
