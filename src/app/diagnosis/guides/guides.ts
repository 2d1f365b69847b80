import type { ComponentType } from 'preact';
import type { RepairId } from '../../../diagnosis/index.ts';
import {
  AskForAccess,
  CheckSatAccount,
  EnableMailbox,
  LinkRepresentative,
  RecoverIdseAccess,
  RegisterAccount,
  RestartIdseRequest,
  UpdateAccount,
} from './account-guides.ts';
import { AskAboutCertificate, PlaceFiles, ReplaceCertificate } from './certificate-guides.ts';
import { ChooseCertificate } from './choose-certificate.tsx';
import { MatchDetails } from './match-details.tsx';
import { ReinstallCertificate } from './reinstall-certificate.tsx';
import { RenewCertificate } from './renew-certificate.tsx';
import { SetClock } from './set-clock.tsx';
import { TypePassword } from './type-password.tsx';
import { UpdateBrowser } from './update-browser.tsx';
import { WaitAWhile } from './wait-a-while.tsx';
import { AllowDownloads } from './allow-downloads.tsx';
import { AnswerCaptcha } from './answer-captcha.tsx';
import { AskNetwork } from './ask-network.tsx';
import { CheckAntivirus } from './check-antivirus.tsx';
import { CheckConnection } from './check-connection.tsx';
import { CheckDns } from './check-dns.tsx';
import { CheckProxy } from './check-proxy.tsx';
import { JoinWifi } from './join-wifi.tsx';
import { LeavePage } from './leave-page.tsx';
import { TellInstitute } from './tell-institute.tsx';
import { TurnOffTranslation } from './turn-off-translation.tsx';
import { TurnOffVpn } from './turn-off-vpn.tsx';
import { UpdateSystem } from './update-system.tsx';
import { UseNewProfile } from './use-new-profile.tsx';
import { UseSupportedBrowser } from './use-supported-browser.tsx';
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
  'choose-certificate': ChooseCertificate,
  'reinstall-certificate': ReinstallCertificate,
  'replace-certificate': ReplaceCertificate,
  'ask-about-certificate': AskAboutCertificate,
  'place-files': PlaceFiles,
  'type-password': TypePassword,
  'update-account': UpdateAccount,
  'register-account': RegisterAccount,
  'enable-mailbox': EnableMailbox,
  'recover-idse-access': RecoverIdseAccess,
  'restart-idse-request': RestartIdseRequest,
  'ask-for-access': AskForAccess,
  'link-representative': LinkRepresentative,
  'check-sat-account': CheckSatAccount,
  'match-details': MatchDetails,
  'check-connection': CheckConnection,
  'join-wifi': JoinWifi,
  'check-dns': CheckDns,
  'turn-off-vpn': TurnOffVpn,
  'check-proxy': CheckProxy,
  'ask-network': AskNetwork,
  'check-antivirus': CheckAntivirus,
  'update-system': UpdateSystem,
  'use-supported-browser': UseSupportedBrowser,
  'use-new-profile': UseNewProfile,
  'turn-off-translation': TurnOffTranslation,
  'answer-captcha': AnswerCaptcha,
  'leave-page': LeavePage,
  'allow-downloads': AllowDownloads,
  'tell-institute': TellInstitute,
};
