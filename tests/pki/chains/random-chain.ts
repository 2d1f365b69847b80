import {
  authorityExtensions,
  certify,
  nameOf,
  party,
  years,
  type CertificateForm,
  type Party,
  type TestCertificate,
} from './certificates.ts';
import type { ChainCase } from './cases.ts';
import { makeCrl, revoked, type CrlForm } from './crls.ts';
import { oid, sequence } from './der.ts';
import * as make from './extensions.ts';
import { ecKey, ecWith } from './keys.ts';
import type { Random } from './random.ts';

/** One certificate of a chain before it is made. */
interface Link {
  subject: Party;
  issuer: Party;
  form: Omit<CertificateForm, 'issuer'>;
  extensions: Uint8Array[];
}

/** From the root down to the leaf; a defect changes one of them. */
type Links = [Link, Link, ...Link[]];
type Defect = (links: Links, random: Random) => void;

export interface RandomChain extends ChainCase {
  /** What was done to it, in words. */
  defects: readonly string[];
}

const keys = Array.from({ length: 9 }, () => ecKey());
const names = Array.from({ length: 9 }, (_, index) => nameOf(`AUTORIDAD ${index}`));
const identity = (index: number): Party => ({
  name: names[index % 9] ?? nameOf('NADIE'),
  key: keys[index % 9] ?? ecKey(),
});
const { dns, directory } = make.general;
const [gold, silver] = ['1.3.6.1.4.1.99999.2', '1.3.6.1.4.1.99999.3'];

const any = (links: Links, random: Random): Link => random.pick(links);
const issuing = (links: Links, random: Random): Link =>
  links[random.below(links.length - 1)] ?? links[0];
const issued = (links: Links, random: Random): Link =>
  links[1 + random.below(links.length - 1)] ?? links[1];
const without = (id: string, extensions: readonly Uint8Array[]) =>
  extensions.filter((der) => !Buffer.from(der).includes(Buffer.from(oid(id))));
const replace = (link: Link, id: string, extension?: Uint8Array) => {
  link.extensions = [...without(id, link.extensions), ...(extension ? [extension] : [])];
};

const defects: Readonly<Record<string, Defect>> = {
  expired: (links, random) => (any(links, random).form.notAfter = years(-0.1)),
  'not yet valid': (links, random) => (any(links, random).form.notBefore = years(0.1)),
  'signed by another': (links, random) => (issued(links, random).form.signer = ecKey()),
  'not an authority': (links, random) =>
    replace(issuing(links, random), '2.5.29.19', make.basicConstraints(false)),
  'no basicConstraints': (links, random) => replace(issuing(links, random), '2.5.29.19'),
  'no keyCertSign': (links, random) =>
    replace(issuing(links, random), '2.5.29.15', make.keyUsage(0, 6)),
  'path length': (links, random) =>
    replace(issuing(links, random), '2.5.29.19', make.basicConstraints(true, random.below(3))),
  'unknown critical extension': (links, random) =>
    any(links, random).extensions.push(make.unknown(true)),
  'unknown extension': (links, random) => any(links, random).extensions.push(make.unknown(false)),
  'names constrained': (links, random) => {
    const bases = [dns('a.mx'), dns('b.a.mx'), directory(names[random.below(9)] ?? sequence())];
    const kind = random.pick(['permitted', 'excluded'] as const);
    const base = bases[random.below(3)] ?? dns('a.mx');
    issuing(links, random).extensions.push(make.nameConstraints({ [kind]: [base] }));
    const host = random.pick(['a.mx', 'b.a.mx', 'c.mx'] as const);
    links.at(-1)?.extensions.push(make.subjectAltName(dns(host)));
  },
  policies: (links, random) => {
    for (const link of links) {
      link.extensions.push(
        make.certificatePolicies(random.pick([gold, gold, silver, make.anyPolicy])),
      );
    }
    issuing(links, random).extensions.push(make.policyConstraints(random.below(3)));
    if (random.happens(0.3))
      issued(links, random).extensions.push(make.inhibitAnyPolicy(random.below(2)));
  },
  'version 1': (links, random) => {
    const link = any(links, random);
    Object.assign(link, { extensions: [], form: { ...link.form, version: 1 } });
  },
  'key identifier of another': (links, random) =>
    replace(
      issued(links, random),
      '2.5.29.35',
      make.authorityKeyIdentifier({ spki: ecKey().spki }),
    ),
  'no key identifier': (links, random) => replace(issued(links, random), '2.5.29.35'),
  'another issuer named': (links, random) => {
    const link = issued(links, random);
    link.issuer = { ...link.issuer, name: nameOf('NADIE') };
  },
  'issuer named in other letters': (links, random) => {
    const link = issued(links, random);
    const text = Buffer.from(link.issuer.name).toString('latin1').slice(11);
    link.issuer = { ...link.issuer, name: nameOf(` ${text.toLowerCase()}  `, 0x13) };
  },
  'signed with SHA-1': (links, random) => {
    const link = issued(links, random);
    link.form.signer = ecWith(link.issuer.key.privateKey, 'sha1');
  },
  'extension twice': (links, random) => {
    const link = any(links, random);
    link.extensions.push(make.unknown(false), make.unknown(false));
  },
  'two algorithms': (links, random) =>
    (any(links, random).form.innerAlgorithm = sequence(oid('1.2.840.10045.4.3.4'))),
};

/** Without identifiers openssl takes any authority of the name for the issuer. */
const unidentifying = new Set(['no key identifier', 'version 1']);

/** A chain of up to five authorities, with up to two defects and a bag of others around it. */
export function randomChain(random: Random): RandomChain {
  const chosen = random
    .shuffle(Object.entries(defects))
    .slice(0, random.pick([0, 0, 1, 1, 1, 2, 2]));
  const isTold = !chosen.some(([name]) => unidentifying.has(name));
  const links = linksOf(1 + random.below(5), isTold, random);
  for (const [, break_] of chosen) break_(links, random);
  const [anchor, ...rest] = links.map(madeOf) as [
    TestCertificate,
    TestCertificate,
    ...TestCertificate[],
  ];
  const leaf = rest.at(-1) ?? anchor;
  const intermediates = rest.slice(0, -1);
  const lost = random.happens(0.08) && intermediates.length > 0;
  const crls = random.happens(0.25) ? crlsOf(links, [anchor, ...rest], random) : undefined;
  return {
    leaf,
    intermediates: random.shuffle([
      ...intermediates.slice(lost ? 1 : 0),
      ...strangers(links, random),
    ]),
    anchors: random.happens(0.05) ? [madeOf(root(8))] : [anchor],
    ...(crls && { crls: crls.made }),
    policies: true,
    defects: [
      ...chosen.map(([name]) => name),
      ...(lost ? ['authority missing'] : []),
      ...(crls?.defects ?? []),
    ],
  };
}

function root(index: number): Link {
  const subject = identity(index);
  return {
    subject,
    issuer: subject,
    form: {},
    extensions: identified(subject, subject, authorityExtensions()),
  };
}

function linksOf(authorities: number, isTold: boolean, random: Random): Links {
  const first = random.below(9);
  const links = [root(first)];
  for (let depth = 1; depth <= authorities; depth++) {
    const issuer = links.at(-1)?.subject ?? identity(first);
    const isLeaf = depth === authorities;
    // Now and then a new key of the same name.
    const sameName = isTold && !isLeaf && random.happens(0.15) && { name: issuer.name };
    const subject = isLeaf
      ? party('PERSONA', keys[0])
      : { ...identity(first + depth), ...sameName };
    const extensions = identified(subject, issuer, isLeaf ? [] : authorityExtensions());
    links.push({ subject, issuer, form: {}, extensions });
  }
  return links as Links;
}

/** openssl tells authorities of one name apart by these alone. */
function identified(
  subject: Party,
  issuer: Party,
  extensions: readonly Uint8Array[],
): Uint8Array[] {
  return [
    ...extensions,
    make.subjectKeyIdentifier(subject.key.spki),
    make.authorityKeyIdentifier({ spki: issuer.key.spki }),
  ];
}

function madeOf({ subject, issuer, form, extensions }: Link): TestCertificate {
  return certify(subject, { ...form, issuer, extensions });
}

/** Authorities of the chain certified again, by each other or by nobody known, and strangers. */
function strangers(links: Links, random: Random): TestCertificate[] {
  const authorities = links.slice(0, -1);
  return Array.from({ length: random.pick([0, 0, 1, 2, 4]) }, () => {
    const { subject } = random.pick(authorities as [Link, ...Link[]]);
    const issuer = random.happens(0.6)
      ? random.pick(authorities as [Link, ...Link[]]).subject
      : party('NADIE');
    const form = random.happens(0.3) ? { notAfter: years(-0.1) } : {};
    return certify(subject, {
      ...form,
      issuer,
      extensions: identified(subject, issuer, authorityExtensions()),
    });
  });
}

const crlDefects: Readonly<
  Record<string, (random: Random, revokedNumber: number) => Partial<CrlForm>>
> = {
  'list stale': () => ({ nextUpdate: years(-0.01) }),
  'list not yet': () => ({ thisUpdate: years(0.01) }),
  'list signed by another': () => ({ signer: ecKey() }),
  'list with unknown critical extension': () => ({ extensions: [make.unknown(true)] }),
  revoked: (_, serialNumber) => ({ entries: [revoked({ serialNumber })] }),
  'others revoked': () => ({ entries: [revoked({ serialNumber: 2 ** 40 })] }),
  'list of changes': () => ({
    extensions: [make.extension('2.5.29.27', Uint8Array.of(2, 1, 1), true)],
  }),
};

function crlsOf(links: Links, made: readonly TestCertificate[], random: Random) {
  const broken = random.happens(0.6) ? random.below(links.length - 1) : -1;
  const [name, defect] = random.shuffle(Object.entries(crlDefects))[0] ?? [];
  const lists = links.slice(0, -1).map(({ subject }, index) =>
    makeCrl({
      issuer: subject,
      extensions: [make.authorityKeyIdentifier({ spki: subject.key.spki })],
      ...(index === broken && defect?.(random, made[index + 1]?.serialNumber ?? 0)),
    }),
  );
  return { made: lists, defects: broken >= 0 && name ? [name] : [] };
}
