import { t } from '../../../i18n.ts';
import { Guide, type GuideProps } from './guide.tsx';
import { Pictured } from './pictured.tsx';
import { Captcha } from './pictures/captcha.tsx';

/** The test is for people: nobody else passes it. */
export function AnswerCaptcha(props: GuideProps) {
  return (
    <Guide
      {...props}
      isWorkedIn
      steps={[
        <Pictured key="picture" picture={<Captcha />}>
          {t('guide_captcha_answer')}
        </Pictured>,
        t('guide_captcha_listen'),
        t('guide_captcha_missing'),
        t('guide_captcha_once'),
      ]}
    />
  );
}
