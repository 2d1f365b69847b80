import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../../i18n.ts';
import { nowBy } from '../../../snapshot.ts';
import { lifeOf } from '../../../ui/life.ts';
import { Guide, type GuideProps } from './guide.tsx';
import { Outside } from './outside.tsx';
import { renewalWay, type RenewalWay } from './renewal-way.ts';

/** Read on 2026-11-22: addresses of the SAT, for the person to open. */
const certifica = 'https://portalsat.plataforma.sat.gob.mx/certifica/';
const satId = 'https://satid.sat.gob.mx/';

const ways: Record<RenewalWay, () => (string | VNode)[]> = {
  internet: () => [
    <>
      {t('guide_renew_certifica')} <Outside href={certifica}>{t('guide_certifica_link')}</Outside>
    </>,
    t('guide_renew_certisat'),
    t('guide_renew_add_here'),
  ],
  video: () => [
    <>
      {t('guide_renew_sat_id')} <Outside href={satId}>{t('guide_sat_id_link')}</Outside>
    </>,
    t('guide_renew_video'),
    t('guide_renew_add_here'),
  ],
  office: () => [t('guide_renew_appointment'), t('guide_renew_bring'), t('guide_renew_add_here')],
  idse: () => [t('guide_renew_idse'), t('guide_renew_idse_efirma')],
};

const files = 'guide_renew_files';

/** The way that the date of the e.firma leaves open; without one, all three. */
export function RenewCertificate(props: GuideProps) {
  const { snapshot } = props;
  // The one that is being renewed: what is brought here takes its place in the snapshot.
  const [chosen] = useState(snapshot.chosen);
  const now = nowBy(snapshot);
  if (chosen) {
    const way = renewalWay(chosen, now);
    return (
      <Guide {...props} {...(way !== 'idse' && { files })} steps={ways[way]()}>
        <p>
          <strong>{lifeOf(chosen, now).words}</strong>
        </p>
      </Guide>
    );
  }
  const steps = [<AllWays key="ways" />, t('guide_renew_add_here')];
  return <Guide {...props} files={files} steps={steps} />;
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
