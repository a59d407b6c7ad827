/**
 * Where the product may connect to on its own: public addresses, and those that the operator has named. Checked on the
 * address that is then connected to, not on a name that could mean another one a moment later (OWASP ASVS 5.0.0
 * 1.3.6, 15.3.2).
 */
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

export class AddressForbidden extends Error {}

export type Pinned = { readonly address: string; readonly family: 4 | 6 };
export type Resolve = (host: string) => Promise<readonly Pinned[]>;

export type OutgoingGuard = {
  /** The address to connect to for a host. Throws `AddressForbidden`, or the resolver's own fault. */
  readonly pin: (host: string) => Promise<Pinned>;
};

/** IANA's special-purpose registries: this host, private, shared, link-local, documentation, benchmarks, multicast. */
const specialV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
];
/** Within 2000::/3, outside of which nothing is public: Teredo, ORCHID, documentation, 6to4. */
const specialV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const listOf = (ranges: readonly string[]): BlockList => {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
};

const v4 = listOf(specialV4);
const v6 = listOf(specialV6);
const global = listOf(['2000::/3']);

const isPublic = ({ address, family }: Pinned): boolean =>
  family === 4
    ? !v4.check(address, 'ipv4')
    : // An IPv4 address in the dress of an IPv6 one lies outside 2000::/3, as do ::1, fc00::/7, fe80::/10 and 64:ff9b::/96.
      global.check(address, 'ipv6') && !v6.check(address, 'ipv6');

const resolveAll: Resolve = async (host) => {
  const found = await lookup(host, { all: true });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
};

const range = /^[0-9a-fA-F:.]+(\/\d{1,3})?$/;

/**
 * `allowed`: internal hosts and ranges that the operator has named, separated by commas
 * (`mail.city.internal, 10.20.0.0/16`). A name allows only what it resolves to when it is connected to.
 */
export const outgoingGuard = (allowed: string, resolve: Resolve = resolveAll): OutgoingGuard => {
  const words = allowed
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '');
  const ranges = words.filter((word) => range.test(word) && isIP(word.split('/')[0] ?? '') !== 0);
  const names = new Set(words.filter((word) => !ranges.includes(word)));
  const listed = listOf(ranges);
  const permits = (host: string, pinned: Pinned): boolean =>
    isPublic(pinned) ||
    names.has(host) ||
    listed.check(pinned.address, pinned.family === 6 ? 'ipv6' : 'ipv4');
  return {
    pin: async (host) => {
      const plain = host
        .replace(/^\[|\]$/g, '')
        .replace(/\.$/, '')
        .toLowerCase();
      const kind = isIP(plain);
      const found =
        kind === 0 ? await resolve(plain) : [{ address: plain, family: kind === 6 ? 6 : 4 } as const];
      // All of them: a name that is half public and half internal is not to be trusted with the choice.
      const [first] = found;
      if (first === undefined || !found.every((one) => permits(plain, one)))
        throw new AddressForbidden(plain);
      return first;
    },
  };
};
