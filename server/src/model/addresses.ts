/** Kinds of addresses that listeners and voters name. */

/** A dotted IPv4 literal as InetAddressValidator of commons-validator takes it. */
export function isIpv4(text: string): boolean {
  const groups = text.split('.');
  return groups.length === 4 && groups.every((group) => /^(?:0|[1-9][0-9]{0,2})$/.test(group) && Number(group) <= 255);
}

/** An IPv6 literal as InetAddressValidator of commons-validator takes it, a zone behind `%` and a prefix length behind `/` included. */
export function isIpv6(text: string): boolean {
  const [address = '', ...zones] = (text.split('/')[0] ?? '').split('%');
  if (zones.length > 1) return false;
  const doubled = address.includes('::');
  if (doubled && address.indexOf('::') !== address.lastIndexOf('::')) return false;
  if ((address.startsWith(':') && !address.startsWith('::')) || (address.endsWith(':') && !address.endsWith('::'))) return false;
  const octets = address.split(':');
  // String.split of Java drops empty pieces at the end.
  while (octets.at(-1) === '') octets.pop();
  if (doubled) {
    if (address.endsWith('::')) octets.push('');
    else if (address.startsWith('::')) octets.shift();
  }
  let count = 0;
  let empty = 0;
  for (const [at, octet] of octets.entries()) {
    if (octet === '') {
      if (++empty > 1) return false;
      count++;
    } else if (at === octets.length - 1 && octet.includes('.')) {
      if (!isIpv4(octet)) return false;
      count += 2;
    } else {
      if (!/^[0-9a-fA-F]{1,4}$/.test(octet)) return false;
      count++;
    }
  }
  return count <= 8 && (count === 8 || doubled);
}

/** An address that only the machine itself reaches. */
export function isLoopback(host: string): boolean {
  const lower = host.toLowerCase();
  return lower === 'localhost' || lower.startsWith('localhost.') || lower === '::1' || lower === '0:0:0:0:0:0:0:1' || (lower.startsWith('127.') && isIpv4(lower));
}

/** An address that means every interface of the machine that reads it. */
export function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || host === '::' || host === '0:0:0:0:0:0:0:0';
}
