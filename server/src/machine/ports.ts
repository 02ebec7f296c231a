/** Who listens on a port of this machine. Nothing is connected to. */
import { readFile } from 'node:fs/promises';

/** The addresses on which a port listens, `0.0.0.0` and `::` for all of them; undefined where the system does not tell (only Linux does). Never throws. */
export async function listenersOn(port: number): Promise<readonly string[] | undefined> {
  const tables = await Promise.all(['/proc/net/tcp', '/proc/net/tcp6'].map((table) => readFile(table, 'utf8').catch(() => undefined)));
  if (tables.every((table) => table === undefined)) return undefined;
  return [...new Set(tables.flatMap((table) => listenersIn(table ?? '', port)))];
}

const LISTENS = '0A';

/** The listening addresses of a port in the text of /proc/net/tcp or tcp6 (proc_pid_net(5): address and port in hexadecimal, addresses in 32-bit words of the processor's order). */
export function listenersIn(table: string, port: number): readonly string[] {
  return table.split('\n').slice(1).flatMap((line) => {
    const [, local = '', , state] = line.trim().split(/\s+/);
    const [address = '', hexadecimal = ''] = local.split(':');
    return state === LISTENS && parseInt(hexadecimal, 16) === port ? [addressOf(address)] : [];
  });
}

function addressOf(hexadecimal: string): string {
  const bytes = (hexadecimal.match(/.{8}/g) ?? []).flatMap((word) => (word.match(/../g) ?? []).reverse().map((byte) => parseInt(byte, 16)));
  const isMapped = bytes.length === 16 && bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255;
  if (bytes.length === 4 || isMapped) return bytes.slice(-4).join('.');
  const groups = Array.from({ length: 8 }, (_, i) => (((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0)).toString(16));
  return groups.join(':').replace(/(?:^|:)0(?::0)+(?::|$)/, '::');
}
