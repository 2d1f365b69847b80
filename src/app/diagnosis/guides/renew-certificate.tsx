import type { VNode } from 'preact';
import { t } from '../../../i18n.ts';
import { nowBy } from '../../../snapshot.ts';
import { lifeOf } from '../../../ui/life.ts';
import { Guide, type GuideProps } from './guide.tsx';
import { Outside } from './outside.tsx';
import { renewalWay, type RenewalWay } from './renewal-way.ts';

/** Read on 2026-11-22: addresses of the SAT, for the person to open. */
const certifica = 'https://portalsat.plataforma.sat.gob.mx/certifica/';
const satId = 'https://satid.sat.gob.mx/';

const addFiles = () => (
  <>
    {t('guide_renew_add')} <a href="#/certificados">{t('nav_certificados')}</a>
  </>
);

const ways: Record<RenewalWay, () => (string | VNode)[]> = {
  internet: () => [
    <>
      {t('guide_renew_certifica')} <Outside href={certifica}>{t('guide_certifica_link')}</Outside>
    </>,
    t('guide_renew_certisat'),
    addFiles(),
  ],
  video: () => [
    <>
      {t('guide_renew_sat_id')} <Outside href={satId}>{t('guide_sat_id_link')}</Outside>
    </>,
    t('guide_renew_video'),
    addFiles(),
  ],
  office: () => [t('guide_renew_appointment'), t('guide_renew_bring'), addFiles()],
  idse: () => [t('guide_renew_idse'), t('guide_renew_idse_efirma')],
};

/** The way that the date of the e.firma leaves open; without one, all three. */
export function RenewCertificate(props: GuideProps) {
  const { snapshot } = props;
  const { chosen } = snapshot;
  const now = nowBy(snapshot);
  if (chosen) {
    return (
      <Guide {...props} steps={ways[renewalWay(chosen, now)]()}>
        <p>
          <strong>{lifeOf(chosen, now).words}</strong>
        </p>
      </Guide>
    );
  }
  return <Guide {...props} steps={[<AllWays key="ways" />, addFiles()]} />;
}

function AllWays() {
  return (
    <>
      {t('guide_renew_choose')}
      <ul class="repair-terms">
        <li>{t('guide_renew_if_valid')}</li>
        <li>{t('guide_renew_if_recent')}</li>
        <li>{t('guide_renew_if_old')}</li>
      </ul>
    </>
  );
}
