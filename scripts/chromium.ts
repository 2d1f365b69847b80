/** Starts a real Chromium with the built extension in it, on the portals' real host names. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext, type Worker } from 'playwright-core';
import { extensionIdOf } from './extension-id.ts';
import { findBrowser, whyNotChrome } from './find-browser.mjs';
import { startServiceWorker } from './worker.ts';

export interface LaunchOptions {
  /** The folder of the built extension. */
  dist: string;
  /** Kept after closing; without it, a new one is made and removed. */
  profile?: string | undefined;
  headless: boolean;
  /** As Chromium wants them: `MAP *.imss.gob.mx:443 127.0.0.1:8443, …`, the specific rules first. */
  resolverRules: string;
  /** base64 of the SHA-256 of the public key of the one server certificate that is accepted. */
  spkiHash: string;
  extraArgs?: readonly string[];
  /** Folders of other extensions to load too. */
  extraExtensions?: readonly string[];
  /** Pages that were left come back as they were, as for people; Playwright has it off. */
  backForwardCache?: boolean;
  /** Windows that pages open by themselves are stopped, as for people; Playwright has it off. */
  blocksWindows?: boolean;
  /** A fixed size for every page; without it, windows have their real size. */
  viewport?: { width: number; height: number };
}

export interface Launched {
  context: BrowserContext;
  extensionId: string;
  /** The service worker that runs now; it is started if it sleeps or was stopped. */
  worker: () => Promise<Worker>;
  close: () => Promise<void>;
}

/** What Chromium needs of the surroundings; no proxies, no flags, no keys of whoever starts it. */
const surroundings =
  /^(PATH|HOME|USER|LANG|LC_.*|TZ|TMPDIR|TMP|TEMP|DISPLAY|WAYLAND_DISPLAY|XAUTHORITY|XDG_RUNTIME_DIR|DBUS_SESSION_BUS_ADDRESS|SystemRoot|windir|SystemDrive|ProgramFiles.*|APPDATA|LOCALAPPDATA|USERPROFILE)$/i;

function cleanEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => surroundings.test(entry[0]) && entry[1] !== undefined,
    ),
  );
}

/** An unpacked extension that reloads itself stays off unless developer mode is on. */
async function turnDeveloperModeOn(profile: string): Promise<void> {
  await mkdir(join(profile, 'Default'), { recursive: true });
  const preferences = { extensions: { ui: { developer_mode: true } } };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences), {
    flag: 'wx',
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

function sets(args: readonly string[] = [], name: string): boolean {
  return args.some((arg) => arg.startsWith(`${name}=`));
}

export async function launchChromium(options: LaunchOptions): Promise<Launched> {
  const executablePath = findBrowser();
  if (!executablePath) {
    throw new Error(`No hay Chromium ni Chrome for Testing en este equipo. ${whyNotChrome}`);
  }
  const dist = resolve(options.dist);
  const { key } = JSON.parse(await readFile(join(dist, 'manifest.json'), 'utf8')) as {
    key: string;
  };
  const extensionId = extensionIdOf(key);
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'firma-lista-profile-')));
  await turnDeveloperModeOn(profile);

  const extensions = [dist, ...(options.extraExtensions ?? []).map((path) => resolve(path))];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: options.headless,
    viewport: options.viewport ?? null,
    env: cleanEnvironment(),
    ignoreDefaultArgs: [
      ...(options.backForwardCache ? ['--disable-back-forward-cache'] : []),
      ...(options.blocksWindows ? ['--disable-popup-blocking'] : []),
    ],
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      ...(sets(options.extraArgs, '--proxy-server') ? [] : ['--no-proxy-server']),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--window-size=1280,900',
      // The browser's own: its popup is there at once, instead of growing out of the toolbar.
      '--animation-duration-scale=0',
      `--disable-extensions-except=${extensions.join(',')}`,
      `--load-extension=${extensions.join(',')}`,
      ...(options.resolverRules ? [`--host-resolver-rules=${options.resolverRules}`] : []),
      ...(options.spkiHash ? [`--ignore-certificate-errors-spki-list=${options.spkiHash}`] : []),
      ...(options.extraArgs ?? []),
    ],
  });

  async function close(): Promise<void> {
    await context.close();
    // Chromium's last helpers may still be writing for an instant.
    if (!options.profile) await rm(profile, { recursive: true, force: true, maxRetries: 10 });
  }

  try {
    const launched: Launched = {
      context,
      extensionId,
      worker: () => startServiceWorker(context, extensionId),
      close,
    };
    await launched.worker();
    return launched;
  } catch (error) {
    await close();
    throw error;
  }
}
