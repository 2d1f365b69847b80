import { t } from '../../../i18n.ts';
import type { DiagnosisView } from '../../../messages.ts';
import { sentenceOf } from '../../../ui/diagnosis-text.ts';
import { formatDateTime } from '../../../ui/format.ts';
import { portalName } from '../../../ui/portal-name.ts';
import { Copyable } from './copyable.tsx';
import { Guide, type GuideProps } from './guide.tsx';
import { Letter } from './letter.tsx';
import { Pictured } from './pictured.tsx';
import { Envelope } from './pictures/envelope.tsx';

/** Read on 2026-11-22: the address of the IMSS for questions. */
const address = 'atnder@imss.gob.mx';

/** Nothing in it names the person. */
function letter({ at, portal, causes }: DiagnosisView): string[] {
  const cause = causes.find(({ repair }) => repair === 'tell-institute');
  return [
    t('guide_tell_letter', formatDateTime(new Date(at))),
    ...(portal ? [t('guide_tell_portal', portalName(portal))] : []),
    ...(cause ? [t('guide_tell_cause', sentenceOf(cause.id), cause.id)] : []),
    t('guide_tell_letter_end'),
  ];
}

/** Only the portal can mend it: whom to tell, and in which words. */
export function TellInstitute(props: GuideProps) {
  return (
    <Guide
      {...props}
      steps={[
        t('guide_tell_not_you'),
        t('guide_tell_warning'),
        <>
          {t('guide_tell_call')} <Copyable text={address} />
        </>,
        <Pictured key="picture" picture={<Envelope />}>
          {t('guide_tell_send')}
          <Letter lines={letter(props.view)} />
        </Pictured>,
        t('guide_tell_later'),
      ]}
    />
  );
}
