import { t } from '../../i18n.ts';
import type { ImportAction } from './use-import.ts';

const actions = ['save', 'use', 'review'] as const satisfies readonly ImportAction[];

/** The three buttons, each with what it means for the person. Enter saves. */
export function ImportActions({
  busy,
  onAct,
}: {
  busy: boolean;
  onAct: (action: ImportAction) => void;
}) {
  return (
    <div class="import-actions">
      {actions.map((action) => (
        <div key={action}>
          <button
            type={action === 'save' ? 'submit' : 'button'}
            class={action === 'save' ? 'primary' : undefined}
            data-action={action}
            aria-disabled={busy}
            aria-describedby={`import-${action}-hint`}
            onClick={() => !busy && onAct(action)}
          >
            {t(busy && action === 'save' ? 'import_busy' : `import_${action}`)}
          </button>
          <p class="hint" id={`import-${action}-hint`}>
            {t(`import_${action}_hint`)}
          </p>
        </div>
      ))}
    </div>
  );
}
