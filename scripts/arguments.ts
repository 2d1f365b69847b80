/** What `npm start --` takes. */
import { parseArgs } from 'node:util';

export interface StartArguments {
  headless: boolean;
  /** An e.firma of one's own, instead of one made for the occasion. */
  credential?: { cerPath: string; keyPath: string; password: string };
  now?: Date;
  /** Where screenshots and `tour.json` go. */
  out?: string;
  profile?: string;
}

const usage =
  'Uso: npm start -- [--headless] [--cer ARCHIVO --key ARCHIVO --password CONTRASEÑA] ' +
  '[--now FECHA ISO] [--out CARPETA] [--profile CARPETA]';

export class UsageError extends Error {
  override name = 'UsageError';
}

/** @throws UsageError one Spanish sentence that says what is wrong, and the usage */
export function parseStartArguments(args: readonly string[]): StartArguments {
  const { headless = false, cer, key, password, now, out, profile } = read(args);
  const given = [cer, key, password].filter((value) => value !== undefined);
  if (given.length > 0 && given.length < 3) {
    throw new UsageError(`--cer, --key y --password van juntos. ${usage}`);
  }
  const date = now === undefined ? undefined : dateOf(now);
  return {
    headless,
    ...(cer !== undefined &&
      key !== undefined &&
      password !== undefined && { credential: { cerPath: cer, keyPath: key, password } }),
    ...(date && { now: date }),
    ...(out !== undefined && { out }),
    ...(profile !== undefined && { profile }),
  };
}

/** A date, or a date and time with its zone (ISO 8601): nothing that depends on this machine's. */
function dateOf(text: string): Date {
  const form = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;
  const day = form.exec(text)?.[1];
  const date = new Date(text);
  const exists =
    day !== undefined &&
    !Number.isNaN(date.getTime()) &&
    new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
  if (!exists)
    throw new UsageError(`«${text}» no es una fecha como 2026-11-22T12:00:00Z. ${usage}`);
  return date;
}

function read(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        headless: { type: 'boolean' },
        cer: { type: 'string' },
        key: { type: 'string' },
        password: { type: 'string' },
        now: { type: 'string' },
        out: { type: 'string' },
        profile: { type: 'string' },
      },
    }).values;
  } catch (cause) {
    throw new UsageError(`No se entiende «${args.join(' ')}». ${usage}`, { cause });
  }
}
