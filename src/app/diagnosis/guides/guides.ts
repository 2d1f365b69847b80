import type { ComponentType } from 'preact';
import type { RepairId } from '../../../diagnosis/index.ts';
import { RenewCertificate } from './renew-certificate.tsx';
import { SetClock } from './set-clock.tsx';
import { UpdateBrowser } from './update-browser.tsx';
import { WaitAWhile } from './wait-a-while.tsx';
import { WaitUntilValid } from './wait-until-valid.tsx';
import { WatchPortal } from './watch-portal.tsx';
import type { GuideProps } from './guide.tsx';

/** The repairs that only the person can do, each with its steps. */
export const guides: Partial<Record<RepairId, ComponentType<GuideProps>>> = {
  'update-browser': UpdateBrowser,
  'renew-certificate': RenewCertificate,
  'wait-until-valid': WaitUntilValid,
  'set-clock': SetClock,
  'watch-portal': WatchPortal,
  'wait-a-while': WaitAWhile,
};
