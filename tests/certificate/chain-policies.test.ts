import { expect, test } from 'vitest';
import { judgeCase, questionOf, tower, type ChainCase } from '../pki/chains/cases.ts';
import { authorityExtensions } from '../pki/chains/certificates.ts';
import {
  anyPolicy,
  certificatePolicies as policies,
  inhibitAnyPolicy as inhibitAny,
  policyConstraints as demand,
  policyMappings as mappings,
} from '../pki/chains/extensions.ts';
import { askOpenssl } from '../pki/chains/second-opinion.ts';

const [gold, silver, bronze] = [
  '1.3.6.1.4.1.99999.2',
  '1.3.6.1.4.1.99999.3',
  '1.3.6.1.4.1.99999.4',
];

/** The extensions of each authority from the root down, and of the leaf. */
function chain(...levels: readonly Uint8Array[][]): ChainCase {
  const authorities = levels.slice(0, -1);
  const made = tower(
    authorities.map((extensions) => ({ extensions: [...authorityExtensions(), ...extensions] })),
    { extensions: levels.at(-1) ?? [] },
  );
  return { ...made, policies: true };
}

/** Levels with the names of the authorities, where two share one. */
function chainOfOne(...levels: readonly Uint8Array[][]): ChainCase {
  const made = tower(
    levels.slice(0, -1).map((extensions) => ({
      name: 'AC',
      extensions: [...authorityExtensions(), ...extensions],
    })),
    { extensions: levels.at(-1) ?? [] },
  );
  return { ...made, policies: true };
}

/** An authority and a leaf with its name. */
function chainOfPerson(above: readonly Uint8Array[], leaf: readonly Uint8Array[]): ChainCase {
  const name = 'PERSONA DE PRUEBA';
  const extensions = [...authorityExtensions(), ...above];
  return { ...tower([{ name, extensions }], { extensions: leaf }), policies: true };
}

const now = demand(0);
const any = policies(anyPolicy);

const table: [fact: string, made: ChainCase, isAllowed: boolean][] = [
  ['no policy where none is demanded', chain([], []), true],
  ['different policies where none is demanded', chain([policies(gold)], [policies(silver)]), true],
  ['the policy that is demanded', chain([policies(gold), now], [policies(gold)]), true],
  ['another policy', chain([policies(gold), now], [policies(silver)]), false],
  ['no policy', chain([policies(gold), now], []), false],
  ['any policy above', chain([any, now], [policies(gold)]), true],
  ['any policy below', chain([policies(gold), now], [any]), true],
  ['none in between', chain([policies(gold), now], [], [policies(gold)]), false],
  ['one of two', chain([policies(gold, silver), now], [policies(silver, bronze)]), true],
  ['a demand that begins too late to matter', chain([demand(3)], [], []), true],
  ['a demand that begins at the leaf', chain([demand(2)], [], []), false],
  ['the own demand of a leaf', chain([], [now]), false],
  ['the own later demand of a leaf', chain([], [demand(1)]), true],
  ['a demand that a later one cannot lift', chain([policies(gold), now], [demand(5)], []), false],
  ['a new key of the same authority, which takes no room', chainOfOne([demand(2)], [], []), true],
  [
    'a policy that was mapped',
    chain([policies(gold), now], [policies(gold), mappings([gold, silver])], [policies(silver)]),
    true,
  ],
  [
    'a policy that was mapped away',
    chain([policies(gold), now], [policies(gold), mappings([gold, silver])], [policies(gold)]),
    false,
  ],
  [
    'a mapping of any policy',
    chain([any, now], [any, mappings([gold, silver])], [policies(silver)]),
    true,
  ],
  [
    'a mapping of a policy that is not there',
    chain(
      [policies(bronze), now],
      [policies(bronze), mappings([gold, silver])],
      [policies(silver)],
    ),
    false,
  ],
  [
    'a mapping to two policies',
    chain(
      [policies(gold), now],
      [policies(gold), mappings([gold, silver], [gold, bronze])],
      [policies(bronze)],
    ),
    true,
  ],
  [
    'a mapping that is forbidden',
    chain(
      [policies(gold), demand(0, 0)],
      [policies(gold), mappings([gold, silver])],
      [policies(silver)],
    ),
    false,
  ],
  [
    'a mapping that is forbidden only further down',
    chain(
      [policies(gold), demand(0, 1)],
      [policies(gold), mappings([gold, silver])],
      [policies(silver)],
    ),
    true,
  ],
  [
    'any policy after any policy where it is forbidden',
    chain([any, now, inhibitAny(0)], [any]),
    false,
  ],
  ['any policy where it is forbidden', chain([policies(gold), now, inhibitAny(0)], [any]), false],
  [
    'any policy where it is not yet forbidden',
    chain([policies(gold), now, inhibitAny(1)], [any], [policies(gold)]),
    true,
  ],
  [
    'any policy of a new key of an authority that may not',
    chainOfOne([policies(gold), now, inhibitAny(0)], [any], [policies(gold)]),
    true,
  ],
  [
    'any policy of a leaf with the name of an authority that may not',
    chainOfPerson([policies(gold), now, inhibitAny(0)], [any]),
    false,
  ],
  [
    'a demand that begins at a leaf with the name of its authority',
    chainOfPerson([demand(1)], []),
    false,
  ],
  [
    'any policy under an authority that may not',
    chain([policies(gold), now, inhibitAny(0)], [any], [policies(gold)]),
    false,
  ],
];

test.each(table)('%s', async (_, made, isAllowed) => {
  const verdict = await judgeCase(made);
  expect(verdict).toMatchObject(isAllowed ? { ok: true } : { ok: false, reason: 'policy' });
});

test('openssl says the same of every one', async () => {
  const answers = await askOpenssl(table.map(([, made]) => questionOf(made)));
  const said = table.map(([fact], index) => [fact, answers[index]?.ok]);
  expect(said).toEqual(table.map(([fact, , isAllowed]) => [fact, isAllowed]));
});

test.each([
  ['anyPolicy that is mapped', [mappings([anyPolicy, gold])]],
  ['a policy twice', [policies(gold, gold)]],
])('%s is no such extension', async (_, extensions) => {
  expect(await judgeCase(chain(extensions, []))).toMatchObject({ ok: false });
});

test('the fault is told of the certificate where no policy is left', async () => {
  const at = (place: number) => ({ reason: 'policy', at: place });
  const [some, other] = [policies(gold), policies(silver)];
  expect(await judgeCase(chain([some, now], [other], [some]))).toMatchObject(at(1));
  expect(await judgeCase(chain([some], [now], [some]))).toMatchObject(at(0));
});

test('the mappings of a leaf are of no use', async () => {
  const made = chain([policies(gold), demand(0, 0)], [policies(gold), mappings([gold, silver])]);
  expect(await judgeCase(made)).toMatchObject({ ok: true });
});
