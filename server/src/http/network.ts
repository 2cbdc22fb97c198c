import { isIPv4, isIPv6 } from 'node:net';

/** The eight groups of an IPv6 address as numbers; a tail in IPv4's form gives the last two. */
function groupsOf(address: string): number[] {
  const text = address.replace(/%.*$/, '').replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...parts) => {
    const [a = 0, b = 0, c = 0, d = 0] = parts.slice(0, 4).map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
  const [front = [], back] = text
    .split('::')
    .map((half) => (half === '' ? [] : half.split(':').map((group) => Number.parseInt(group, 16))));
  const zeros = Array<number>(back ? 8 - front.length - back.length : 0).fill(0);
  return [...front, ...zeros, ...(back ?? [])];
}

/**
 * What one customer of a network holds, wherever an address is counted: an IPv4 address, also in its IPv6 forms, or the /64
 * that every IPv6 line is given. What is no address counts as it is written.
 */
export function networkOf(address: string): string {
  if (isIPv4(address) || !isIPv6(address)) return address;
  const groups = groupsOf(address);
  const [a = 0, b = 0] = groups.slice(6);
  // ::ffff:203.0.113.7, which is how a socket that listens on both families shows IPv4.
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff)
    return [a >> 8, a & 255, b >> 8, b & 255].join('.');
  return groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':');
}
