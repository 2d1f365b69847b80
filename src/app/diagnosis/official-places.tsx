import { t } from '../../i18n.ts';
import { addressOf, portals } from '../../portals/index.ts';
import { Origin } from '../../ui/origin.tsx';
import { portalName } from '../../ui/portal-name.ts';

/** Nobody knows the SAT's hosts apart: one stands for them. */
const places = portals.filter(
  ({ id, purpose, replicaOnly, isOptional }) =>
    purpose === 'enter' && !replicaOnly && (!isOptional || id === 'sat-portal'),
);

/** Where people enter for real, for somebody who was led to a page that is none of these. */
export function OfficialPlaces() {
  return (
    <section class="official-places" data-field="official-places">
      <h3>{t('diagnosis_official_places')}</h3>
      <ul>
        {places.map((portal) => (
          <li key={portal.id}>
            <a href={addressOf(portal)} target="_blank" rel="noreferrer">
              {portal.id === 'sat-portal' ? t('question_portal_sat') : portalName(portal.id)}
            </a>{' '}
            <Origin origin={`https://${portal.host}`} />
          </li>
        ))}
      </ul>
    </section>
  );
}
