import type { ComponentChildren } from 'preact';
import { t } from '../i18n.ts';
import type { SolvedFailure } from '../storage.ts';
import { portalName } from './portal-name.ts';

interface SolvedNoteProps {
  solved: SolvedFailure;
  /** The way to all that there is to tell of it. */
  children: ComponentChildren;
}

/** One line: the sign-in that had failed went well. */
export function SolvedNote({ solved, children }: SolvedNoteProps) {
  return (
    <p class="solved-note" role="status" data-field="solved-note">
      {t('solved_note', portalName(solved.portal))} {children}
    </p>
  );
}
