import type { CauseId } from '../../diagnosis/index.ts';
import { t } from '../../i18n.ts';

/** Layers of causes that end where the files are brought. */
const layers: ReadonlySet<string> = new Set(['cred', 'key', 'pfx', 'pwd']);

/** Whether bringing the files, or trying them there, is what helps. */
export function endsAtCertificates(cause: CauseId): boolean {
  return layers.has(cause.replace(/\..*$/, ''));
}

/** The way to where files are brought and tried. */
export function CertificatesLink() {
  return (
    <a class="button primary" href="#/certificados" data-action="certificates">
      {t('diagnosis_open_certificates')}
    </a>
  );
}
