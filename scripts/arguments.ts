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
  const date = now === undefined ? undefined : new Date(now);
  if (date && (Number.isNaN(date.getTime()) || !/^\d{4}-\d{2}-\d{2}/.test(now ?? ''))) {
    throw new UsageError(`«${now}» no es una fecha como 2026-11-22T12:00:00Z. ${usage}`);
  }
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
