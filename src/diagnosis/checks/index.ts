import antivirusOrVpn from './antivirus-or-vpn.ts';
import blockedCookies from './blocked-cookies.ts';
import blockedResource from './blocked-resource.ts';
import blockedScripts from './blocked-scripts.ts';
import blockedWindows from './blocked-windows.ts';
import certificateOfAnotherKind from './certificate-of-another-kind.ts';
import closedDialog from './closed-dialog.ts';
import conflictingExtension from './conflicting-extension.ts';
import deadConnection from './dead-connection.ts';
import duplicateTabs from './duplicate-tabs.ts';
import expiredCertificate from './expired-certificate.ts';
import expiringCertificate from './expiring-certificate.ts';
import foreignMessage from './foreign-message.ts';
import hungSession from './hung-session.ts';
import javaPage from './java-page.ts';
import missingBrowserFeature from './missing-browser-feature.ts';
import notYetValidCertificate from './not-yet-valid-certificate.ts';
import officialAddress from './official-address.ts';
import outdatedBrowser from './outdated-browser.ts';
import otherAuthority from './other-authority.ts';
import oversizedCookies from './oversized-cookies.ts';
import pageBeforeUs from './page-before-us.ts';
import pausedExtension from './paused-extension.ts';
import portalRefusal from './portal-refusal.ts';
import recentRegistration from './recent-registration.ts';
import repeatedRefusals from './repeated-refusals.ts';
import skewedClock from './skewed-clock.ts';
import spoofedBrowser from './spoofed-browser.ts';
import staleCache from './stale-cache.ts';
import staleServiceWorker from './stale-service-worker.ts';
import supersededCertificate from './superseded-certificate.ts';
import thirdPartyCookies from './third-party-cookies.ts';
import translatedPage from './translated-page.ts';
import uncheckedRevocation from './unchecked-revocation.ts';
import unknownEfirma from './unknown-efirma.ts';
import unknownIssuer from './unknown-issuer.ts';
import unreachablePortal from './unreachable-portal.ts';
import unreachableWidget from './unreachable-widget.ts';
import unsupportedBrowser from './unsupported-browser.ts';
import unsupportedSystem from './unsupported-system.ts';
import withheldSiteAccess from './withheld-site-access.ts';

export { checkGroups, type CheckGroup } from './check.ts';

/** Every check, in the order in which a person sees them. */
export const checks = [
  expiredCertificate,
  notYetValidCertificate,
  expiringCertificate,
  certificateOfAnotherKind,
  supersededCertificate,
  unknownIssuer,
  uncheckedRevocation,
  unsupportedBrowser,
  outdatedBrowser,
  spoofedBrowser,
  missingBrowserFeature,
  blockedScripts,
  blockedCookies,
  blockedWindows,
  thirdPartyCookies,
  translatedPage,
  javaPage,
  unsupportedSystem,
  withheldSiteAccess,
  pageBeforeUs,
  staleCache,
  staleServiceWorker,
  hungSession,
  oversizedCookies,
  duplicateTabs,
  conflictingExtension,
  blockedResource,
  foreignMessage,
  pausedExtension,
  skewedClock,
  antivirusOrVpn,
  deadConnection,
  otherAuthority,
  unreachablePortal,
  unreachableWidget,
  portalRefusal,
  closedDialog,
  officialAddress,
  unknownEfirma,
  repeatedRefusals,
  recentRegistration,
] as const;

export type CheckId = (typeof checks)[number]['id'];
