/**
 * `npm run screens`: pictures of every screen, of the real extension against the real replica.
 * `--out CARPETA` says where they go; `--docs` takes those of the README instead.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { acts } from './screens/acts.ts';
import { photograph } from './screens/photograph.ts';
import { setStage } from './stage.ts';

const { values } = parseArgs({
  options: { out: { type: 'string', default: 'screens' }, only: { type: 'string' } },
});

const vite = resolve('node_modules/vite/bin/vite.js');
const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel=error'], {
  stdio: ['ignore', 'inherit', 'inherit'],
});
if (status !== 0) process.exit(1);

const stage = await setStage({
  headless: true,
  browser: { extraArgs: ['--screen-info={1600x1200}'] },
});
try {
  for (const { prepare, scenes } of acts) {
    await prepare(stage);
    for (const scene of scenes) {
      if (values.only && !scene.name.includes(values.only)) continue;
      const t = performance.now();
      await photograph(stage, scene, values.out).catch((e) =>
        console.log('✘', scene.name, e.message),
      );
      console.log(scene.name, Math.round(performance.now() - t));
    }
  }
} finally {
  await stage.close();
}
