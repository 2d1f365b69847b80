import { expect, test } from 'vitest';
import { isFormAt, portalAt } from '../../src/portals/index.ts';

test.each([
  ['https://idse.imss.gob.mx/imss/', true],
  ['https://idse.imss.gob.mx/imss?x=1', true],
  ['https://idse.imss.gob.mx/imss/AccesoIDSE.idse', false],
  ['https://idse.imss.gob.mx/imss/Modulos.idse?irA=afiliacion', false],
  ['https://loginda.siat.sat.gob.mx/nidp/app/login?id=fiel', true],
  ['https://loginc.mat.sat.gob.mx/nidp/jsp/main.jsp?id=FormCertiSAT&sid=0', true],
  ['https://cfdiau.sat.gob.mx/nidp/app/logout', false],
  ['https://buzon.imss.gob.mx/buzonimss/login/algo', true],
])('%s has the form of its portal: %s', (url, expected) => {
  const portal = portalAt(url);
  expect(portal && isFormAt(portal, url)).toBe(expected);
});
