import { useId } from 'preact/hooks';
import { t } from '../../i18n.ts';
import { portals, type KnownPortal } from '../../portals/index.ts';
import { ownHandsUrl } from '../../ui/own-hands.tsx';
import { portalName } from '../../ui/portal-name.ts';

const withForm = portals.filter(({ forms }) => forms.length > 0);

/** Which form it is about; the address of the screen names it. */
export function PortalChoice({ portal }: { portal: KnownPortal | undefined }) {
  const id = useId();
  return (
    <div class="field hands-portal">
      <label for={id}>{t('hands_portal')}</label>
      <select
        id={id}
        value={portal?.id ?? ''}
        onChange={({ currentTarget }) => {
          const chosen = withForm.find((each) => each.id === currentTarget.value);
          if (chosen) location.href = ownHandsUrl(chosen.id);
        }}
      >
        {!portal && <option value="">{t('hands_portal_none')}</option>}
        {withForm.map((each) => (
          <option key={each.id} value={each.id}>
            {portalName(each.id)}
          </option>
        ))}
      </select>
    </div>
  );
}
