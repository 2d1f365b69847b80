/** What travels of signing in to portals as they are. Dates are ISO 8601, UTC. */
import type { PortalId } from './portals/index.ts';

/** What a portal asks the widget for: read from the form that its page sent to the frame. */
export interface PortalAsk {
  /** Origin of the page that sent it, by the browser. */
  origin: string;
  /** Empty where what it sent could not be read. */
  operation: string;
  /** The cadena original that it has signed; none when it only identifies. */
  cadena?: string;
  /** The portal takes the e.firma of this RFC alone. */
  rfc?: string;
  /** It names this RFC, and leaves it at that. */
  namedRfc?: string;
  /** Names of what it wants to be given back (`salida`), as it wrote them. */
  wants: string[];
  folio?: string;
  /** What is there and can not be shown, or not whole. */
  unread?: ('all' | 'cadena' | 'wants')[];
  /** The page in the tab has another origin than the one that sent it. */
  isForeign?: true;
}

/** What will be put where, judged just before the person approves. */
export interface FillPlan {
  portal: PortalId;
  purpose: 'enter' | 'sign';
  tabId: number;
  /** The page in the tab. */
  pageOrigin: string;
  /** The document that takes the files: a frame of the page, or the page itself. */
  formOrigin: string;
  documentId: string;
  /** Names the form's elements in its document, so that another in their place is noticed. */
  formId: string;
  verified: boolean;
  /** The form asks for these too. */
  asks: { rfc: boolean; user: boolean };
  /** The person switched on that the form is sent for them at this portal. */
  submits: boolean;
  ask?: PortalAsk;
}

/** How the forms of a page are made. */
export interface PageForms {
  text: string;
  /** The IMSS's widget is in a frame of it, or is the page itself. */
  hasWidget: boolean;
}

/** The person's yes to a plan. */
export interface FillRequest {
  plan: FillPlan;
  credentialId: string;
  /** What opens the vault: the original files are unlocked for this once. */
  password: string;
  /** The user name at IDSE, where it is not kept. */
  user?: string;
}

/**
 * What the page did with what it was given. `ready`: it lets the form be sent. `refused`: it shows
 * an error. `silent`: neither, within a few seconds. `sent`: the form was sent for the person.
 */
export interface FillResult {
  page: 'ready' | 'refused' | 'silent' | 'sent';
  /** Its own words, redacted, cut to 300 characters. */
  says?: string;
}

/** What would be signed and sent in the portal's own protocol, read from its page. */
export interface NativePlan {
  portal: PortalId;
  tabId: number;
  pageOrigin: string;
  documentId: string;
  verified: boolean;
  /** The value of the portal, whole: nothing else is signed. */
  challenge: string;
  /** It is sent with a user name and a password of the portal's own. */
  asksAccount: boolean;
}

export interface NativeRequest {
  plan: NativePlan;
  credentialId: string;
  /** Opens the vault; needed where it is locked, or where the account at the portal is kept. */
  password?: string;
  /** Typed now: goes before what is kept. */
  account?: { user: string; password: string };
}

/** What the person wrote down for one e.firma. All of it is optional, nothing of it is secret. */
export interface Account {
  curp?: string;
  nss?: string;
  registrosPatronales?: string[];
  email?: string;
  /** Since when it is registered where. */
  registrations?: { portal: PortalId; since: string }[];
}

export interface AccountView {
  account: Account;
  /** A user name and password of IDSE are kept, enciphered. */
  hasIdse: boolean;
  /** Their check digit is wrong: likely a slip, stands in nobody's way. */
  doubtful: ('curp' | 'nss')[];
}

export interface AccountChange {
  id: string;
  account: Account;
  /** Left out: as it was. `null`: it is forgotten. Either needs the password of the vault. */
  idse?: { user: string; password: string } | null;
  password?: string;
}

/** Whose session is open at a host, as far as it was opened from here. */
export interface ActiveClient {
  host: string;
  portal: PortalId;
  credentialId: string;
  rfc: string;
  legalName: string;
  since: string;
  /** Cookies of a whole domain may hold it: closing it ends it at other hosts of the site too. */
  isShared?: true;
}

/** That the session of the client at the host of a tab is to end, as the person was told of it. */
export interface LeaveRequest extends Pick<ActiveClient, 'host' | 'isShared'> {
  tabId: number;
}

/** What a portal gave back after something was signed. */
export interface Acuse {
  id: string;
  at: string;
  portal: PortalId;
  origin: string;
  folio?: string;
  /** Where to follow it up: only https addresses of the IMSS. */
  link?: string;
  serialNumber?: string;
  cadena?: string;
  /** It came after the person had us fill the form; any other was merely told by the page. */
  approved?: true;
}
