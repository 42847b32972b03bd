/**
 * Network namespaces joined by a bridge, as machines are by a switch; the machine itself has the bridge's address and
 * those of the hosts. Services that listen on loopback are reached through a relay on the bridge.
 */
import { execFile } from 'node:child_process';
import { createServer, connect as dial, type Server, type Socket } from 'node:net';
import { promisify } from 'node:util';

const run = promisify(execFile);
const BRIDGE = 'pactwire0';

/** The machine does not let us: not root, no `ip`, or a container without the right. */
export class NoNamespaces extends Error {}

export class Network {
  readonly sites: string;
  /** Addresses of the hosts. */
  readonly addresses: string[];
  readonly #net: string;
  readonly #names: string[] = [];
  readonly #relays: Server[] = [];

  /** `net`: the first three numbers of its addresses. */
  constructor(net: string, hosts: number) {
    this.#net = net;
    this.sites = `${net}.0/24`;
    this.addresses = Array.from({ length: hosts }, (_, i) => `${net}.${100 + i}`);
  }

  async open(names: string[]): Promise<void> {
    try {
      await ip('link', 'add', BRIDGE, 'type', 'bridge');
      for (const address of [`${this.#net}.1`, ...this.addresses])
        await ip('address', 'add', `${address}/24`, 'dev', BRIDGE);
      await ip('link', 'set', BRIDGE, 'up');
      for (const [i, name] of names.entries()) await this.#join(name, `${this.#net}.${i + 2}`);
    } catch (error) {
      const said = error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error);
      throw new NoNamespaces(
        `network namespaces cannot be made here (${said}): run as root on Linux with iproute2`,
      );
    }
  }

  async #join(name: string, address: string): Promise<void> {
    this.#names.push(name);
    const within = ['-n', space(name)];
    await ip('netns', 'add', space(name));
    await ip('link', 'add', cable(name), 'type', 'veth', 'peer', 'name', 'eth0', 'netns', space(name));
    await ip('link', 'set', cable(name), 'master', BRIDGE, 'up');
    await ip(...within, 'address', 'add', `${address}/24`, 'dev', 'eth0');
    await ip(...within, 'link', 'set', 'eth0', 'up');
    await ip(...within, 'link', 'set', 'lo', 'up');
  }

  /** What runs a command inside. */
  inside(name: string): string[] {
    return ['ip', 'netns', 'exec', space(name)];
  }

  cut(name: string): Promise<void> {
    return ip('link', 'set', cable(name), 'down');
  }

  mend(name: string): Promise<void> {
    return ip('link', 'set', cable(name), 'up');
  }

  /** The URL under which a service on loopback is reached from inside. */
  async reach(url: string): Promise<string> {
    const { hostname, port } = new URL(url);
    const relay = createServer((socket) => join(socket, dial(Number(port), hostname)));
    await new Promise<void>((resolve) => relay.listen(0, `${this.#net}.1`, resolve));
    this.#relays.push(relay);
    const bound = relay.address();
    const outside = new URL(url);
    outside.hostname = `${this.#net}.1`;
    outside.port = String(typeof bound === 'object' ? bound?.port : '');
    return outside.href;
  }

  async close(): Promise<void> {
    for (const relay of this.#relays) relay.close();
    // What was not made cannot be removed, and that is no trouble.
    for (const name of this.#names) await ip('netns', 'delete', space(name)).catch(() => undefined);
    await ip('link', 'delete', BRIDGE).catch(() => undefined);
  }
}

const space = (name: string): string => `pactwire-${name}`;
const cable = (name: string): string => `pactwire-${name}`;

function join(a: Socket, b: Socket): void {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    from.on('error', () => to.destroy());
    from.on('close', () => to.destroy());
    from.pipe(to);
  }
}

async function ip(...args: string[]): Promise<void> {
  await run('ip', args);
}
