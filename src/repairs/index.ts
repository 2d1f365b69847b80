import allowCookies from './allow-cookies.ts';
import allowDownloads from './allow-downloads.ts';
import allowJavascript from './allow-javascript.ts';
import allowPopups from './allow-popups.ts';
import answerCaptcha from './answer-captcha.ts';
import askAboutCertificate from './ask-about-certificate.ts';
import askForAccess from './ask-for-access.ts';
import askNetwork from './ask-network.ts';
import checkAntivirus from './check-antivirus.ts';
import checkConnection from './check-connection.ts';
import checkDns from './check-dns.ts';
import checkProxy from './check-proxy.ts';
import checkSatAccount from './check-sat-account.ts';
import chooseCertificate from './choose-certificate.ts';
import clearImssCookies from './clear-imss-cookies.ts';
import clearSessionCookies from './clear-session-cookies.ts';
import clearSiteCache from './clear-site-cache.ts';
import clearSiteStorage from './clear-site-storage.ts';
import closeDuplicateTabs from './close-duplicate-tabs.ts';
import enableMailbox from './enable-mailbox.ts';
import grantAccess from './grant-access.ts';
import joinWifi from './join-wifi.ts';
import leavePage from './leave-page.ts';
import linkRepresentative from './link-representative.ts';
import matchDetails from './match-details.ts';
import openOfficialPage from './open-official-page.ts';
import pauseExtensions from './pause-extensions.ts';
import placeFiles from './place-files.ts';
import recoverIdseAccess from './recover-idse-access.ts';
import registerAccount from './register-account.ts';
import reinstallCertificate from './reinstall-certificate.ts';
import reloadPage from './reload-page.ts';
import reloadWithoutCache from './reload-without-cache.ts';
import renewCertificate from './renew-certificate.ts';
import type { Repair } from './repair.ts';
import replaceCertificate from './replace-certificate.ts';
import restartIdseRequest from './restart-idse-request.ts';
import setClock from './set-clock.ts';
import tellInstitute from './tell-institute.ts';
import turnOffTranslation from './turn-off-translation.ts';
import turnOffVpn from './turn-off-vpn.ts';
import typePassword from './type-password.ts';
import updateAccount from './update-account.ts';
import updateBrowser from './update-browser.ts';
import updateSystem from './update-system.ts';
import useNewProfile from './use-new-profile.ts';
import useSupportedBrowser from './use-supported-browser.ts';
import waitAWhile from './wait-a-while.ts';
import waitUntilValid from './wait-until-valid.ts';
import watchPortal from './watch-portal.ts';

export { default as clearSessionCookies, closeSession } from './clear-session-cookies.ts';
export { judgeCure, type Cure, type MadeRepair } from './judge-cure.ts';
export { nextRung } from './next-rung.ts';
export { openSignInPage } from './load-page.ts';
export { reaches } from './reaches.ts';
export type { AutomaticRepair, Repair, RepairContext, RunContext } from './repair.ts';

/** Every repair; those of site data first, the gentlest before the harsher. */
export const repairs: readonly Repair[] = [
  reloadWithoutCache,
  clearSiteCache,
  clearSessionCookies,
  clearSiteStorage,
  clearImssCookies,
  pauseExtensions,
  reloadPage,
  openOfficialPage,
  closeDuplicateTabs,
  allowPopups,
  allowCookies,
  allowJavascript,
  grantAccess,
  updateBrowser,
  renewCertificate,
  waitUntilValid,
  setClock,
  watchPortal,
  waitAWhile,
  chooseCertificate,
  reinstallCertificate,
  replaceCertificate,
  askAboutCertificate,
  placeFiles,
  typePassword,
  updateAccount,
  registerAccount,
  enableMailbox,
  recoverIdseAccess,
  restartIdseRequest,
  askForAccess,
  linkRepresentative,
  checkSatAccount,
  matchDetails,
  checkConnection,
  joinWifi,
  checkDns,
  turnOffVpn,
  checkProxy,
  askNetwork,
  checkAntivirus,
  updateSystem,
  useSupportedBrowser,
  useNewProfile,
  turnOffTranslation,
  answerCaptcha,
  leavePage,
  allowDownloads,
  tellInstitute,
];
