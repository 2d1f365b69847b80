import type { Evidence } from '../evidence.ts';
import type {
  DocumentFacts,
  PageFacts,
  PlaceFacts,
  SettingsFacts,
  SiteSettingsFacts,
} from '../facts.ts';

interface Seen {
  page: PageFacts | undefined;
  place: PlaceFacts | undefined;
  document: DocumentFacts | undefined;
  settings: SettingsFacts | undefined;
  siteSettings: SiteSettingsFacts | undefined;
}

/** What the browser makes of the portal: its address, its page, and what it may do there. */
export function browserSignals({ page, place, document, settings, siteSettings }: Seen): Evidence {
  const ownAccess = accessOf(settings, document);
  return {
    ...(place && addressSignals(place, page)),
    ...(siteSettings && settingsSignals(siteSettings)),
    ...(document && documentSignals(document, page)),
    ...(ownAccess && { ownAccess }),
  };
}

function accessOf(
  settings: SettingsFacts | undefined,
  document: DocumentFacts | undefined,
): Evidence['ownAccess'] {
  return document?.watched === false ? 'invalidated' : settings?.ownAccess;
}

/** What was seen of an attempt is about a portal, whatever its tab shows by now. */
function addressSignals({ scheme, host, asksFor }: PlaceFacts, page?: PageFacts): Evidence {
  if (host === 'lookalike') return { host: 'lookalike' };
  if (host === 'portal') return { scheme, host: 'ok' };
  // Of the same site, with nothing to sign in with; or of nobody known, and it wants the e.firma.
  const isElsewhere = asksFor === (host === 'official' ? 'nothing' : 'files');
  return isElsewhere && !page ? { host: 'other' } : {};
}

/** That windows are stopped is usual: only that they are let through says something. */
function settingsSignals({ scripts, cookies, popups }: SiteSettingsFacts): Evidence {
  return { js: scripts, cookies, ...(popups === 'allow' && { windowOpenNull: false }) };
}

/** A form that is there needs no Java, whatever else is. */
function documentSignals(
  { scripts, cookieProbe, translated, applet }: DocumentFacts,
  page: PageFacts | undefined,
): Evidence {
  return {
    js: scripts,
    cookieProbe,
    translated,
    applet: applet && page?.form !== 'found',
  };
}
