import { t } from '../../i18n.ts';
import type { IdentifiedFile } from '../../messages.ts';
import { formatSize } from '../../ui/format.ts';
import { HelpDeskId } from '../../ui/help-desk-id.tsx';
import { FileIcon } from '../../ui/icons.tsx';
import { Untrusted } from '../../ui/untrusted.tsx';
import { visibleText } from '../../ui/visible-text.ts';
import type { ChosenFile } from './chosen-file.ts';
import { problemOfFile } from './problem-of-file.ts';
import { ZipContents } from './zip-contents.tsx';

interface FileListProps {
  files: readonly ChosenFile[];
  onRemove: (id: string) => void;
}

/** What was brought, and what each file is. */
export function FileList({ files, onRemove }: FileListProps) {
  return (
    <ul class="files" aria-label={t('import_files')} aria-live="polite">
      {files.map((file) => {
        const problem = file.problem && problemOfFile(file.problem);
        return (
          <li key={file.id} data-field="file" data-kind={file.identity?.kind}>
            <FileIcon />
            <div>
              <p class="file-kind">{problem ? problem.text : whatItIs(file.identity)}</p>
              <p class="hint">
                <Untrusted text={file.name} /> ·{' '}
                <span class="file-size">{formatSize(file.size)}</span>
              </p>
              {file.identity?.contents && <ZipContents {...file.identity} />}
              {problem && <HelpDeskId id={problem.id} detail={problem.detail} />}
            </div>
            <button
              type="button"
              class="plain"
              aria-label={t('import_remove_file', visibleText(file.name))}
              onClick={() => onRemove(file.id)}
            >
              {t('remove_confirm')}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function whatItIs(identity: IdentifiedFile | undefined): string {
  if (!identity) return t('import_reading');
  const { kind, format, damaged } = identity;
  if (damaged) return t(kind === 'zip' ? 'file_zip_cut' : 'file_damaged');
  return t(format ? `file_format_${format}` : `file_kind_${kind}`);
}
