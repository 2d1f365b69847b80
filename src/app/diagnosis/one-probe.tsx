import type { ProbeId } from '../../diagnosis/index.ts';
import { t } from '../../i18n.ts';
import type { DiagnosisView } from '../../messages.ts';
import { PermissionStep } from './permission-step.tsx';

interface OneProbeProps {
  probe: ProbeId;
  findings: DiagnosisView['findings'];
  onGranted: () => void;
}

/** The one thing that was not looked at, and that would tell the likeliest causes apart. */
export function OneProbe({ probe, findings, onGranted }: OneProbeProps) {
  const origin = findings.find(({ missing }) => missing === probe)?.origin;
  return (
    <section class="one-question" data-field="one-probe">
      <p class="hint">{t('last_probe_intro')}</p>
      <PermissionStep permission={probe} origin={origin} onGranted={onGranted} />
    </section>
  );
}
