import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { httpFetcher } from '../../src/adapters/crawlee/http-fetcher.ts';
import { allowPublicAnd } from '../../src/adapters/guard/allow.ts';
import { cachedLookup, type Found, type Lookup, resolverOver } from '../../src/adapters/guard/lookup.ts';
import { openSocket } from '../../src/adapters/guard/open-socket.ts';
import { corpusPath } from '../corpus.ts';
import { canary, guard, newAddress, SITES, site } from './site.ts';

const allow = allowPublicAnd([]);

describe('the allow rule', () => {
  it.each(['1.1.1.1', '223.5.5.5', '2606:4700::1111', '2400:3200::1', '::ffff:1.1.1.1'])(
    'lets %s through',
    (address) => {
      expect(allow(address, 80)).toBeNull();
      expect(allow(address, 443)).toBeNull();
    },
  );

  it.each([22, 25, 0, 5432, 6379, 8080, 65535])('refuses port %i of a public address', (port) => {
    expect(allow('1.1.1.1', port)).toBe(`port ${port} is neither 80 nor 443`);
  });

  it.each([
    ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '100.64.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254'],
    ...['172.16.0.1', '172.31.255.254', '192.0.0.1', '192.0.2.9', '192.88.99.1', '192.168.1.1', '198.18.0.1'],
    ...['198.51.100.1', '203.0.113.1', '224.0.0.1', '239.1.1.1', '240.0.0.1', '255.255.255.255'],
    ...[
      '::',
      '::1',
      '::7f00:1',
      '::ffff:7f00:1',
      '::ffff:10.0.0.1',
      '64:ff9b::7f00:1',
      '64:ff9b:1::1',
      '100::1',
    ],
    ...[
      '2001::1',
      '2001:db8::1',
      '2001:10::1',
      '2002:7f00:1::',
      '3fff::1',
      '4000::1',
      '5f00::1',
      'fc00::1',
      'fd00:ec2::254',
    ],
    ...['fe80::1', 'fe80::1%lo', 'fec0::1', 'ff02::1', '::ffff:0:127.0.0.1'],
    ...['', 'localhost', '127.0.0.1.', '1.1.1.1 ', 'example.org'],
  ])('refuses "%s"', (address) => {
    expect(allow(address, 80)).toMatch(/./);
  });

  it('lets listed networks through on any port, in every spelling, and nothing beside them', () => {
    const listed = allowPublicAnd([SITES, 'fd00:1::/32', '::ffff:10.9.0.0/112']);
    expect(listed('127.64.0.1', 6379)).toBeNull();
    expect(listed('::ffff:127.64.0.1', 1)).toBeNull();
    expect(listed('fd00:1::5', 8080)).toBeNull();
    expect(listed('10.9.255.1', 1)).toBeNull();
    expect(listed('127.63.255.255', 80)).toBe('loopback, not a public address');
    expect(listed('127.128.0.0', 80)).toBe('loopback, not a public address');
    expect(listed('fd00:2::5', 80)).toBe('unique local, not a public address');
    expect(listed('10.10.0.1', 80)).toBe('private, not a public address');
  });

  it('says which entry is no network', () => {
    expect(() => allowPublicAnd(['10.0.0.0/8', '10.0.0.300'])).toThrow('"10.0.0.300" is no network');
  });
});

describe('names', () => {
  it('are asked once while fresh, failures not kept, the oldest dropped', async () => {
    const asked: string[] = [];
    const ask: Lookup = async (host) => {
      asked.push(host);
      if (host === 'bad') throw new Error('no such name');
      return [{ address: '127.64.0.1', family: 4 }];
    };
    const lookup = cachedLookup(ask, { ttlMs: 60_000, most: 2 });
    await lookup('A');
    await lookup('a');
    await expect(lookup('bad')).rejects.toThrow('no such name');
    await expect(lookup('bad')).rejects.toThrow('no such name');
    expect(asked).toEqual(['a', 'bad', 'bad']);
    await lookup('b');
    await lookup('c');
    await lookup('a');
    expect(asked.filter((host) => host === 'a')).toHaveLength(2);
    expect(await resolverOver(lookup).address('a')).toBe('127.64.0.1');
    expect(await resolverOver(lookup).address('bad')).toBeNull();
  });

  it('are asked again when their time is over', async () => {
    let asked = 0;
    const lookup = cachedLookup(async () => [{ address: `127.64.0.${++asked}`, family: 4 }], {
      ttlMs: 0,
      most: 9,
    });
    await lookup('a');
    expect(await lookup('a')).toEqual([{ address: '127.64.0.2', family: 4 }]);
  });

  it('with one private address among public ones are refused before anything is opened', async () => {
    const forbidden = await canary('127.0.0.1');
    const mixed: Found[] = [
      { address: '127.64.0.1', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ];
    const opening = openSocket(
      { host: 'mixed.test', port: forbidden.port, timeoutMs: 1_000 },
      { ...guard, lookup: async () => mixed },
    );
    await expect(opening).rejects.toThrow(
      `mixed.test is 127.0.0.1, port ${forbidden.port}: loopback, not a public address`,
    );
    expect(forbidden.connections()).toBe(0);
  });

  it('that change between two questions cannot reach a private address in a thousand tries', async () => {
    const forbidden = await canary('127.0.0.1');
    const open = newAddress();
    await site((_, response) => response.end(), open);
    let turn = 0;
    const rebinding: Lookup = async () => [{ address: turn++ % 2 ? '127.0.0.1' : open, family: 4 }];
    const outcomes = await Promise.all(
      Array.from({ length: 1_000 }, () =>
        openSocket(
          { host: 'rebind.test', port: forbidden.port, timeoutMs: 5_000 },
          { ...guard, lookup: rebinding },
        ).then(
          (socket) => socket.destroy(),
          () => null,
        ),
      ),
    );
    expect(outcomes).toHaveLength(1_000);
    expect(forbidden.connections()).toBe(0);
  });

  it('are judged again by the address that was connected to', async () => {
    const { port, host } = await site((_, response) => response.end());
    // Allows the literal when asked first, refuses it when the socket says where it ended.
    let asked = 0;
    const late = { ...guard, allow: () => (asked++ === 0 ? null : 'changed its mind') };
    await expect(openSocket({ host, port, timeoutMs: 1_000 }, late)).rejects.toThrow('changed its mind');
  });
});

describe('every spelling of a forbidden address', () => {
  const own = [
    ...[
      'http://127.0.0.1/',
      'http://127.1/',
      'http://2130706433/',
      'http://0x7f.1/',
      'http://0177.0.0.1/',
      'http://0/',
    ],
    ...[
      'http://[::1]/',
      'http://[::]/',
      'http://[::ffff:127.0.0.1]/',
      'http://[::127.0.0.1]/',
      'http://localhost/',
    ],
    ...[
      'http://localhost./',
      'http://①②⑦.⓪.⓪.①/',
      'http://user:pw@127.0.0.1/',
      'http://169.254.169.254/',
      'http://10.1.2.3/',
    ],
    ...[
      'http://[64:ff9b::7f00:1]/',
      'http://[2002:7f00:1::]/',
      'http://private.test/',
      'http://127.64.9.9.private.test/',
    ],
    ...[
      'ftp://127.0.0.1/',
      'file:///etc/passwd',
      'data:text/html,x',
      'javascript:1',
      'gopher://127.0.0.1:6379/_INFO',
    ],
    ...['http://127.0.0.1:6379/', 'https://127.0.0.1:443/'],
  ];
  const path = corpusPath('ssrf-vectors.json');
  const shared: { in: string; host?: string }[] = path ? JSON.parse(readFileSync(path, 'utf8')) : [];
  const isOpen = (spelling: string) => /\/\/(unix|example\.com|base\.example)\b/.test(spelling);
  const all = new Set([
    ...own,
    ...shared.flatMap((vector) =>
      ['http://base.example/', 'https://base.example/'].map((base) => resolved(vector.in, base)),
    ),
  ]);
  const names: Lookup = async (host) => {
    if (host === 'localhost' || host === 'localhost.') return [{ address: '127.0.0.1', family: 4 }];
    return [
      {
        address:
          host.includes('169.254') || host.includes('a9fe') || host.includes('metadata')
            ? '169.254.169.254'
            : '127.0.0.1',
        family: 4,
      },
    ];
  };

  it(`is refused by the fetcher (${all.size} URLs, ${path ? 'with' : 'without'} the shared list)`, async () => {
    const fetcher = httpFetcher({ guard: { allow, lookup: names } });
    const ends = await Promise.all(
      [...all]
        .filter((url) => !isOpen(url))
        .map(async (url) => {
          const end = await fetcher
            .fetch({ url, headers: {}, maxBytes: 1, timeoutMs: 2_000 })
            .catch((error) => error.outcome);
          return [url, end];
        }),
    );
    expect(ends.filter(([, end]) => end !== 'guard_refused')).toEqual([]);
    expect(ends.length).toBeGreaterThan(24);
    await fetcher.close();
  });
});

function resolved(spelling: string, base: string): string {
  return URL.canParse(spelling, base) ? new URL(spelling, base).href : spelling;
}
