import { useState } from 'preact/hooks';
import { t } from '../../i18n.ts';
import type { CredentialCard, Settings } from '../../messages.ts';
import { appUrl } from '../../ui/app-url.ts';
import { ExportDialog } from '../certificates/export-dialog.tsx';

interface FilesStepProps {
  card: CredentialCard | undefined;
  settings: Settings | undefined;
}

/** The files, where the person can choose them in the portal. */
export function FilesStep({ card, settings }: FilesStepProps) {
  const [isSaving, setIsSaving] = useState(false);
  if (!card) return <p>{t('hands_files_none')}</p>;
  if (!card.canFill || card.kept !== 'vault') {
    return (
      <>
        <p>{t(card.kept === 'memory' ? 'hands_files_memory' : 'hands_files_not_kept')}</p>
        {card.kept === 'vault' && (
          <p>
            <a class="button" href={appUrl('certificados')}>
              {t('fill_mend')}
            </a>
          </p>
        )}
      </>
    );
  }
  return (
    <>
      <p>{t('hands_files')}</p>
      <p>
        <button type="button" data-action="export" onClick={() => setIsSaving(true)}>
          {t('hands_files_save')}
        </button>
      </p>
      {isSaving && (
        <ExportDialog card={card} settings={settings} onClose={() => setIsSaving(false)} />
      )}
    </>
  );
}
