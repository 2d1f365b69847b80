import { expect, test } from 'vitest';
import { neededHosts } from '../../src/app/diagnosis/guides/needed-hosts.ts';
import { portals, watchedOrigins } from '../../src/portals/index.ts';

const hosts = neededHosts(portals);

test('each host stands once, and none that only the replica has', () => {
  const names = hosts.map(({ host, port }) => `${host}:${port}`);
  expect(new Set(names).size).toBe(names.length);
  const real = portals.filter(({ replicaOnly }) => !replicaOnly).map(({ host }) => host);
  const fake = portals.map(({ host }) => host).filter((host) => !real.includes(host));
  expect(hosts.filter(({ host }) => fake.includes(host))).toEqual([]);
});

test('portals and the frames of their forms need 443, revocation needs 80', () => {
  for (const origin of watchedOrigins) {
    expect(hosts).toContainEqual({ host: new URL(origin).hostname, port: 443 });
  }
  expect(hosts.filter(({ port }) => port !== 443)).toEqual([{ host: 'www.sat.gob.mx', port: 80 }]);
});
