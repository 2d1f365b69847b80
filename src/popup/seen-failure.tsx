import { t } from '../i18n.ts';
import type { SeenFailure as Seen } from '../storage.ts';
import { sentenceOf, strengthOf } from '../ui/diagnosis-text.ts';
import { HelpDeskId } from '../ui/help-desk-id.tsx';
import { AlertIcon } from '../ui/icons.tsx';
import { AppLink } from './app-link.tsx';

/** The sign-in of this tab failed: why, and the way to what mends it. */
export function SeenFailure({ failure, onSignIn }: { failure: Seen; onSignIn: () => void }) {
  const { cause, tabId } = failure;
  const isUnknown = cause.certainty === 'unknown';
  return (
    <section
      class="seen-failure"
      data-field="verdict"
      data-cause={cause.id}
      data-certainty={cause.certainty}
      data-repair={cause.repair}
    >
      <div class="seen-cause">
        <AlertIcon />
        <h1>
          {isUnknown ? (
            t('popup_failure_unknown')
          ) : (
            <>
              <span class="verdict-strength">{strengthOf(cause.certainty)}</span>{' '}
              {sentenceOf(cause.id)}
            </>
          )}
        </h1>
      </div>
      <AppLink route="no-puedo-ingresar" tabId={tabId} class="button primary">
        {t(isUnknown ? 'popup_failure_look' : 'popup_failure_action')}
      </AppLink>
      <button type="button" class="plain" onClick={onSignIn}>
        {t('popup_failure_sign_in')}
      </button>
      {!isUnknown && <HelpDeskId id={cause.id} />}
    </section>
  );
}
