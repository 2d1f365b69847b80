import { expect, test } from 'vitest';
import {
  ac,
  below,
  belowRoot,
  judgeCase,
  leafWith,
  questionOf,
  tower,
  type ChainCase,
} from '../pki/chains/cases.ts';
import {
  authority,
  authorityExtensions,
  certify,
  emptyName,
  nameOf,
  selfSigned,
  party,
} from '../pki/chains/certificates.ts';
import { oid, plain, sequence, set, tagged, text } from '../pki/chains/der.ts';
import { extension, general, nameConstraints, subjectAltName } from '../pki/chains/extensions.ts';
import { ecKey } from '../pki/chains/keys.ts';
import { askOpenssl } from '../pki/chains/second-opinion.ts';
import { root } from '../pki/chains/cases.ts';

const { dns, email, uri, address, directory, registeredId, other } = general;
const key = ecKey();
const attribute = (id: string, tag: number, value: string) =>
  set(sequence(oid(id), text(tag, value)));
const country = (value: string) => attribute('2.5.4.6', 0x13, value);
const commonName = (value: string, tag = 0x0c) => attribute('2.5.4.3', tag, value);
const mailbox = (value: string, tag = 0x16) => attribute('1.2.840.113549.1.9.1', tag, value);
const mexico = directory(sequence(country('MX')));

/** Names of a leaf: alternative ones, or the attributes of its subject. */
interface Names {
  alternative?: Uint8Array[];
  subject?: Uint8Array[];
}

/** An address of sixteen octets, of which the first is told, and a mask for it. */
const long = (first: number, mask = 0) =>
  [first, mask].flatMap((one) => [one, ...Array<number>(15).fill(0)]);

type Constraints = Parameters<typeof nameConstraints>[0];

function constrained(constraints: Constraints, { alternative, subject }: Names): ChainCase {
  const issuer = authority(ac, {
    issuer: root,
    extensions: [...authorityExtensions(), nameConstraints(constraints)],
  });
  const name = subject ? sequence(...subject) : nameOf('PERSONA DE PRUEBA');
  const extensions = alternative ? [subjectAltName(...alternative)] : [];
  return { leaf: certify({ name, key }, { issuer, extensions }), intermediates: [issuer] };
}

const permitted = (...bases: Uint8Array[]): Constraints => ({ permitted: bases });
const excluded = (...bases: Uint8Array[]): Constraints => ({ excluded: bases });
const named = (...alternative: Uint8Array[]): Names => ({ alternative });
const subject = (...attributes: Uint8Array[]): Names => ({ subject: attributes });

const table: [fact: string, constraints: Constraints, names: Names, isAllowed: boolean][] = [
  ['a host that is the base', permitted(dns('sat.mx')), named(dns('sat.mx')), true],
  ['a host below the base', permitted(dns('sat.mx')), named(dns('WWW.Sat.MX')), true],
  ['a host that only ends like the base', permitted(dns('sat.mx')), named(dns('notsat.mx')), false],
  ['one host of two outside', permitted(dns('sat.mx')), named(dns('sat.mx'), dns('b.mx')), false],
  ['a host in one of two bases', permitted(dns('a.mx'), dns('b.mx')), named(dns('b.mx')), true],
  ['a host below an excluded base', excluded(dns('sat.mx')), named(dns('a.sat.mx')), false],
  ['a host beside an excluded base', excluded(dns('sat.mx')), named(dns('a.mx')), true],
  ['all hosts excluded', excluded(dns('')), named(dns('a.mx')), false],
  ['a host below a dot', permitted(dns('.sat.mx')), named(dns('a.sat.mx')), true],
  ['a host at a dot', permitted(dns('.sat.mx')), named(dns('sat.mx')), false],
  [
    'a host that is nothing but what is below a dot',
    permitted(dns('.mx')),
    named(dns('.mx')),
    false,
  ],
  ['a host elsewhere than below a dot', permitted(dns('.sat.mx')), named(dns('long.b.mx')), false],
  ['a host with a space in it', excluded(dns('sat.mx')), named(dns('a b.mx')), false],
  ['a host in letters that are not ASCII', excluded(dns('sat.mx')), named(dns('ñ.mx')), false],
  ['no host where hosts are constrained', permitted(dns('sat.mx')), {}, true],
  [
    'a common name that reads like a host',
    permitted(dns('sat.mx')),
    subject(commonName('b.mx')),
    false,
  ],
  [
    'a common name that is the host',
    permitted(dns('sat.mx')),
    subject(commonName('a.sat.mx')),
    true,
  ],
  [
    'a common name that reads like a host beside a host',
    permitted(dns('sat.mx')),
    { ...subject(commonName('b.mx')), alternative: [dns('sat.mx')] },
    true,
  ],
  [
    'a common name that reads like a host beside an address',
    permitted(dns('sat.mx')),
    { ...subject(commonName('b.mx')), alternative: [email('ana@b.mx')] },
    false,
  ],
  [
    'an organisation that reads like a host',
    permitted(dns('sat.mx')),
    subject(attribute('2.5.4.10', 0x0c, 'b.mx')),
    true,
  ],
  ['an address of the host', permitted(email('sat.mx')), named(email('Ana@SAT.mx')), true],
  ['an address below the host', permitted(email('sat.mx')), named(email('ana@a.sat.mx')), false],
  ['an address below a dot', permitted(email('.sat.mx')), named(email('ana@a.sat.mx')), true],
  ['an address at a dot', permitted(email('.sat.mx')), named(email('ana@sat.mx')), false],
  ['an address at nothing but a dot', permitted(email('.mx')), named(email('ana@.mx')), false],
  [
    'an address elsewhere than below a dot',
    permitted(email('.sat.mx')),
    named(email('ana@long.b.mx')),
    false,
  ],
  ['a mailbox of odd letters', permitted(email('sat.mx')), named(email('!a~@sat.mx')), true],
  ['all addresses excluded', excluded(email('')), named(email('ana@sat.mx')), false],
  [
    'the one mailbox of another host',
    permitted(email('ana@sat.mx')),
    named(email('ana@b.mx')),
    false,
  ],
  ['an address without a host', excluded(email('sat.mx')), named(email('ana@')), false],
  ['the one mailbox', permitted(email('ana@sat.mx')), named(email('ana@SAT.mx')), true],
  ['another mailbox', permitted(email('ana@sat.mx')), named(email('Ana@sat.mx')), false],
  ['an address in the subject', excluded(email('sat.mx')), subject(mailbox('ana@sat.mx')), false],
  [
    'an address in the subject that is allowed',
    permitted(email('sat.mx')),
    subject(mailbox('a@sat.mx')),
    true,
  ],
  [
    'an address in the subject in UTF-8',
    permitted(email('sat.mx')),
    subject(mailbox('a@sat.mx', 0x0c)),
    false,
  ],
  ['an address that is none', permitted(email('sat.mx')), named(email('sat.mx')), false],
  ['a URI at the host', permitted(uri('sat.mx')), named(uri('https://SAT.mx:80/a')), true],
  ['a URI below the host', permitted(uri('sat.mx')), named(uri('https://a.sat.mx/')), false],
  ['a URI below a dot', permitted(uri('.sat.mx')), named(uri('https://a.sat.mx')), true],
  [
    'a URI that hides its host',
    permitted(uri('sat.mx')),
    named(uri('https://sat.mx@b.mx/')),
    false,
  ],
  ['a URI without a host', excluded(uri('sat.mx')), named(uri('urn:a:b')), false],
  ['a URI at an address', excluded(uri('sat.mx')), named(uri('http://10.0.0.1/')), false],
  [
    'an IP address inside',
    permitted(address(10, 0, 0, 0, 255, 0, 0, 0)),
    named(address(10, 1, 2, 3)),
    true,
  ],
  [
    'an IP address outside',
    permitted(address(10, 0, 0, 0, 255, 0, 0, 0)),
    named(address(11, 1, 2, 3)),
    false,
  ],
  [
    'an IP address excluded',
    excluded(address(10, 0, 0, 0, 255, 0, 0, 0)),
    named(address(10, 1, 2, 3)),
    false,
  ],
  [
    'half an IP address',
    permitted(address(10, 0, 0, 0, 255, 0, 0, 0)),
    named(address(10, 1)),
    false,
  ],
  [
    'half an IP address, where another is excluded',
    excluded(address(10, 0, 0, 0, 255, 0, 0, 0)),
    named(address(10, 1)),
    false,
  ],
  [
    'an IP address, where half a one is excluded',
    excluded(address(10, 0, 255, 0)),
    named(address(10, 1, 2, 3)),
    false,
  ],
  [
    'a long IP address inside',
    permitted(address(...long(0x20, 0xff))),
    named(address(...long(0x20).slice(0, 16))),
    true,
  ],
  [
    'a short IP address, where all long ones are excluded',
    excluded(address(...long(0))),
    named(address(10, 1, 2, 3)),
    true,
  ],
  ['a subject below the base', permitted(mexico), subject(country('mx'), commonName('Ana')), true],
  [
    'a subject in another string type',
    permitted(directory(sequence(commonName('AÑO')))),
    subject(commonName('a\u00d1o')),
    true,
  ],
  [
    'a subject beside the base',
    permitted(mexico),
    subject(country('US'), commonName('Ana')),
    false,
  ],
  [
    'a subject in another order',
    permitted(mexico),
    subject(commonName('Ana'), country('MX')),
    false,
  ],
  [
    'a subject that is excluded',
    excluded(mexico),
    subject(country('MX'), commonName('Ana')),
    false,
  ],
  ['no subject at all', permitted(mexico), { ...subject(), alternative: [dns('a.mx')] }, true],
  [
    'a directory name besides the subject',
    excluded(mexico),
    named(directory(sequence(country('MX')))),
    false,
  ],
  [
    'a form that cannot be judged',
    excluded(registeredId('1.2.3')),
    named(registeredId('1.2.4')),
    false,
  ],
  [
    'a form that cannot be judged and is not there',
    excluded(registeredId('1.2.3')),
    named(dns('a.mx')),
    true,
  ],
  [
    'a form that cannot be judged and is not constrained',
    excluded(dns('b.mx')),
    named(registeredId('1.2.4')),
    true,
  ],
  [
    'another form that cannot be judged',
    permitted(other('1.2.3', 'a')),
    named(other('1.2.3', 'a')),
    false,
  ],
];

test.each(table)('%s', async (_, constraints, names, isAllowed) => {
  const expected = isAllowed ? { ok: true } : { ok: false, reason: 'name_constraints', at: 0 };
  expect(await judgeCase(constrained(constraints, names))).toMatchObject(expected);
});

const limits = [...authorityExtensions(), nameConstraints(permitted(dns('sat.mx')))];
const host = { extensions: [subjectAltName(dns('b.mx'))] };

test('constraints of the root and from further up hold, whoever is between', async () => {
  const faults = { ok: false, reason: 'name_constraints', at: 0 };
  expect(await judgeCase(tower([{ extensions: limits }, {}], host))).toMatchObject(faults);
  const anchor = selfSigned(root, { extensions: limits });
  const leaf = certify({ name: nameOf('A'), key }, { issuer: anchor, ...host });
  expect(await judgeCase({ leaf, intermediates: [], anchors: [anchor] })).toMatchObject(faults);
  expect(await judgeCase(belowRoot({ extensions: limits }))).toMatchObject({ ok: true });
});

test('constraints of a leaf are of no use, and none is not a constraint', async () => {
  expect(await judgeCase(leafWith({ extensions: limits }))).toMatchObject({ ok: true });
  const empty = extension('2.5.29.30', sequence(), true);
  expect(await judgeCase(below({ extensions: [...authorityExtensions(), empty] }))).toMatchObject({
    ok: true,
  });
});

test('a new key of an authority may have a name that is constrained, another authority not', async () => {
  const outside = [...authorityExtensions(), nameConstraints(permitted(mexico))];
  const inMexico = { name: sequence(country('MX')), key };
  const first = authority(party('AC'), { issuer: root, extensions: outside });
  const again = authority(party('AC', ecKey()), { issuer: first });
  const stranger = authority(party('OTRA'), { issuer: first });
  const judge = (issuer: typeof first) =>
    judgeCase({ leaf: certify(inMexico, { issuer }), intermediates: [first, issuer] });
  expect(await judge(again)).toMatchObject({ ok: true });
  expect(await judge(stranger)).toMatchObject({ reason: 'name_constraints', at: 1 });
});

test('a subtree with a minimum or maximum is refused where it applies', async () => {
  const refused = { reason: 'name_constraints' };
  const judge = (list: number, bound: Uint8Array, name: Uint8Array) => {
    const subtrees = sequence(tagged(list, sequence(dns('sat.mx'), bound)));
    const extensions = [...authorityExtensions(), extension('2.5.29.30', subtrees, true)];
    return judgeCase(below({ extensions }, { extensions: [subjectAltName(name)] }));
  };
  const [minimum, maximum] = [0, 1].map(
    (field) =>
      (...octets: number[]) =>
        plain(field, Uint8Array.from(octets)),
  );
  for (const bound of [maximum!(3), maximum!(0), minimum!(1), minimum!(0, 0)]) {
    expect(await judge(0, bound, dns('sat.mx'))).toMatchObject(refused);
    expect(await judge(1, bound, dns('b.mx'))).toMatchObject(refused);
    expect(await judge(0, bound, email('ana@sat.mx'))).toMatchObject({ ok: true });
  }
  expect(await judge(0, minimum!(0), dns('sat.mx'))).toMatchObject({ ok: true });
});

test('a leaf with the name of its issuer is held to what its issuer may name', async () => {
  const issuer = authority(ac, {
    issuer: root,
    extensions: [...authorityExtensions(), nameConstraints(permitted(mexico))],
  });
  const leaf = certify({ name: ac.name, key }, { issuer });
  expect(await judgeCase({ leaf, intermediates: [issuer] })).toMatchObject({
    reason: 'name_constraints',
    at: 0,
  });
});

test('the common name of an authority is no host, whatever it reads like', async () => {
  expect(await judgeCase(tower([{ extensions: limits }, { name: 'b.mx' }]))).toMatchObject({
    ok: true,
  });
});

test('where nothing is constrained no name is judged', async () => {
  const name = sequence(mailbox('a@sat.mx', 0x0c));
  const leaf = certify({ name, key }, { issuer: ac });
  expect(await judgeCase({ leaf, intermediates: [ac] })).toMatchObject({ ok: true });
});

test('a great many names under a great many constraints are refused at once', async () => {
  const hosts = Array.from({ length: 3000 }, (_, index) => dns(`a${index}.mx`));
  const verdict = await judgeCase(constrained(permitted(...hosts), named(...hosts)));
  expect(verdict).toMatchObject({ reason: 'name_constraints' });
});

test('just so many names are compared with just so many constraints', async () => {
  const hosts = (count: number) => Array.from({ length: count }, (_, index) => dns(`a${index}.mx`));
  // The subject is a name too.
  const names = named(...hosts(127));
  const judge = (count: number) => judgeCase(constrained(permitted(...hosts(count)), names));
  expect(await judge(128)).toMatchObject({ ok: true });
  expect(await judge(129)).toMatchObject({ reason: 'name_constraints' });
});

test('a leaf without a name of its own is a leaf', async () => {
  const leaf = certify({ name: emptyName, key }, { issuer: ac });
  expect(await judgeCase({ leaf, intermediates: [ac] })).toMatchObject({ ok: true });
});

test('openssl accepts every name that is accepted here', async () => {
  const allowed = table.filter(([, , , isAllowed]) => isAllowed);
  const answers = await askOpenssl(
    allowed.map(([, constraints, names]) => questionOf(constrained(constraints, names))),
  );
  expect(allowed.flatMap(([fact], index) => (answers[index]?.ok ? [] : [fact]))).toEqual([]);
});

test('a name of thousands of parts under a thousand subtrees is compared with each', async () => {
  const parts = Array.from({ length: 4000 }, (_, index) => commonName(`a${index}`));
  const others = Array.from({ length: 1000 }, (_, index) =>
    directory(sequence(commonName(`b${index}`))),
  );
  const judge = (...more: Uint8Array[]) =>
    judgeCase(constrained(excluded(...others, ...more), subject(...parts)));
  expect(await judge()).toMatchObject({ ok: true });
  const own = directory(sequence(...parts.slice(0, 2)));
  expect(await judge(own)).toMatchObject({ reason: 'name_constraints', at: 0 });
});

test('an address of more than 2,048 octets is none, and refused where addresses are constrained', async () => {
  const long = (length: number) => named(email(`${'a'.repeat(length - 2)}@b`));
  const judge = (length: number) => judgeCase(constrained(excluded(email('c')), long(length)));
  expect(await judge(2048)).toMatchObject({ ok: true });
  expect(await judge(2049)).toMatchObject({ reason: 'name_constraints' });
});
