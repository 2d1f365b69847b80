import { t } from '../../../i18n.ts';
import { formatDateTime } from '../../../ui/format.ts';
import { Guide, type GuideProps } from './guide.tsx';

/** Since when it counts, and that a wrong clock makes it look younger. */
export function WaitUntilValid(props: GuideProps) {
  const { chosen } = props.snapshot;
  return (
    <Guide
      {...props}
      steps={[
        chosen
          ? t('guide_wait_until', formatDateTime(new Date(chosen.notBefore)))
          : t('guide_wait'),
        t('guide_wait_clock'),
        t('guide_wait_return'),
      ]}
    />
  );
}
