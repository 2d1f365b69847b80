import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  codeOfFile,
  filesUnder,
  mentions,
  ours,
  read,
  readJson,
  section,
  sources,
} from './architecture/tree.ts';

const pure = sources.filter((path) =>
  /^src\/(?:certificate|signature|portals|procedures|diagnosis|help)\//.test(path),
);
/** This folder names what it forbids. */
const written = ours.filter((path) => !path.startsWith('tests/architecture'));

interface Package {
  version: string;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}
const { version, dependencies, devDependencies } = readJson<Package>('package.json');

describe('source files', () => {
  test('have at most 250 lines, 400 where they are tables of tests, or import nothing', () => {
    const limit = (path: string) => (/^tests\/|\.iife\.ts$/.test(path) ? 400 : 250);
    const lines = (path: string) => read(path).split('\n').length - 1;
    expect(ours.filter((path) => lines(path) > limit(path))).toEqual([]);
  });

  test('leave nothing for later, silence nothing without a reason, know no any and no enum', () => {
    expect(mentions(written, /\b(?:TODO|FIXME|XXX|HACK)\b/, read)).toEqual([]);
    expect(
      mentions(
        written,
        /@ts-(?:ignore|expect-error|nocheck)|eslint-disable|oxlint-disable(?!-next-line \S+ -- \S)/,
        read,
      ),
    ).toEqual([]);
    expect(
      mentions(
        written,
        /:\s*any\b|<any>|\bas any\b|\bany\[\]|^\s*(?:export )?(?:const )?enum \w+/m,
      ),
    ).toEqual([]);
  });

  test('have a subject for a name: no utils, helpers, common', () => {
    const vague = /(?:^|\/)(?:utils?|helpers?|common|misc|shared)(?:\/|\.\w+$)/;
    expect(ours.filter((path) => vague.test(path))).toEqual([]);
  });
});

describe('src', () => {
  test('has nothing that exists for tests', () => {
    const pattern =
      /vitest|playwright|webdriver|import\.meta\.env|NODE_ENV|\b(?:for|in)_?Tests?\b|__test|\btestOnly/i;
    expect(mentions(sources, pattern)).toEqual([]);
  });

  test('makes no HTML and no code out of text', () => {
    const pattern =
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|srcdoc|\beval\(|new Function|new Worker\(/i;
    expect(mentions(sources, pattern)).toEqual([]);
  });

  test('signs with SHA-1 for the sign-in of the SAT, and for nothing else', () => {
    const signing = mentions(sources, /\.sign\([^)]*'SHA-1'|\bkey\('SHA-1'\)/);
    expect(signing.map((text) => text.split(':')[0])).toEqual([
      'src/signature/create-sat-token.ts',
    ]);
  });

  test('never posts messages into a window that is not its own', () => {
    expect(mentions(sources, /(?:window|parent|top|self|contentWindow)\.postMessage/)).toEqual([]);
  });

  test('loads lazily only what lies in the same part, or in the parts that screens share', () => {
    const parts = sources.flatMap((path) =>
      [...codeOfFile(path).matchAll(/\bimport\(\s*['"](\.[^'"]+)['"]/g)].map(([, name = '']) => ({
        from: path,
        to: join(dirname(path), name).replaceAll('\\', '/'),
      })),
    );
    const part = (path: string) => path.split('/').slice(0, 2).join('/');
    const isShared = (path: string) => part(path) === 'src/ui';
    expect(parts.filter(({ from, to }) => part(from) !== part(to) && !isShared(to))).toEqual([]);
  });

  test('uses ?script nowhere: it would open the extension to every site', () => {
    expect(mentions(sources, /\?script/)).toEqual([]);
  });
});

describe('pure folders', () => {
  test('take the date and the randomness of nobody', () => {
    expect(mentions(pure, /\bDate\.now\(|new Date\(\s*\)|Math\.random/)).toEqual([]);
  });

  test('need no build: no import.meta, no ?raw', () => {
    expect(mentions(pure, /import\.meta\b|\?(?:raw|url|inline)\b/)).toEqual([]);
  });
});

describe('network', () => {
  /** Files that speak to the network on the extension's own account. */
  const speakers: readonly string[] = [
    // The portal itself, from within its own page.
    'src/background/native/fetch-challenge.ts',
    'src/evidence/control.ts',
    'src/evidence/probe.ts',
    'src/evidence/revocation/exchange.ts',
  ];
  /** Names of vocabularies, not addresses: nothing is asked of them. */
  const vocabularies = new Set(['www.w3.org', 'uri.etsi.org']);
  const hosts = new Set(
    sources
      .flatMap((path) => [...codeOfFile(path).matchAll(/https?:\/\/([\w-]+(?:\.[\w-]+)+)/g)])
      .map(([, host = '']) => host)
      .filter((host) => !vocabularies.has(host)),
  );

  test('every host in the code is a destination that PRIVACY.md lists, and the reverse', () => {
    const list = section('PRIVACY.md', 'destinations');
    const listed = [...list.matchAll(/`(?:https?:\/\/)?([\w-]+(?:\.[\w-]+)+)`/g)];
    expect(listed.map(([, host = '']) => host).toSorted()).toEqual([...hosts].toSorted());
  });

  test('nothing else opens a connection', () => {
    const pattern =
      /\bfetch\(|XMLHttpRequest|new WebSocket|EventSource\(|sendBeacon|RTCPeerConnection/;
    const found = sources.filter((path) => pattern.test(codeOfFile(path)));
    expect(found.toSorted()).toEqual(speakers.toSorted());
  });

  test('SECURITY.md names every file that opens one', () => {
    const security = read('SECURITY.md');
    expect(speakers.filter((path) => !security.includes(`\`${path}\``))).toEqual([]);
  });
});

describe('package', () => {
  test('pins every version exactly', () => {
    const all = Object.entries({ ...dependencies, ...devDependencies });
    expect(all.filter(([, pin]) => !/^\d+\.\d+\.\d+$/.test(pin))).toEqual([]);
  });

  test('has the dependencies that SECURITY.md trusts by name', () => {
    const [, trusted = ''] = /\(`package\.json`: ([^)]+), pinned/.exec(read('SECURITY.md')) ?? [];
    const names = [...trusted.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
    expect(names).toEqual(Object.keys(dependencies));
  });

  test('and manifest have the same version', () => {
    expect(readJson<{ version: string }>('manifest.json').version).toBe(version);
  });

  test('ships every icon that it draws', () => {
    expect(filesUnder('public/icons').map((path) => path.replace(/^.*\//, ''))).toEqual(
      expect.arrayContaining(['16.png', '32.png', '48.png', '128.png']),
    );
  });
});
