import { useEffect, useState } from 'preact/hooks';
import { t, type MessageKey } from '../../i18n.ts';
import { Failure } from '../../ui/failure.tsx';
import { problemOf, type Problem } from '../../ui/failure-text.ts';
import { askings, type AskingId } from './permission-words.ts';

interface PermissionStepProps {
  permission: AskingId;
  /** Of whom it is, where it is not the one that is usual. */
  origin?: string | undefined;
  onGranted: () => void;
  /** «Ahora no»: where something waits for the answer. */
  onDecline?: () => void;
}

/**
 * Asks for a permission, after saying what the browser will show. The browser may never answer:
 * nothing here waits for it.
 */
export function PermissionStep({
  permission: id,
  origin,
  onGranted,
  onDecline,
}: PermissionStepProps) {
  const [state, setState] = useState<'idle' | 'asked' | 'refused'>('idle');
  const [problem, setProblem] = useState<Problem>();
  const [isLackTold, setIsLackTold] = useState(false);
  const lack = useLack(id);
  const { before, ask, permission, lacks, also } = askings[id];
  const site = typeof permission === 'string' ? undefined : (origin ?? permission.origin);
  const request = () => {
    if (state === 'asked') return;
    setIsLackTold(lack !== undefined);
    if (lack) return setState('idle');
    const wanted =
      typeof permission === 'string' ? { permissions: [permission] } : { origins: [`${site}/*`] };
    // The browser only asks while it handles the person's click: before anything is awaited.
    chrome.permissions.request(wanted).then(
      async (isGranted) => {
        if (!isGranted) return setState('refused');
        setState('idle');
        try {
          // The click may have come before that was known.
          if (await lacks?.()) return setIsLackTold(true);
          await also?.();
          onGranted();
        } catch (error) {
          setProblem(problemOf(error));
        }
      },
      () => setState('refused'),
    );
    setProblem(undefined);
    setState('asked');
  };
  return (
    <div class="permission" data-field="permission" data-permission={id}>
      <p>{t(before, ...(site ? [namedSite(site)] : []))}</p>
      <p role="status">{state !== 'idle' && t(`permission_${state}`)}</p>
      {isLackTold && lack && (
        <p class="notice" role="status">
          {t(lack)} <a href="#/ajustes">{t('nav_ajustes')}</a>
        </p>
      )}
      {problem && <Failure problem={problem} />}
      <div class="verdict-actions">
        <button type="button" class={onDecline && 'primary'} onClick={request}>
          {t(ask)}
        </button>
        {onDecline && (
          <button type="button" onClick={onDecline}>
            {t('permission_not_now')}
          </button>
        )}
      </div>
    </div>
  );
}

/** Known before the click: nothing can be waited for in it. */
function useLack(id: AskingId): MessageKey | undefined {
  const [lack, setLack] = useState<MessageKey>();
  useEffect(() => {
    const { lacks } = askings[id];
    if (!lacks) return undefined;
    const look = () => void lacks().then(setLack, () => setLack(undefined));
    look();
    chrome.storage.onChanged.addListener(look);
    return () => chrome.storage.onChanged.removeListener(look);
  }, [id]);
  return lack;
}

/** `imss.gob.mx` for `https://*.imss.gob.mx`: the name under which the browser asks for all of it. */
function namedSite(origin: string): string {
  return origin.replace(/^https?:\/\/(?:\*\.)?/, '');
}
