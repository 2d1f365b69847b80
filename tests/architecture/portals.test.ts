import { describe, expect, test } from 'vitest';
import {
  bridgeOrigins,
  originsOf,
  portals,
  watchedOrigins,
  type Portal,
} from '../../src/portals/index.ts';
import { filesUnder, read, readJson, section } from './tree.ts';

const rows: readonly Portal[] = portals;
const locale = readJson<Record<string, { message: string }>>('public/_locales/es/messages.json');
const { content_scripts: contentScripts } = readJson<{
  content_scripts: { include_globs: string[]; all_frames?: true }[];
}>('manifest.json');
const isoDate = /^\d{4}-\d{2}(?:-\d{2})?$/;

test('the list of portals is the folder', () => {
  const files = filesUnder('src/portals', /\.ts$/)
    .map((path) => path.replace(/^.*\/|\.ts$/g, ''))
    .filter((name) => name !== 'index' && name !== 'portal');
  expect(rows.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
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
  expect(watchedOrigins).toEqual(expect.arrayContaining(rows.flatMap(originsOf)));
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

  test('is at an exact host of the IMSS and an absolute path', () => {
    expect(portal.host).toMatch(/^(?:[a-z0-9-]+\.)+imss\.gob\.mx$/);
    expect(portal.path).toMatch(/^\/[^?#]*$/);
  });

  test('says where each fact comes from and when it was read', () => {
    expect(portal.sources.length).toBeGreaterThan(0);
    for (const { date } of portal.sources) expect(date).toMatch(isoDate);
    expect(portal.verified ?? '2026-01-01').toMatch(isoDate);
  });

  test('has a form if and only if it is filled, on exact https origins of the IMSS', () => {
    const forms = portal.form ? [portal.form] : [];
    expect(forms).toHaveLength(portal.strategy === 'fill' ? 1 : 0);
    for (const { origin, path, ancestors, fields } of forms) {
      for (const each of [origin, ...ancestors]) {
        expect(each).toMatch(/^https:\/\/(?:[a-z0-9-]+\.)+imss\.gob\.mx$/);
      }
      expect(ancestors).toContain(`https://${portal.host}`);
      expect(path).toMatch(/^\//);
      expect(Object.values(fields).filter((ids) => ids.length === 0)).toEqual([]);
    }
  });
});
