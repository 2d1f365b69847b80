import { useState } from 'preact/hooks';
import { browser } from '../../browser.ts';
import { t } from '../../i18n.ts';
import { sendMessage, type Settings } from '../../messages.ts';
import { Failure } from '../../ui/failure.tsx';
import { problemOf, type Problem } from '../../ui/failure-text.ts';
import { usePermission } from '../../ui/use-origin-permission.ts';
import { revocationOrigins } from './revocation-origins.ts';
import { Switch } from './switch.tsx';

const origin = 'http://www.sat.gob.mx/*';

/** Whoever issued the e.firma. */
async function mayAskAnybody(): Promise<boolean> {
  const { origins = [] } = await browser.permissions.getAll();
  return revocationOrigins(origins).length > 0;
}

/** Whether the SAT is asked if an e.firma was revoked: off until the person wants it. */
export function RevocationSetting({ settings }: { settings: Settings | undefined }) {
  const isAllowed = usePermission(mayAskAnybody);
  const [answer, setAnswer] = useState<'asked' | 'refused'>();
  const [problem, setProblem] = useState<Problem>();
  const isWanted = settings?.asksRevocation === true;
  const isOn = isWanted && isAllowed === true;

  const save = async (asksRevocation: boolean) => {
    if (!settings) return;
    try {
      await sendMessage('saveSettings', { ...settings, asksRevocation });
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  const turnOn = () => {
    // The browser only asks while it handles the person's click: before anything is awaited.
    browser.permissions.request({ origins: [origin] }).then(
      (isGranted) => {
        setAnswer(isGranted ? undefined : 'refused');
        if (isGranted) void save(true);
      },
      () => setAnswer('refused'),
    );
    setAnswer('asked');
  };
  const turnOff = async () => {
    setAnswer(undefined);
    await save(false);
    const { origins = [] } = await browser.permissions.getAll();
    try {
      // One by one: what cannot be taken back keeps none of the others.
      for (const each of revocationOrigins(origins)) {
        await browser.permissions.remove({ origins: [each] });
      }
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <section class="panel" data-field="revocation">
      <h2>{t('revocation_title')}</h2>
      <p>{t('revocation_what')}</p>
      <p>
        {t('revocation_where')} <code>{t('revocation_address')}</code>
      </p>
      <p>{t('revocation_sends')}</p>
      <p class="hint">{t('revocation_plain')}</p>
      {!isOn && <p>{t('revocation_ask')}</p>}
      <div class="switch-row">
        <Switch
          isOn={isOn}
          isDisabled={!settings || isAllowed === undefined}
          onTurn={() => {
            setProblem(undefined);
            if (isOn) void turnOff();
            else turnOn();
          }}
        >
          {t('revocation_switch')}
        </Switch>
        <p role="status">
          {answer && t(answer === 'asked' ? 'permission_asked' : 'revocation_refused')}
        </p>
      </div>
      {isWanted && isAllowed === false && !answer && (
        <p class="notice">{t('revocation_withdrawn')}</p>
      )}
      {!settings && <p class="hint">{t('revocation_no_settings')}</p>}
      {problem && <Failure problem={problem} />}
    </section>
  );
}
