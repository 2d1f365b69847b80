import { t, type MessageKey } from '../../../i18n.ts';
import { Guide, type GuideProps } from './guide.tsx';

interface WithPlatform {
  userAgentData?: { platform: string };
}

const platforms: Record<string, MessageKey> = {
  Windows: 'guide_clock_windows',
  macOS: 'guide_clock_mac',
  Linux: 'guide_clock_linux',
  'Chrome OS': 'guide_clock_chrome_os',
};

/** Where each system keeps its clock. */
export function SetClock(props: GuideProps) {
  const { userAgentData } = navigator as Navigator & WithPlatform;
  const where = platforms[userAgentData?.platform ?? ''] ?? 'guide_clock_other';
  return (
    <Guide {...props} steps={[t(where), t('guide_clock_automatic'), t('guide_clock_return')]} />
  );
}
