import { expect, test } from 'vitest';
import type { ChainVerdict } from '../../src/certificate/index.ts';
import { judgeCase, questionOf, type ChainCase } from '../pki/chains/cases.ts';
import { alteredChain } from '../pki/chains/altered.ts';
import {
  authority,
  authorityExtensions,
  certify,
  party,
  selfSigned,
} from '../pki/chains/certificates.ts';
import * as make from '../pki/chains/extensions.ts';
import { randomChain } from '../pki/chains/random-chain.ts';
import { randomFrom } from '../pki/chains/random.ts';
import { askOpenssl } from '../pki/chains/second-opinion.ts';

const seed = 20_260_304;

interface Comparison {
  /** How often each pair of answers came. */
  tally: Map<string, number>;
  /** Accepted here and refused by openssl, also on the path that was found here. */
  wrong: { chain: ChainCase; said: string | undefined }[];
}

/** What both say of each chain. openssl tries one path only: in doubt it is asked about ours. */
async function compare(chains: readonly ChainCase[]): Promise<Comparison> {
  const verdicts: ChainVerdict[] = [];
  for (const chain of chains) verdicts.push(await judgeCase(chain));
  const answers = await askOpenssl(chains.map(questionOf));
  const tally = new Map<string, number>();
  const doubtful: ChainCase[] = [];
  for (const [index, chain] of chains.entries()) {
    const verdict = verdicts[index];
    const isAccepted = answers[index]?.ok === true;
    if (verdict?.ok && !isAccepted) doubtful.push(onPath(chain, verdict));
    const reason = verdict?.ok === false && isAccepted ? ` (${verdict.reason})` : '';
    const outcome = `${verdict?.ok ? 'accepted' : 'refused'}${reason} here, ${isAccepted ? 'accepted' : 'refused'} by openssl`;
    tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
  }
  const again = await askOpenssl(doubtful.map(questionOf));
  const wrong = doubtful.flatMap((chain, index) =>
    again[index]?.ok ? [] : [{ chain, said: again[index]?.said }],
  );
  tally.set(
    'of those accepted by openssl on the path that was found here',
    doubtful.length - wrong.length,
  );
  return { tally, wrong };
}

/** The same question without the certificates that are not on the path. */
function onPath(chain: ChainCase, { path }: ChainVerdict): ChainCase {
  const texts = path.map(hex);
  return {
    ...chain,
    intermediates: chain.intermediates.filter(({ der }) => texts.includes(hex(der))),
  };
}

function hex(der: Uint8Array): string {
  return Buffer.from(der).toString('hex');
}

function print(what: string, { tally }: Comparison): void {
  const lines = [...tally].map(([outcome, count]) => `  ${count} ${outcome}`);
  console.log(`${what}\n${lines.join('\n')}`);
}

test('openssl refuses no random chain that is accepted here', async () => {
  const random = randomFrom(seed);
  const chains = Array.from({ length: 200 }, () => randomChain(random));
  const comparison = await compare(chains);
  print('200 random chains:', comparison);
  expect(comparison.wrong.map(({ said }) => said)).toEqual([]);
  expect(comparison.tally.get('accepted here, accepted by openssl')).toBeGreaterThan(40);
}, 60_000);

test('openssl refuses no chain with altered content that is accepted here', async () => {
  const { directory, dns, email } = make.general;
  const root = selfSigned(party('RAIZ'));
  const base = party('AC DE PRUEBA');
  const constraints = { permitted: [dns('a.mx'), email('a.mx')], excluded: [directory(root.name)] };
  const ac = authority(base, {
    issuer: root,
    extensions: [
      ...authorityExtensions(1),
      make.nameConstraints(constraints),
      make.certificatePolicies('1.2.3', make.anyPolicy),
      make.policyConstraints(0, 1),
      make.subjectKeyIdentifier(base.key.spki),
    ],
  });
  const leaf = certify(party('PERSONA'), {
    issuer: ac,
    extensions: [
      make.basicConstraints(false),
      make.keyUsage(0, 1),
      make.subjectAltName(dns('b.a.mx'), email('ana@a.mx')),
      make.certificatePolicies('1.2.3'),
      make.authorityKeyIdentifier({ spki: ac.key.spki }),
    ],
  });
  const random = randomFrom(seed);
  const chains = Array.from({ length: 150 }, () => ({
    ...alteredChain({ leaf, ac, root }, random),
    policies: true,
  }));
  const comparison = await compare(chains);
  print('150 chains with altered content:', comparison);
  expect(comparison.wrong.map(({ said }) => said)).toEqual([]);
}, 60_000);
