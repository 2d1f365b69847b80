import { useMemo } from 'preact/hooks';
import { t } from '../../i18n.ts';
import type { FilePayload } from '../../messages.ts';
import { Done } from '../../ui/done.tsx';
import { Untrusted } from '../../ui/untrusted.tsx';
import { DownloadLink } from '../download-link.tsx';

/** One press for each file: the browser asks before it saves several by itself. */
export function CopyReady({ files }: { files: readonly FilePayload[] }) {
  const copies = useMemo(
    () => files.map(({ name, bytes }) => ({ name, content: bytesOf(bytes) })),
    [files],
  );
  return (
    <Done text={t('export_ready')}>
      <p>{t('export_ready_text')}</p>
      <div class="buttons">
        {copies.map(({ name, content }) => (
          <DownloadLink key={name} name={name} content={content} isPrimary>
            <span>
              {t('export_save')} <Untrusted text={name} />
            </span>
          </DownloadLink>
        ))}
      </div>
      <p class="hint">{t('export_danger')}</p>
    </Done>
  );
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
