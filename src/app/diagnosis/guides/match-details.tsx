import { t } from '../../../i18n.ts';
import { Copyable } from './copyable.tsx';
import { Guide, type GuideProps } from './guide.tsx';

/** What the e.firma that is in use says, to be copied. */
export function MatchDetails(props: GuideProps) {
  const { chosen } = props.snapshot;
  const details = chosen && (
    <>
      {t('guide_details_of')}
      <ul class="repair-terms">
        <li>
          {t('guide_details_rfc')} <Copyable text={chosen.rfc} />
        </li>
        {chosen.curp && (
          <li>
            {t('guide_details_curp')} <Copyable text={chosen.curp} />
          </li>
        )}
      </ul>
    </>
  );
  return (
    <Guide
      {...props}
      isWorkedIn
      steps={[
        details ?? t('guide_efirma_none'),
        t('guide_details_paste'),
        <>
          {t('guide_details_other')} <a href="#/certificados">{t('nav_certificados')}</a>
        </>,
      ]}
    />
  );
}
