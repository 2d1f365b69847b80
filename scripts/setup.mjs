// Leaves everything ready to build and test: packages, a Chromium, OpenSSL. Says nothing when all is there.
// It runs on a fresh copy, before any package is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findBrowser, programInPath, whyNotChrome } from './find-browser.mjs';
import { findOpenssl } from './find-openssl.mjs';

const root = realpathSync(join(dirname(fileURLToPath(import.meta.url)), '..'));
const stamp = join(root, 'node_modules', '.firma-lista-lock');
const patience = 10 * 60_000;

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(`Hace falta Node 20.19 o más nuevo; aquí hay ${process.versions.node}. Está en nodejs.org.`);
}

/** Changes whenever other packages have to be installed. */
function wanted() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return `${process.platform}-${process.arch} ${createHash('sha256').update(lock).digest('hex')}`;
}

function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted();
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** A turn that was left behind by a process that died. */
function isAbandoned(turn) {
  try {
    const age = Date.now() - statSync(turn).mtimeMs;
    const pid = Number(readFileSync(turn, 'utf8'));
    return age > patience || (pid > 0 ? !isAlive(pid) : age > 5_000);
  } catch {
    return false;
  }
}

/** One at a time: two runs started together must not install over each other. */
async function inTurn(task) {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
  const turn = join(tmpdir(), `firma-lista-${name}.turn`);
  for (;;) {
    try {
      writeFileSync(turn, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (isAbandoned(turn)) rmSync(turn, { force: true });
      else await pause(200);
    }
  }
  try {
    task();
  } finally {
    rmSync(turn, { force: true });
  }
}

function installPackages() {
  if (isInstalled()) return;
  console.log('Instalando los paquetes del proyecto (npm ci)…');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--ignore-scripts', '--no-fund', '--no-audit', '--loglevel=error'];
  const { status } =
    npm && /\.c?js$/.test(npm)
      ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
      : spawnSync('npm', args, {
          cwd: root,
          stdio: 'inherit',
          shell: process.platform === 'win32',
        });
  if (status !== 0) {
    stop(
      'No se pudieron instalar los paquetes: arriba está lo que dijo npm. ¿Hay conexión a internet?',
    );
  }
  writeFileSync(stamp, wanted());
}

/** The command that becomes root without asking for a password, or undefined where there is none. */
function asRoot() {
  if (process.platform !== 'linux' || !programInPath('apt-get')) return undefined;
  if (process.getuid?.() === 0) return [];
  const sudo = programInPath('sudo');
  return sudo && spawnSync(sudo, ['-n', 'true']).status === 0 ? [sudo, '-n'] : undefined;
}

function installPrograms(names) {
  const prefix = asRoot();
  if (!prefix) return;
  console.log(`Instalando ${names.join(' y ')} con apt-get…`);
  for (const args of [['update'], ['install', '-y', ...names]]) {
    const [command, ...rest] = [
      ...prefix,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      ...args,
    ];
    const { status, stdout, stderr } = spawnSync(command, rest, { encoding: 'utf8' });
    if (status !== 0) console.error(`${stdout ?? ''}${stderr ?? ''}`.trim());
  }
}

function checkPrograms() {
  const missing = [];
  if (!findBrowser()) missing.push('chromium');
  if (!findOpenssl()) missing.push('openssl');
  if (missing.length === 0) return;
  installPrograms(missing);
  if (missing.includes('chromium') && !findBrowser()) {
    stop(
      'Falta un navegador de pruebas: instala Chromium o Chrome for Testing, o di dónde está en la ' +
        `variable FIRMA_LISTA_CHROMIUM. ${whyNotChrome}`,
    );
  }
  if (missing.includes('openssl') && !findOpenssl()) {
    stop('Falta OpenSSL 3.0 o más nuevo: instálalo y deja el programa openssl en el PATH.');
  }
}

checkNode();
try {
  if (!isInstalled()) await inTurn(installPackages);
  checkPrograms();
} catch (error) {
  stop(error.message);
}
