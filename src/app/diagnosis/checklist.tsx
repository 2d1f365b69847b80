import type { CheckGroup, Missing, ProbeId } from '../../diagnosis/index.ts';
import { t, type MessageKey } from '../../i18n.ts';
import type { DiagnosisView } from '../../messages.ts';
import type { Choices } from './choices.ts';
import { FindingItem } from './finding-item.tsx';
import { askings } from './permission-words.ts';

/** The headings, in the order in which a person meets them. */
const groups = {
  certificate: 'check_group_certificate',
  browser: 'check_group_browser',
  site_data: 'check_group_site_data',
  extensions: 'check_group_extensions',
  computer: 'check_group_computer',
  connection: 'check_group_connection',
  portal: 'check_group_portal',
  account: 'check_group_account',
} as const satisfies Record<CheckGroup, MessageKey>;

/** «Todo lo revisado»: every check, whatever it came to. Each permission is asked for once. */
export function Checklist(choices: Choices) {
  const checked = choices.view.findings.filter(({ group }) => group !== undefined);
  if (checked.length === 0) return null;
  return (
    <details class="checked" data-field="checklist">
      <summary>{t('findings_all', String(checked.length))}</summary>
      {Object.entries(groups).map(([group, title]) => {
        const findings = checked.filter((finding) => finding.group === group);
        return (
          findings.length > 0 && (
            <section key={group}>
              <h3>{t(title)}</h3>
              {whyNotApplicable(findings).map((missing) => (
                <p key={missing} class="hint">
                  {t(`missing_${missing}`)}
                </p>
              ))}
              <ul>
                {findings.map((finding) => (
                  <FindingItem
                    key={finding.id}
                    finding={finding}
                    asksPermission={permissionFor(finding, checked, choices.view.probe)}
                    {...choices}
                  />
                ))}
              </ul>
            </section>
          )
        );
      })}
    </details>
  );
}

/** At the first finding that lacks it, unless it is asked for above already. */
function permissionFor(
  { id, missing }: DiagnosisView['findings'][number],
  checked: DiagnosisView['findings'],
  above: ProbeId | undefined,
): ProbeId | undefined {
  if (missing === above) return undefined;
  const isFirst = checked.find((other) => other.missing === missing)?.id === id;
  return missing && isFirst && isAskedFor(missing) ? missing : undefined;
}

function isAskedFor(missing: Missing): missing is ProbeId {
  return missing in askings;
}

/** The same reason keeps most of a group from being looked at: it is told once. */
function whyNotApplicable(findings: DiagnosisView['findings']): Missing[] {
  const reasons = findings.flatMap(({ status, missing }) =>
    status === 'not_applicable' && missing ? [missing] : [],
  );
  return [...new Set(reasons)];
}
