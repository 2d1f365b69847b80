import { t, type MessageKey } from '../i18n.ts';
import type { Change } from '../messages.ts';
import { repairText } from '../ui/diagnosis-text.ts';
import { formatCountdown, formatList, formatLocalTime } from '../ui/format.ts';
import { portalName } from '../ui/portal-name.ts';
import { visibleText } from '../ui/visible-text.ts';
import { useNow } from './use-now.ts';

/** One thing that was changed; while it can be put back, how long that is so. */
export function ChangeItem({ change, onUndo }: { change: Change; onUndo: () => void }) {
  const { repair, portal, at, until, names, state, isTemporary, isLasting } = change;
  const isDone = state === 'done';
  const now = useNow(isDone && until !== undefined);
  const left = until === undefined ? 0 : Date.parse(until) - now;
  const canUndo = isDone && (isLasting === true || left > 0);
  const end = until !== undefined && canUndo ? formatLocalTime(new Date(until)) : undefined;
  return (
    <li data-field="change" data-change={repair} data-state={state}>
      <div>
        <h3>{repairText(repair, 'name')}</h3>
        <p class="hint">
          {portalName(portal)} · <time dateTime={at}>{formatLocalTime(new Date(at))}</time>
        </p>
        {change.confirmed && <p data-field="confirmed">{t('change_confirmed')}</p>}
        {names.length > 0 && (
          <p class="untrusted">{formatList(names.map((name) => visibleText(name)))}</p>
        )}
        <p data-field="change-state">
          {end === undefined
            ? t(stateText(isDone, isLasting))
            : t(isTemporary ? 'change_until' : 'change_undo_until', end)}{' '}
          {end !== undefined && isTemporary && (
            <span role="timer" aria-live="off" class="countdown">
              {t('change_left', formatCountdown(left))}
            </span>
          )}
        </p>
      </div>
      {canUndo && (
        <button type="button" onClick={onUndo}>
          {t(isTemporary ? 'change_restore' : 'change_undo')}
        </button>
      )}
    </li>
  );
}

function stateText(isDone: boolean, isLasting: true | undefined): MessageKey {
  if (!isDone) return 'change_is_undone';
  return isLasting ? 'change_lasts' : 'change_done';
}
