import { decodeIdn } from './decode-idn.ts';
import { hostSkeleton } from './host-skeleton.ts';

/**
 * What the names of these sites and of their sign-in pages are made of. Whoever writes about them,
 * teaches them, or works with them has a word more in the name: `cursosimssidse`, `sindicatoimss`.
 */
const ownWords = [
  ...['imss', 'imms', 'imsss', 'sat', 'siat', 'idse', 'buzon', 'tributario', 'escritorio'],
  ...['virtual', 'servicios', 'digitales', 'digital', 'firma', 'efirma', 'electronica', 'ssl'],
  ...['acceso', 'login', 'ingreso', 'ingresar', 'entrar', 'iniciar', 'inicio', 'sesion', 'portal'],
  ...['gob', 'gobierno', 'mx', 'mexico', 'oficial', 'www', 'web', 'app', 'online', 'linea'],
  // The institute's whole name, and what such pages are said to be for.
  ...['seguro', 'social', 'validar', 'verificar', 'renovar', 'actualizar', 'patrones'],
  ...['en', 'de', 'del', 'el', 'al', 'mi'],
];

/** A name that says whose it is, and that one signs in there. */
const claims = [
  {
    whose: ['imss', 'imms', 'imsss'],
    what: [
      ...['idse', 'buzon', 'firmadigital', 'serviciosdigitales', 'escritoriovirtual', 'efirma'],
      ...['acceso', 'login', 'ingres', 'entrar', 'sesion', 'gob'],
    ],
  },
  // Satellites are called so, too, and an examination.
  { whose: ['sat'], what: ['gob', 'efirma', 'buzontributario', 'siat'] },
];

const oneOf = (words: readonly string[]): string => words.map(hostSkeleton).join('|');

const isOwn = new RegExp(`^(?:${oneOf(ownWords)})+$`);
const claimed = claims.map(({ whose, what }) => [
  new RegExp(oneOf(whose)),
  new RegExp(oneOf(what)),
]);

/** What stands behind a name that anybody may choose: an ending, or where anybody puts up pages. */
const ending =
  /\.(?:(?:com|net|org|edu|co|gob)\.[a-z]{2}|(?:netlify|web|vercel)\.app|(?:pages|workers)\.dev|github\.io|(?:firebaseapp|onrender|herokuapp)\.com|[^.]+)$/;

/**
 * Whether a name says that it is a sign-in page of the IMSS or of the SAT, and nothing else:
 * `firmadigitalimss.mx`, `imss-idse.example`; never `imss.example` alone.
 * @param host as `URL` gives it, of none of their sites
 */
export function namesPortal(host: string): boolean {
  const name = decodeIdn(host).replace(ending, '').replaceAll(/[-.]/g, '');
  // A figure stands for a letter, or for a number.
  return [name, name.replaceAll(/\d/g, '')].map(hostSkeleton).some(isClaim);
}

function isClaim(name: string): boolean {
  return isOwn.test(name) && claimed.some((parts) => parts.every((part) => part.test(name)));
}
