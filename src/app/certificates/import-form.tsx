import { useState } from 'preact/hooks';
import { t, type MessageKey } from '../../i18n.ts';
import type { Settings } from '../../messages.ts';
import { Failure } from '../../ui/failure.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { SafetyPicture } from '../../ui/safety-picture.tsx';
import { FileList } from './file-list.tsx';
import { ImportActions } from './import-actions.tsx';
import { ImportOutcome } from './import-outcome.tsx';
import { useChosenFiles } from './use-chosen-files.ts';
import { useImport, type ImportAction } from './use-import.ts';

interface ImportFormProps {
  /** What it is called where it is part of something else. */
  title?: MessageKey;
  /** Nothing is kept yet. */
  isFirst: boolean;
  settings: Settings | undefined;
  now: Date;
  /** With the e.firma that was just added, if one was. */
  onOutcome: (id: string | undefined) => void;
}

/** Files in any order, one password, three things to do with them. */
export function ImportForm({ title, isFirst, settings, now, onOutcome }: ImportFormProps) {
  const chosen = useChosenFiles();
  const [password, setPassword] = useState('');
  const [vaultPassword, setVaultPassword] = useState('');
  const [keepFill, setKeepFill] = useState(true);
  const [wasFirst, setWasFirst] = useState(false);
  const { outcome, problem, busy = false, asksVaultPassword, run } = useImport();

  const act = async (action: ImportAction) => {
    const first = isFirst;
    const input = { files: chosen.files, password, vaultPassword, keepFill };
    const result = await run(action, input);
    onOutcome(result?.card?.id);
    if (!result?.card) return;
    setWasFirst(first);
    chosen.clear();
    setPassword('');
    setVaultPassword('');
  };
  const failure = chosen.problem ?? problem;
  return (
    <>
      {outcome?.card && <ImportOutcome outcome={outcome} now={now} isFirst={wasFirst} />}
      <section class="panel" aria-labelledby="import-title">
        <h2 id="import-title">
          {t(title ?? (isFirst ? 'certificates_empty_first' : 'import_title'))}
        </h2>
        {outcome && !outcome.card && <ImportOutcome outcome={outcome} now={now} isFirst={false} />}
        <form class="stack" onSubmit={(event) => event.preventDefault()}>
          <FileDrop count={chosen.files.length} onFiles={(files) => void chosen.add(files)} />
          {chosen.files.length > 0 && <FileList files={chosen.files} onRemove={chosen.remove} />}
          <SafetyPicture settings={settings} />
          <PasswordField
            label={t('password_key')}
            hint={t('password_key_hint')}
            value={password}
            onInput={setPassword}
          />
          <label class="check">
            <input
              type="checkbox"
              name="keepFill"
              checked={keepFill}
              onChange={(event) => setKeepFill(event.currentTarget.checked)}
            />
            {t('import_keep_fill')}
          </label>
          {failure && <Failure problem={failure} />}
          {asksVaultPassword && (
            <PasswordField
              label={t('password_vault')}
              hint={t('import_vault_password_hint')}
              value={vaultPassword}
              onInput={setVaultPassword}
            />
          )}
          {isFirst && <p class="hint">{t('import_first_password')}</p>}
          <ImportActions busy={busy} onAct={(action) => void act(action)} />
        </form>
      </section>
    </>
  );
}
