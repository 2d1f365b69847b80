import { useState } from 'preact/hooks';
import { t } from '../../i18n.ts';
import { sendMessage, type Settings } from '../../messages.ts';
import { portals, type PortalId } from '../../portals/index.ts';
import { Failure } from '../../ui/failure.tsx';
import { problemOf, type Problem } from '../../ui/failure-text.ts';
import { portalName } from '../../ui/portal-name.ts';
import { Switch } from './switch.tsx';

/** At which portals the form is sent once it is filled: at none, until the person wants it. */
export function SubmitSetting({ settings }: { settings: Settings | undefined }) {
  const [problem, setProblem] = useState<Problem>();
  const chosen = settings?.submitsAt ?? [];
  const turn = async (portal: PortalId) => {
    if (!settings) return;
    const others = chosen.filter((id) => id !== portal);
    const submitsAt = others.length < chosen.length ? others : [...others, portal];
    setProblem(undefined);
    try {
      await sendMessage('saveSettings', { ...settings, submitsAt });
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <section class="panel" data-field="submits">
      <h2>{t('fill_submit_title')}</h2>
      <p>{t('fill_submit_text')}</p>
      {portals
        .filter(({ forms }) => forms.length > 0)
        .map(({ id }) => (
          <div class="switch-row" key={id} data-portal={id}>
            <Switch isOn={chosen.includes(id)} isDisabled={!settings} onTurn={() => void turn(id)}>
              {portalName(id)}
            </Switch>
          </div>
        ))}
      {!settings && <p class="hint">{t('revocation_no_settings')}</p>}
      {problem && <Failure problem={problem} />}
    </section>
  );
}
