import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { t } from '../i18n.ts';
import { Failure } from './failure.tsx';

interface ScreenGuardProps {
  /** It is known before that the screen cannot be shown. */
  hasFailed: boolean;
  children: ComponentChildren;
}

/** A screen; or, where it breaks, a sentence and the way to the report instead of nothing. */
export function ScreenGuard({ hasFailed, children }: ScreenGuardProps) {
  const [error] = useErrorBoundary();
  if (error === undefined && !hasFailed) return <>{children}</>;
  return <Failure problem={{ id: 'unexpected', text: t('report_screen_failed') }} />;
}
