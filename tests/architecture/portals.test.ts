import { describe, expect, test } from 'vitest';
import {
  addressOf,
  bridgeOrigins,
  isFormAt,
  optionalOrigins,
  originsOf,
  portalAt,
  portals,
  signingAt,
  watchedOrigins,
} from '../../src/portals/index.ts';
import { sourcesOf } from '../../src/portals/sources.ts';
import { filesUnder, read, readJson, section } from './tree.ts';

const rows = portals;
const locale = readJson<Record<string, { message: string }>>('public/_locales/es/messages.json');
const { content_scripts: contentScripts } = readJson<{
  content_scripts: { include_globs: string[]; all_frames?: true }[];
}>('manifest.json');
const institution = /^https:\/\/(?:[a-z0-9-]+\.)+(?:imss|sat)\.gob\.mx$/;
const isoDate = /^\d{4}-\d{2}(?:-\d{2})?$/;

test('the list of portals is the folder', () => {
  const files = filesUnder('src/portals', /\.ts$/)
    .filter((path) => !/\/(?:forms|ask|host)\//.test(path))
    .map((path) => path.replace(/^.*\/|\.ts$/g, ''))
    .filter(
      (name) =>
        !['index', 'portal', 'account-fields', 'holder-of', 'sources', 'widget-params'].includes(
          name,
        ),
    );
  expect(rows.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
});

test('SHA-1 signs what the SAT takes in no other way, and nothing else', () => {
  const signing = filesUnder('src', /\.tsx?$/)
    .filter((path) => !path.startsWith('src/certificate/'))
    .filter((path) => /['"`]SHA-1['"`]/.test(read(path)));
  expect(signing).toEqual(['src/signature/create-sat-token.ts']);
});

test('the id of a portal is the name of its file', () => {
  for (const { id } of rows) expect(read(`src/portals/${id}.ts`)).toContain(`id: '${id}'`);
});

test('the page API lives on the origins of the manifest, exactly', () => {
  const bridges = contentScripts.filter(({ all_frames: isWatcher }) => !isWatcher);
  expect(bridges).toHaveLength(2);
  for (const { include_globs } of bridges) {
    expect(bridgeOrigins.map((origin) => `${origin}/*`)).toEqual(include_globs);
  }
});

test('the watcher lives on the origins of the manifest, exactly: those of every portal', () => {
  const watchers = contentScripts.filter(({ all_frames: isWatcher }) => isWatcher);
  expect(watchers.map(({ include_globs }) => include_globs)).toEqual([
    watchedOrigins.map((origin) => `${origin}/*`),
  ]);
  expect([...watchedOrigins, ...optionalOrigins]).toEqual(
    expect.arrayContaining(rows.flatMap(originsOf)),
  );
});

test('README lists each portal once', () => {
  const table = section('README.md', 'portals');
  const listed = [...table.matchAll(/^\|\s*`?([a-z][\w-]*)`?\s*\|/gm)].map(([, id = '']) => id);
  const ids = new Set<string>(rows.map(({ id }) => id));
  expect(listed.filter((id) => ids.has(id)).toSorted()).toEqual([...ids].toSorted());
});

describe.each(rows)('$id', (portal) => {
  test('has a name in Spanish', () => {
    expect(locale[`portal_${portal.id.replaceAll('-', '_')}_name`]?.message).toBeTruthy();
  });

  test('is at an exact host of an institution and an absolute path', () => {
    expect(`https://${portal.host}`).toMatch(institution);
    expect(portal.path).toMatch(/^\/[^?#]*$/);
  });

  test('is opened at an address that is its own, with its form', () => {
    const address = addressOf(portal);
    const row = portal.purpose === 'enter' ? portalAt(address) : signingAt(address);
    expect(row?.id).toBe(portal.id);
    expect(isFormAt(portal, address)).toBe(true);
  });

  test('says where each fact comes from and when it was read', () => {
    const sources = sourcesOf[portal.id];
    expect(sources.length).toBeGreaterThan(0);
    for (const { date } of sources) expect(date).toMatch(isoDate);
    expect(portal.verified ?? '2026-01-01').toMatch(isoDate);
  });

  test('has forms if and only if it is filled, on exact https origins of the portal', () => {
    expect(portal.forms.length > 0).toBe(portal.strategies.includes('fill'));
    for (const { origin, paths, ancestors, fields, submit } of portal.forms) {
      for (const each of [origin, ...ancestors]) expect(each).toMatch(institution);
      expect(ancestors.length > 0 ? ancestors : [origin]).toContain(`https://${portal.host}`);
      for (const path of paths) expect(path).toMatch(/^\//);
      expect([...Object.values({ ...fields }), submit]).not.toContainEqual([]);
    }
  });

  test('has a protocol of its own if and only if it is spoken', () => {
    expect(portal.native !== undefined).toBe(portal.strategies.includes('native'));
  });

  test('is optional if and only if it is not of the IMSS', () => {
    expect(portal.isOptional === true).toBe(!portal.host.endsWith('.imss.gob.mx'));
  });
});
