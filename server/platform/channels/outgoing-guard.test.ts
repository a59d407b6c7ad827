import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeServer, fakeServer } from '#test/support/fakes/fake-server.ts';
import type { MessageContent } from './channel.ts';
import { openChannel } from './open-channel.ts';
import { AddressForbidden, outgoingGuard, type Pinned, type Resolve } from './outgoing-guard.ts';

let canary: FakeServer;
let hits = 0;
beforeAll(async () => {
  canary = await fakeServer((_, response) => {
    hits += 1;
    response.end('hit');
  });
});
afterAll(() => canary.close());

const content = {
  language: 'zh',
  place: '',
  person: { id: 1, name: '' },
  urgent: false,
  subject: '',
  items: [],
  link: null,
} as const satisfies MessageContent;

const v4 = (address: string): Pinned => ({ address, family: 4 });
const v6 = (address: string): Pinned => ({ address, family: 6 });
const names: Record<string, readonly Pinned[]> = {
  'inside.example': [v4('10.1.2.3')],
  'half.example': [v4('93.184.216.34'), v4('127.0.0.1')],
  'mapped.example': [v6('::ffff:127.0.0.1')],
  'public.example': [v4('93.184.216.34')],
  localhost: [v4('127.0.0.1')],
  'nothing.example': [],
};
const resolve: Resolve = async (host) => names[host] ?? [];

/** `P`: the port at which the canary listens. */
const forms = [
  'http://127.0.0.1:P/',
  'http://127.1:P/',
  'http://2130706433:P/',
  'http://0x7f000001:P/',
  'http://0x7f.0.0.1:P/',
  'http://0177.0.0.1:P/',
  'http://017700000001:P/',
  'http://0:P/',
  'http://0.0.0.0:P/',
  'http://[::1]:P/',
  'http://[::]:P/',
  'http://[::ffff:127.0.0.1]:P/',
  'http://[::ffff:7f00:1]:P/',
  'http://[0:0:0:0:0:ffff:7f00:1]:P/',
  'http://[::127.0.0.1]:P/',
  'http://[64:ff9b::7f00:1]:P/',
  'http://[2002:7f00:1::]:P/',
  'http://[fe80::1]:P/',
  'http://[fd00::1]:P/',
  'http://localhost:P/',
  'http://LOCALHOST.:P/',
  'http://１２７.０.０.１:P/',
  'http://user:pass@127.0.0.1:P/',
  'http://169.254.169.254/latest/meta-data/',
  'http://100.100.100.200/latest/meta-data/',
  'http://inside.example:P/',
  'http://half.example:P/',
  'http://mapped.example:P/',
  'http://nothing.example:P/',
  'file:///etc/passwd',
  'gopher://127.0.0.1:P/_x',
  'ftp://127.0.0.1:P/',
  'data:text/plain,x',
  '//127.0.0.1:P/',
];

describe('addresses that nobody has named', () => {
  it.each(forms)('%s is not connected to', async (form) => {
    const channel = openChannel(
      'webhook',
      { url: form.replace('P', String(canary.port)) },
      { secret: 'whsec_AAAA' },
      outgoingGuard('', resolve),
    );
    const outcome = await channel.send({ id: 'm', to: '', content }, AbortSignal.timeout(3_000));
    expect(outcome).toMatchObject({
      outcome: 'retry',
      blame: 'channel',
      reason: expect.stringMatching(/^(address|url)-forbidden$/),
    });
    expect(hits).toBe(0);
  });

  it('are those of the special-purpose registries, whatever the notation', async () => {
    const guard = outgoingGuard('', resolve);
    for (const address of [
      '10.0.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
      '2001:db8::1',
      'ff02::1',
    ])
      await expect(guard.pin(address), address).rejects.toThrow(AddressForbidden);
    for (const address of ['93.184.216.34', '172.32.0.1', '2606:2800:220:1::1'])
      await expect(guard.pin(address), address).resolves.toMatchObject({ address });
  });
});

describe('an internal address that the operator has named', () => {
  it.each(['127.0.0.1', '127.0.0.0/8', 'localhost'])('by %s is connected to', async (allowed) => {
    const before = hits;
    const url = allowed === 'localhost' ? `http://localhost:${canary.port}/` : canary.url;
    const channel = openChannel(
      'webhook',
      { url },
      { secret: 'whsec_AAAA' },
      outgoingGuard(`10.9.0.0/16, ${allowed}`, resolve),
    );
    expect(await channel.send({ id: 'm', to: '', content }, AbortSignal.timeout(3_000))).toEqual({
      outcome: 'delivered',
    });
    expect(hits).toBe(before + 1);
  });
});

it('a name that changes its address between the check and the connection is connected to where it was checked', async () => {
  const before = hits;
  let asked = 0;
  const rebinding: Resolve = async () => {
    asked += 1;
    return [asked === 1 ? v4('203.0.113.1') : v4('127.0.0.1')];
  };
  const guard = outgoingGuard('203.0.113.1', rebinding);
  const channel = openChannel(
    'webhook',
    { url: `http://rebind.example:${canary.port}/` },
    { secret: 'whsec_AAAA' },
    guard,
  );
  // A documentation address: nothing answers there. What counts is that the second answer of the resolver is never asked for.
  await channel.send({ id: 'm', to: '', content }, AbortSignal.timeout(700));
  expect(asked).toBe(1);
  expect(hits).toBe(before);
});

it('a redirect to an internal address is not followed', async () => {
  const before = hits;
  const redirect = await fakeServer((_, response) => {
    response.writeHead(307, { location: canary.url }).end();
  });
  const channel = openChannel(
    'webhook',
    { url: redirect.url },
    { secret: 'whsec_AAAA' },
    outgoingGuard('127.0.0.1'),
  );
  expect(await channel.send({ id: 'm', to: '', content }, AbortSignal.timeout(3_000))).toMatchObject({
    outcome: 'retry',
    reason: 'http-307',
  });
  expect(hits).toBe(before);
  await redirect.close();
});
