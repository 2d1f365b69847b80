/** Names that are made to be taken for a portal's, and names of those who have to do with portals. */
import { describe, expect, test } from 'vitest';
import { judgeHost } from '../../src/portals/host/judge-host.ts';

const kindOf = (name: string) => judgeHost(new URL(`https://${name}/`).hostname);

const innocent = {
  courses: [
    'cursosimssidse.com',
    'cursos-imss-idse.com.mx',
    'idse-tutorial.com',
    'aprendeidseimss.mx',
    'capacitacionimss.com.mx',
    'diplomadoimsssat.mx',
    'guiaidse.imss-facil.com',
    'comousaridse.com',
  ],
  unions: [
    'sindicatoimss.org.mx',
    'www.sntss.org.mx',
    'jubiladosimss.org',
    'trabajadoresdelimss.mx',
    'pensionadosimss.com.mx',
  ],
  accountants: [
    'contadorsat.com',
    'contadores-imss-sat.mx',
    'despachoimss.com.mx',
    'gestoriaimss.mx',
    'asesoriaimssefirma.com',
    'tramitesefirmasat.com.mx',
    'nominaeimss.com',
    'idseparacontadores.mx',
  ],
  press: [
    'noticiasimss.com',
    'noticiasdelimssgobmx.com',
    'imssnoticias.mx',
    'revistaimss.org.mx',
    'blogidseimss.com',
    'idse-imss.blogspot.com',
    'imssbuzon.wordpress.com',
    'citasimss.com.mx',
    'imssgobiernotransparente.org',
  ],
  software: [
    'firmasat.com',
    'softwareidseimss.com',
    'sua-idse-imss.com.mx',
    'timbradosat.mx',
    'descargamasivasat.com',
    'facturasat.mx',
    'nominaidse.com',
    'calculadoraimss.com.mx',
    'www.portalsat.com',
    'loginsat.com',
  ],
  others: [
    'imss.fi.it',
    'www.sat.de',
    'sat-portal.com',
    'www.iess.gob.ec',
    'www.ihss.gob.hn',
    'www.igss.gob.gt',
    'www.inss.gob.ni',
    'www.isss.gob.sv',
    'www.sat.gob.pe',
    'imssbienestar.gob.mx',
    'www.imssbienestar.gob.mx',
    'firmadigital.mx',
    'efirma.com',
    'buzon.example',
    'accesovirtual.mx',
    'escritoriovirtual.com',
    'serviciosdigitales.gob.pe',
  ],
};

const alike = {
  'its own words and nothing else': [
    'firmadigitalimss.mx',
    'imssfirmadigital.com',
    'firma-digital-imss.com',
    'firmadigitalsslimss.com.mx',
    'idseimss.com',
    'imss-idse.net',
    'buzonimss.mx',
    'buzon-imss.com.mx',
    'serviciosdigitalesimss.com',
    'escritoriovirtualimss.mx',
    'imss-escritorio-virtual.com',
    'efirmaimss.mx',
    'accesoimss.com',
    'login-imss.com',
    'imss-ingresar.mx',
    'iniciarsesionimss.com',
    'portalidseimss.com.mx',
    'idse-imss-gob.com',
    'imssgob.com.mx',
    'imss-gobierno.mx',
    'sat-gob.com',
    'satgob.mx',
    'efirmasat.mx',
    'buzontributariosat.com',
    'siat-sat.mx',
    'idse2imss.com',
    'idse-imss2026.com',
    'idse-imss-seguro.com',
    'imss-idse-patrones.com',
    'seguro.imss-gob.com',
    'idseimss.netlify.app',
    'imss-idse.onrender.com',
    'imss-idse.firebaseapp.com',
    'firmadigitalimss.web.app',
    'buzonimss.github.io',
  ],
  'the true name in front': [
    'idse.imss.gob.mx.acceso.example',
    'idse.imss.acceso-seguro.com',
    'buzon.imss.sesion.top',
    'firmadigitalssl.imss.red.xyz',
    'loginda.siat.sat.gob.mx.ver.example',
    'sat-gob-mx.verifica.com',
    'www.imss-gob-mx.com',
  ],
  'another ending': ['imss.mx', 'www.imss.com.mx', 'imss.org.mx', 'idse.imss.mx', 'imss.gob.com'],
  'figures and letters that look the same': [
    'f1rmad1g1tal1mss.mx',
    'id5e-im55.com',
    'buz0nimss.mx',
    'idse-lmss.com',
    'idse-irnss.com',
    'idse.irnss.gob.mx',
    'buzon.1mss.gob.mx',
    'idse-imms.mx',
    'idse.imms.gob.mx',
    'idse.imss.gop.mx',
    'efіrmaіmss.mx',
  ],
};

describe.each(Object.entries(innocent))('%s', (_, names) => {
  test.each(names)('%s is taken for nobody', (name) => {
    expect(kindOf(name)).toBe('unknown');
  });
});

describe.each(Object.entries(alike))('%s', (_, names) => {
  test.each(names)('%s is taken for a portal', (name) => {
    expect(kindOf(name)).toBe('lookalike');
  });
});

test('there are many of both', () => {
  for (const lists of [innocent, alike]) {
    expect(Object.values(lists).flat().length).toBeGreaterThanOrEqual(40);
  }
});

test('the longest name has an answer, and soon', () => {
  const start = performance.now();
  for (const word of ['firma', 'efirma', 'digital', 'enlinea', 'imss', 'imms', 'del', 'mi']) {
    const label = `${word.repeat(60).slice(0, 62)}x`;
    judgeHost(`${label}.${label}.${label}.mx`);
  }
  expect(performance.now() - start).toBeLessThan(10_000);
});
