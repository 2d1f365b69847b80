import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Reply, Route } from './exchange.ts';

export interface Pages {
  /** A page by file name, its `{{words}}` replaced by escaped text. */
  page(file: string, words?: Record<string, string>, status?: number): Reply;
  /** A file as it is. */
  text(file: string): string;
  /** Scripts and the style sheet, at every host. */
  routes: Route[];
}

const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' };

/**
 * Pages run only their own scripts and may embed only the widget. The widget may be framed by
 * anybody: what the real one says is not known, and a stranger's frame around it is
 * what the extension must see through.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  "img-src 'self' data:",
  "frame-src 'self' https://firmadigitalssl.imss.gob.mx",
  "base-uri 'none'",
  "object-src 'none'",
].join('; ');

/** Reads the pages of the replica into memory. */
export function readPages(): Pages {
  const folder = join(dirname(fileURLToPath(import.meta.url)), 'pages');
  const files = new Map(
    readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
  const text = (file: string): string => files.get(file)!;
  return {
    text,
    page(file, words = {}, status = 200) {
      const body = text(file).replaceAll(/\{\{(\w+)\}\}/g, (_, word: string) =>
        escaped(words[word] ?? ''),
      );
      return {
        status,
        type: 'text/html',
        body,
        headers: { 'content-security-policy': contentSecurityPolicy },
      };
    },
    routes: [
      ...[...files].flatMap(([file, body]): Route[] => {
        const type = types[extname(file)];
        return type ? [resource(file, () => ({ status: 200, type, body }))] : [];
      }),
      resource('forge.min.js', forge),
    ],
  };
}

function resource(file: string, handle: () => Reply): Route {
  return { host: '*', method: 'GET', path: `/replica/recursos/${file}`, handle };
}

/** What the pages sign with: node-forge, which shares no line with what the extension signs with. */
function forge(): Reply {
  const path = createRequire(import.meta.url).resolve('node-forge/dist/forge.min.js');
  return { status: 200, type: 'text/javascript', body: readFileSync(path) };
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
