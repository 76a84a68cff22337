import { isIPv4, isIPv6 } from "node:net";

/**
 * The group of addresses that one subscriber commands: an IPv4 address itself, the /64 of an IPv6
 * address. Counting attempts by whole IPv6 addresses would give everyone 2^64 of them.
 */
export function addressGroup(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (isIPv4(address)) return address;
  const [bare = ""] = address.split("%");
  return isIPv6(bare) ? `${firstFourGroups(bare)}::/64` : "unknown";
}

function firstFourGroups(address: string): string {
  const [head = "", tail] = address.toLowerCase().split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: tail === undefined ? 0 : zeros }, () => "0"), ...after];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}
