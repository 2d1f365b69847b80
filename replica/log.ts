import type { Clock } from './clock.ts';
import type { Faults } from './faults.ts';

/** What happened at the replica. Everything that a test or the tour needs to know is here. */
export type Happening =
  | { kind: 'page'; path: string }
  | { kind: 'not-found'; path: string }
  /** A fault answered in the place of the portal. */
  | { kind: 'fault'; fault: keyof Faults; path: string }
  | { kind: 'nonce-issued'; nonce: string }
  | {
      kind: 'signed-in';
      via: 'bridge';
      rfc: string;
      token: string;
      nonce: string;
      /** The page had been told `interrupted` and asked once more by itself. */
      askedAgain: boolean;
    }
  | { kind: 'signed-in'; via: 'fill'; rfc: string; folio: string }
  /** By the portal's own protocol; the page itself speaks it too when its form is filled. */
  | { kind: 'signed-in'; via: 'idse-cms' | 'sat-token'; rfc: string; challenge: string }
  /** Every field of a form that a portal takes, exactly as it came, before it is judged. */
  | { kind: 'received'; path: string; fields: Record<string, string> }
  /** The widget signed a text; `firma` is base64. */
  | { kind: 'signed'; rfc: string; folio: string; cadena: string; firma: string }
  /** A procedure took what was signed. */
  | { kind: 'signature-accepted'; rfc: string; folio: string }
  | { kind: 'pair-accepted'; rfc: string; folio: string }
  /** `widget`: .cer, .key and password. `fill`: a folio. `bridge`: a token, if one came. */
  | { kind: 'refused'; via: Exclude<Way, 'bridge'>; code: string; sentence: string }
  | { kind: 'refused'; via: 'bridge'; code: string; sentence: string; token?: string }
  /** What one page has heard since it was loaded, the widget's own messages left out. */
  | { kind: 'foreign-message'; path: string; count: number };

type Way = 'bridge' | 'widget' | 'fill' | 'idse-cms' | 'sat-token' | 'signature';

/** `at` is ISO 8601 UTC by the replica's clock. */
export type ReplicaEvent = Happening & { at: string; host: string };

export type Recorder = (host: string, happening: Happening) => void;

/** An append-only list of events; each is also told to `tell` as one Spanish line. */
export function startLog(
  clock: Clock,
  tell: (line: string) => void = () => undefined,
): { events: ReplicaEvent[]; record: Recorder } {
  const events: ReplicaEvent[] = [];
  return {
    events,
    record(host, happening) {
      const at = clock().toISOString();
      events.push({ ...happening, at, host });
      tell(`${at.slice(11, 19)} ${host}: ${sentenceOf(happening)}`);
    },
  };
}

const ways = {
  bridge: 'por la API de la página',
  fill: 'con el formulario del portal',
  'idse-cms': 'con la firma que pide IDSE',
  'sat-token': 'con el token que pide el SAT',
};
const refused: Record<Way, string> = {
  bridge: 'No aceptó el token',
  widget: 'No aceptó los archivos',
  fill: 'No abrió la sesión',
  'idse-cms': 'No aceptó la entrada a IDSE',
  'sat-token': 'No aceptó el token del SAT',
  signature: 'No aceptó la firma',
};

function sentenceOf(happening: Happening): string {
  switch (happening.kind) {
    case 'page':
      return `Mostró ${happening.path}.`;
    case 'not-found':
      return `Le pidieron ${happening.path}, que no existe aquí.`;
    case 'fault':
      return `Falló a propósito en ${happening.path} (${happening.fault}).`;
    case 'nonce-issued':
      return 'Dio un reto de un solo uso.';
    case 'signed-in':
      return `Entró ${happening.rfc} ${ways[happening.via]}.`;
    case 'received':
      return `Le llegó ${happening.path}: ${Object.keys(happening.fields).join(', ')}.`;
    case 'signed':
      return `Firmó ${happening.rfc}, folio ${happening.folio}.`;
    case 'signature-accepted':
      return `Aceptó lo que firmó ${happening.rfc}, folio ${happening.folio}.`;
    case 'pair-accepted':
      return `El certificado y la clave privada de ${happening.rfc} son correctos.`;
    case 'refused':
      return `${refused[happening.via]}: ${happening.sentence}`;
    case 'foreign-message':
      return `Mensajes que oyó su página y no eran para ella: ${happening.count}.`;
  }
}
