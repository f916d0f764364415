import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { BlockList, isIP } from 'node:net';

/** Networks that are nobody's public service: the own machine, private and link-local networks, and special uses. */
const NOT_PUBLIC = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/127',
  '64:ff9b::/96',
  'fc00::/7',
  'fe80::/10',
  'ff00::/8',
];

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address, bits] = network.split('/') as [string, string | undefined];
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    list.addSubnet(address, bits === undefined ? (family === 'ipv4' ? 32 : 128) : Number(bits), family);
  }
  return list;
}

type LookupCallback = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;

/** Keeps checks from reaching into the platform's own networks, whatever name or address a target has. */
export interface AddressGuard {
  allows(address: string): boolean;
  /** Resolves a name to allowed addresses alone; the connection is made to what was judged, so no later answer counts. */
  lookup(hostname: string, options: LookupOptions, callback: LookupCallback): void;
}

/** An error that says that no address of the host may be connected to. */
export class AddressNotAllowed extends Error {
  override name = 'AddressNotAllowed';
}

/** A guard that lets through public addresses, and of the others only those networks. */
export function addressGuard(allowedNetworks: readonly string[]): AddressGuard {
  const closed = listOf(NOT_PUBLIC);
  const open = listOf(allowedNetworks);
  const allows = (address: string): boolean => {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
    const family = isIP(plain) === 4 ? 'ipv4' : 'ipv6';
    // What is written as IPv6 and means IPv4 is none of the forms above, so it is not let through.
    if (family === 'ipv6' && /^::ffff:/i.test(plain)) return false;
    return isIP(plain) !== 0 && (open.check(plain, family) || !closed.check(plain, family));
  };
  return {
    allows,
    lookup: (hostname, options, callback) =>
      lookup(hostname, { ...options, all: true }, (error, found) => {
        if (error) return callback(error, []);
        const allowed = found.filter(({ address }) => allows(address));
        const [first] = allowed;
        if (!first) return callback(new AddressNotAllowed(hostname), []);
        return options.all ? callback(null, allowed) : callback(null, first.address, first.family);
      }),
  };
}
