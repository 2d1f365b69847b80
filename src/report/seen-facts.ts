/** What of the facts behind a diagnosis a report may need: kept with it, in the browser's memory. */
import { known, type Facts } from '../diagnosis/index.ts';
import { redactedRfc } from './masked.ts';

export interface SeenFacts {
  page?: {
    net?: string;
    http?: number;
    ttfb?: number;
    widgetNet?: string;
    widgetHttp?: number;
  };
  texts: { text: string; class?: string; told?: true }[];
  network?: Extract<NonNullable<Facts['network']>, { online: boolean }>;
  /** Its RFC without the date. */
  credential?: Omit<Extract<NonNullable<Facts['credential']>, { rfc: string }>, 'registeredAt'>;
  extensions?: { name: string }[];
}

/** Picks what a report may need. Whatever else was seen stays out of it. */
export function seenFacts(facts: Facts): SeenFacts {
  const page = known(facts.page);
  const network = known(facts.network);
  const credential = known(facts.credential);
  const extensions = known(facts.extensions);
  const asked = known(facts.asked);
  return {
    ...(page && { page: timingsOf(page) }),
    texts: [
      ...(page?.texts ?? []),
      ...(asked?.text === undefined
        ? []
        : [{ text: asked.text, ...(asked.class && { class: asked.class }), told: true as const }]),
    ],
    ...(network && { network }),
    ...(credential && { credential: masked(credential) }),
    ...(extensions && { extensions: extensions.others.map(({ name }) => ({ name })) }),
  };
}

type KnownPage = Extract<NonNullable<Facts['page']>, { portal: string }>;

function timingsOf({ net, http, ttfb, widgetNet, widgetHttp }: KnownPage): SeenFacts['page'] & {} {
  return {
    ...(net !== undefined && { net }),
    ...(http !== undefined && { http }),
    ...(ttfb !== undefined && { ttfb }),
    ...(widgetNet !== undefined && { widgetNet }),
    ...(widgetHttp !== undefined && { widgetHttp }),
  };
}

function masked(credential: NonNullable<SeenFacts['credential']>): SeenFacts['credential'] & {} {
  const { rfc, kind, notBefore, notAfter, issuer, superseded, weak } = credential;
  return {
    rfc: redactedRfc(rfc),
    kind,
    notBefore,
    notAfter,
    issuer,
    superseded,
    ...(weak && { weak }),
  };
}
