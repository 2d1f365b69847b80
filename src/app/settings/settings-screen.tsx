import { browser } from '../../browser.ts';
import { t } from '../../i18n.ts';
import type { Snapshot } from '../../snapshot.ts';
import { Failure } from '../../ui/failure.tsx';
import { LockButton } from '../../ui/lock-button.tsx';
import { SafetyPicture } from '../../ui/safety-picture.tsx';
import { useFocusOnChange } from '../../ui/use-focus.ts';
import { useKept } from '../use-kept.ts';
import { Authorities } from './authorities.tsx';
import { PasswordForm } from './password-form.tsx';
import { PreferencesForm } from './preferences-form.tsx';
import { RevocationSetting } from './revocation-setting.tsx';
import { SubmitSetting } from './submit-setting.tsx';

/** How Firma Lista is known, when it locks, what opens it, whom it asks and whom it trusts. */
export function SettingsScreen({ snapshot }: { snapshot: Snapshot }) {
  const { settings } = snapshot;
  const { cards, problem } = useKept(snapshot);
  const keptHere = cards?.some(({ kept }) => kept === 'vault');
  const isOpen = snapshot.unlocked || snapshot.chosen?.kept === 'memory';
  const state = useFocusOnChange<HTMLParagraphElement>(isOpen);
  return (
    <>
      <section class="panel">
        <h2>{t('settings_lock')}</h2>
        <p role="status" tabIndex={-1} ref={state}>
          {t(isOpen ? 'settings_lock_text' : 'settings_locked_text')}
        </p>
        {isOpen && (
          <div>
            <LockButton>{t('lock_now')}</LockButton>
          </div>
        )}
      </section>
      <PreferencesForm key={String(settings === undefined)} settings={settings} />
      <section class="panel">
        <h2>{t('settings_password')}</h2>
        {problem && <Failure problem={problem} />}
        {keptHere === true && (
          <>
            <p>{t('settings_password_text')}</p>
            <SafetyPicture settings={settings} />
            <PasswordForm />
          </>
        )}
        {keptHere === false && <p>{t('settings_password_none')}</p>}
      </section>
      <SubmitSetting settings={settings} />
      <RevocationSetting settings={settings} />
      <Authorities />
      <p class="hint">{t('settings_version', browser.runtime.getManifest().version)}</p>
    </>
  );
}
