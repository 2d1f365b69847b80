import { t } from '../../i18n.ts';
import type { Acuse } from '../../messages.ts';
import { Cadena } from '../../ui/cadena.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { Origin } from '../../ui/origin.tsx';
import { portalName } from '../../ui/portal-name.ts';
import { Untrusted } from '../../ui/untrusted.tsx';
import { visibleText } from '../../ui/visible-text.ts';
import { CopyFolio } from './copy-folio.tsx';

/** One of them: when, where, under which folio, and what was signed. */
export function AcuseItem({ acuse, onRemove }: { acuse: Acuse; onRemove: () => void }) {
  const { at, portal, origin, folio, link, serialNumber, cadena, approved } = acuse;
  const named = folio === undefined ? t('ask_acuses_no_folio') : visibleText(folio);
  return (
    <li class="panel acuse" data-field="acuse">
      <div>
        <h3>{portalName(portal) || visibleText(origin)}</h3>
        <p class="hint">
          <time dateTime={at}>{formatDateTime(new Date(at))}</time> · <Origin origin={origin} />
        </p>
        <p class="hint" data-field="acuse-basis">
          {approved ? t('ask_acuses_approved') : t('ask_acuses_told')}
        </p>
      </div>
      <dl>
        {folio !== undefined && (
          <div>
            <dt>{t('ask_folio')}</dt>
            <dd>
              <CopyFolio folio={folio} />
            </dd>
          </div>
        )}
        {serialNumber !== undefined && (
          <div>
            <dt>{t('ask_acuses_serial')}</dt>
            <dd class="acuse-code">
              <Untrusted text={serialNumber} />
            </dd>
          </div>
        )}
      </dl>
      {cadena !== undefined && (
        <details>
          <summary>{t('ask_acuses_cadena')}</summary>
          <Cadena text={cadena} />
        </details>
      )}
      <div class="acuse-actions">
        {link !== undefined && (
          <a
            class="button"
            href={link}
            target="_blank"
            rel="noreferrer"
            aria-label={t('ask_acuses_follow_which', named)}
          >
            {t('ask_acuses_follow')}
          </a>
        )}
        <button
          type="button"
          class="plain"
          data-action="remove-acuse"
          aria-label={t('ask_acuses_remove_which', named)}
          onClick={onRemove}
        >
          {t('ask_acuses_remove')}
        </button>
      </div>
    </li>
  );
}
