import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A chain as `openssl verify` takes it: certificates only, DER. */
export interface OpensslQuestion {
  leaf: Uint8Array;
  intermediates: readonly Uint8Array[];
  anchors: readonly Uint8Array[];
  crls?: readonly Uint8Array[];
  at: Date;
  /** Any policy will do: without being told so openssl looks at none. */
  policies?: boolean;
}

export interface OpensslAnswer {
  ok: boolean;
  /** Its own words, for a person to read. */
  said: string;
}

/**
 * What openssl says of many chains: one shell for all, a process for each. Never with
 * -partial_chain, so that every chain must end at a root.
 */
export async function askOpenssl(questions: readonly OpensslQuestion[]): Promise<OpensslAnswer[]> {
  const folder = await mkdtemp(join(tmpdir(), 'firma-lista-verify-'));
  try {
    const lines = await Promise.all(
      questions.map((question, index) => commandFor(question, join(folder, String(index)))),
    );
    await writeFile(join(folder, 'all.sh'), lines.join('\n'));
    const output = await run('sh', [join(folder, 'all.sh')]);
    return output
      .split('=== ')
      .slice(1)
      .map((said) => ({ ok: said.startsWith('0\n'), said }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function commandFor(question: OpensslQuestion, folder: string): Promise<string> {
  const { leaf, intermediates, anchors, crls, at, policies } = question;
  await mkdir(folder);
  const write = async (name: string, label: string, all: readonly Uint8Array[]) => {
    await writeFile(join(folder, name), all.map((der) => pemOf(der, label)).join(''));
    return join(folder, name);
  };
  const seconds = Math.floor(at.getTime() / 1000);
  const parts = [
    'openssl verify -no-CApath -no-CAstore',
    `-attime ${seconds} -CAfile ${await write('anchors.pem', 'CERTIFICATE', anchors)}`,
    // openssl takes no empty file.
    intermediates.length > 0 &&
      `-untrusted ${await write('untrusted.pem', 'CERTIFICATE', intermediates)}`,
    policies && '-policy 2.5.29.32.0',
    crls && '-crl_check_all',
    crls && crls.length > 0 && `-CRLfile ${await write('crls.pem', 'X509 CRL', crls)}`,
    await write('leaf.pem', 'CERTIFICATE', [leaf]),
  ];
  return `said=$(${parts.filter(Boolean).join(' ')} 2>&1); echo "=== $?\n$said"`;
}

function pemOf(der: Uint8Array, label: string): string {
  const lines = Buffer.from(der)
    .toString('base64')
    .match(/.{1,64}/g)
    ?.join('\n');
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`;
}

function run(file: string, args: readonly string[]): Promise<string> {
  const env = { ...process.env, OPENSSL_CONF: '/dev/null' };
  return new Promise((resolve, reject) => {
    execFile(file, args, { env, maxBuffer: 1 << 26 }, (error, stdout) =>
      error ? reject(error) : resolve(stdout),
    );
  });
}
