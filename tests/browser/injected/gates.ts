/**
 * Doors between a browser and the replica, one a host: each can be shut, fall silent, or lead to
 * another server, while the browser runs.
 */
import { once } from 'node:events';
import {
  connect,
  createServer,
  type AddressInfo,
  type ListenOptions,
  type Server,
  type Socket,
} from 'node:net';

/** What comes of a connection; a number is the port of another server on this computer. */
export type Door = keyof typeof behaviours | 'closed' | 'open' | number;

export interface Gates {
  /** For `--host-resolver-rules`, before those of the replica. */
  readonly rules: readonly string[];
  /** From now on these hosts are like that, and all the others open. Every connection ends. */
  set(doors: Readonly<Record<string, Door>>): Promise<void>;
}

/** What a door does once it has heard the first bytes of somebody. */
const behaviours = {
  /** Takes everything and never says a word. */
  silent: () => undefined,
  /** As a firewall that does not like what it hears. */
  resets: (socket: Socket) => void socket.resetAndDestroy(),
  hangsUp: (socket: Socket) => void socket.end(),
  /** As a server that has no TLS at this port. */
  speaksPlainly: (socket: Socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
} as const;

interface Gate {
  server: Server;
  sockets: Set<Socket>;
  listen: ListenOptions;
  door: Door;
}

/** All open; they hold nobody up from ending. */
export async function openGates(hosts: readonly string[], replicaPort: number): Promise<Gates> {
  const gates = new Map<string, Gate>();
  for (const host of hosts) gates.set(host, await openGate(replicaPort));
  return {
    rules: [...gates].map(([host, { listen }]) => `MAP ${host}:443 127.0.0.1:${listen.port}`),
    async set(doors) {
      const unknown = Object.keys(doors).filter((host) => !gates.has(host));
      if (unknown.length > 0) throw new Error(`No door at ${unknown.join(', ')}`);
      await Promise.all([...gates].map(([host, gate]) => change(gate, doors[host] ?? 'open')));
    },
  };
}

async function openGate(replicaPort: number): Promise<Gate> {
  const listen: ListenOptions = { host: '127.0.0.1', port: 0 };
  const server = createServer();
  const gate: Gate = { server, sockets: new Set(), listen, door: 'open' };
  server.on('connection', (socket) => {
    gate.sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => gate.sockets.delete(socket));
    take(socket, gate.door, replicaPort);
  });
  await listenAgain(gate);
  listen.port = (server.address() as AddressInfo).port;
  return gate;
}

function take(socket: Socket, door: Door, replicaPort: number): void {
  if (door === 'open' || door === 'closed' || typeof door === 'number') {
    const there = connect(typeof door === 'number' ? door : replicaPort, '127.0.0.1');
    there.on('error', () => socket.destroy()).on('close', () => socket.destroy());
    socket.on('close', () => there.destroy());
    socket.pipe(there).pipe(socket);
  } else {
    socket.once('data', () => behaviours[door](socket));
  }
}

async function change(gate: Gate, door: Door): Promise<void> {
  gate.door = door;
  for (const socket of gate.sockets) socket.destroy();
  const { server } = gate;
  if (door === 'closed' && server.listening) {
    const closed = once(server, 'close');
    server.close();
    await closed;
  } else if (door !== 'closed' && !server.listening) {
    await listenAgain(gate);
  }
}

async function listenAgain({ server, listen }: Gate): Promise<void> {
  server.listen(listen).unref();
  await once(server, 'listening');
}
