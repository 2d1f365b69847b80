/** Lists elsewhere that name portals by their ids agree with the rows. */
import { describe, expect, test } from 'vitest';
import { isWantedFor } from '../../src/certificate/judge/judge-options.ts';
import { ruleLayers } from '../../src/diagnosis/rules/index.ts';
import { portals } from '../../src/portals/index.ts';

describe.each(portals)('$id', ({ id, accepts, purpose }) => {
  const isPersonal = purpose === 'enter' && !(accepts as readonly string[]).includes('company');

  test('the e.firma of a person is wanted exactly where no company may enter', () => {
    expect(isWantedFor('person', { portal: id })).toBe(isPersonal);
  });

  test('that of a company is evidence against it exactly there', () => {
    const rule = ruleLayers.flat().find((each) => each.id === 'R101');
    expect(rule?.when({ holder: 'moral', portal: id })).toBe(isPersonal);
  });
});
