import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take minutes, the longest first. */
const longest = [
  'browser/tour.test.ts',
  'browser/screens-first.matrix.test.ts',
  'browser/screens-several.matrix.test.ts',
  'browser/fill-portals.test.ts',
  'browser/vault-killed.test.ts',
  'browser/faults.matrix.test.ts',
  'browser/audit.test.ts',
  'browser/way-back.test.ts',
  'browser/clients.test.ts',
];

/** Projects of the configuration. */
const hasBrowser = new Set(['browser', 'matrix']);

/** They begin first, or one of them would run alone at the end; then whatever has a browser. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

function placeOf({ moduleId, project }: TestSpecification): number {
  const place = longest.findIndex((name) => moduleId.endsWith(name));
  if (place >= 0) return place;
  return hasBrowser.has(project.name) ? longest.length : longest.length + 1;
}
