/** Causes and remarks of files that no other act shows, each as the list of mistakes makes it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { healthyTwins } from '../../../tests/certificate/mistakes/healthy-twins.ts';
import { mistakes } from '../../../tests/certificate/mistakes/index.ts';
import { materialOf } from '../../../tests/certificate/mistakes/materials.ts';
import { healthy, type Attempt, type Material } from '../../../tests/certificate/mistakes/mistake.ts';
import { satFolder } from '../../../tests/sat-folder.ts';
import { bring, openApp } from '../../person.ts';
import type { Stage } from '../../stage.ts';
import type { Act, Scene } from '../scene.ts';

type Made = (material: Material, other: Material) => Attempt;

/** The mistakes whose screens are shown, by what they are called there. */
const shown: Record<string, string> = {
  'import-space-in-password': 'pwd-espacio-final',
  'import-invisible-in-password': 'pwd-invisible-dentro',
  'import-password-encoding': 'key-codificacion',
  'import-newer-brought': 'certificado-nuevo-sin-clave',
  'import-short-key': 'clave-corta',
  'import-old-hash': 'cer-sha1',
  'import-elliptic-key': 'key-eliptica',
  'import-many-iterations': 'key-iteraciones',
};

/** What is taken as it is, and remarked. */
const remarked: Record<string, string> = {
  'import-in-text': 'Los dos en texto (PEM)',
  'import-plain-key': 'Una .key sin contraseña',
  'import-swapped': 'Cada uno con el nombre del otro',
};

function ofMistake(id: string): Made {
  const mistake = mistakes.find((other) => other.id === id);
  if (!mistake) throw new Error(`No mistake is called ${id}`);
  return (material, other) => mistake.make(healthy(material), material, other);
}

function ofTwin(what: string): Made {
  const twin = healthyTwins.find((other) => other.what === what);
  if (!twin) throw new Error(`No twin is called ${what}`);
  return (material, other) => twin.make(material, other);
}

async function materials({ pki }: Stage): Promise<[Material, Material]> {
  const { person, personAes } = pki.credentials;
  const [one, other] = await Promise.all(
    [person, personAes].map((credential) =>
      materialOf(
        {
          name: basename(credential.cerPath),
          certificate: new Uint8Array(credential.readCertificate()),
          key: new Uint8Array(credential.readPrivateKey()),
          password: credential.password,
          at: pki.now,
        },
        pki.directory,
      ),
    ),
  );
  if (!one || !other) throw new Error('Two were asked for');
  return [one, other];
}

async function written({ directory }: Stage, name: string, { files }: Attempt): Promise<string[]> {
  const folder = join(directory, 'kinds', name);
  await mkdir(folder, { recursive: true });
  return await Promise.all(
    files.map(async ({ role, bytes, name: own }, index) => {
      const path = join(folder, own ?? (role === 'cer' ? 'mi.cer' : `mi-${index}.${role}`));
      await writeFile(path, bytes);
      return path;
    }),
  );
}

const scene = (name: string, make: Made): Scene => ({
  name,
  of: 'app',
  async show(stage) {
    const attempt = make(...(await materials(stage)));
    const app = await openApp(stage.browser, 'certificados');
    await bring(app, await written(stage, name, attempt), attempt.password, 'review');
    await app.locator('.done, .failure').first().waitFor();
    const all = app.locator('details.findings summary');
    if ((await all.count()) > 0) await all.click();
    return app;
  },
});

const satTest: Scene = {
  name: 'import-test-authority',
  of: 'app',
  async show({ browser }) {
    const files = ['cer', 'key'].map((end) => `${satFolder}/fiel-vigente/EKU9003173C9.${end}`);
    const app = await openApp(browser, 'certificados');
    await bring(app, files, '12345678a', 'review');
    await app.locator('.done').waitFor();
    return app;
  },
};

export const eachKind: Act = {
  name: 'each kind of file',
  prepare: () => Promise.resolve(undefined),
  scenes: [
    ...Object.entries(shown).map(([name, id]) => scene(name, ofMistake(id))),
    ...Object.entries(remarked).map(([name, what]) => scene(name, ofTwin(what))),
    ...(satFolder ? [satTest] : []),
  ],
};
