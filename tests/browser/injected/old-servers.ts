/** Servers of which a browser wants nothing, or that want something of the browser. */
import { once } from 'node:events';
import { createServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';

interface Identity {
  key: string;
  cert: string;
}

/** Speaks only versions of TLS that browsers have given up. @returns its port */
export async function serveOldTls({ key, cert }: Identity): Promise<number> {
  return await serve({
    key,
    cert,
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1.1',
    ciphers: 'DEFAULT@SECLEVEL=0',
  });
}

/** Lets in only who shows a certificate of its own. @returns its port */
export async function serveKnownClients({ key, cert }: Identity): Promise<number> {
  return await serve({ key, cert, ca: cert, requestCert: true, rejectUnauthorized: true });
}

async function serve(options: ServerOptions): Promise<number> {
  const server = createServer(options, (_, response) => void response.end());
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
