import { expect, test } from 'vitest';
import { handFields } from '../../src/app/own-hands/hand-fields.ts';
import { findPortal, type PortalId } from '../../src/portals/index.ts';

/** As the stored public pages and programs list them. */
const inOrder: readonly [PortalId, string[]][] = [
  ['buzon-imss', ['rfc', 'certificate', 'privateKey', 'password']],
  ['idse', ['certificate', 'privateKey', 'user', 'password']],
  ['sat-portal', ['certificate', 'privateKey', 'password']],
];

test.each(inOrder)('the form of %s is filled from top to bottom', (id, fields) => {
  const [form] = findPortal(id)?.forms ?? [];
  expect(form && handFields(form)).toEqual(fields);
});
