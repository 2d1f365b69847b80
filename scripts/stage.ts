/** The whole stage of the tour and of the browser tests: hierarchy, replica, browser with `dist/`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replicaHosts, startReplica, type Replica } from '../replica/index.ts';
import { makePki, makeTlsCertificate, type Pki } from '../tests/pki/index.ts';
import { launchChromium, type Launched, type LaunchOptions } from './chromium.ts';

export interface StageOptions {
  /**
   * The replica's clock and the middle of the made certificates; the machine's clock and the middle
   * of today without it.
   */
  now?: Date;
  headless: boolean;
  /** The browser's profile, kept after closing. */
  profile?: string;
  log?: (line: string) => void;
  browser?: Partial<
    Pick<LaunchOptions, 'backForwardCache' | 'dist' | 'extraArgs' | 'extraExtensions' | 'viewport'>
  >;
  /** Host rules that come before the replica's own. */
  resolverRules?: readonly string[];
  /** More names of the one server certificate that the browser accepts. */
  hosts?: readonly string[];
}

export interface Stage {
  /** Temporary; gone when the stage is closed. */
  directory: string;
  pki: Pki;
  tls: Awaited<ReturnType<typeof makeTlsCertificate>>;
  replica: Replica;
  browser: Launched;
  close: () => Promise<void>;
}

export const dist = 'dist';

/** Sets everything up; the extension is the built one in `dist/`. */
export async function setStage(options: StageOptions): Promise<Stage> {
  const directory = await mkdtemp(join(tmpdir(), 'firma-lista-'));
  const [pki, tls] = await Promise.all([
    makePki(join(directory, 'pki'), options.now ?? noonOf(new Date())),
    makeTlsCertificate(directory, [...replicaHosts, ...(options.hosts ?? [])]),
  ]);
  const holders = Object.values(pki.credentials).filter(({ kind }) => kind === 'efirma');
  const replica = await startReplica({
    tls,
    issuers: [pki.root.readCertificate(), pki.authority.readCertificate()],
    certificates: holders.map((holder) => holder.readCertificate()),
    accounts: holders.map(({ rfc, password }) => [rfc, { user: rfc, password }]),
    ...(options.now && { now: options.now }),
    ...(options.log && { log: options.log }),
  });
  const browser = await launchChromium({
    dist,
    headless: options.headless,
    profile: options.profile,
    resolverRules: [...(options.resolverRules ?? []), replica.resolverRules].join(', '),
    spkiHash: tls.spkiHash,
    ...options.browser,
  });
  return {
    directory,
    pki,
    tls,
    replica,
    browser,
    async close() {
      await browser.close();
      await replica.stop();
      await rm(directory, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/** Certificates last for years: those of a whole day can share one hierarchy. */
function noonOf(day: Date): Date {
  return new Date(new Date(day).setUTCHours(12, 0, 0, 0));
}
