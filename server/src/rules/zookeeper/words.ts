/** Pieces of sentences that the rules about ZooKeeper share. */

/** What happens when QuorumPeerConfig refuses the file. */
export const DOES_NOT_START = 'ZooKeeper does not start.';

/** A value as a message shows it: in quotes, on one line, not longer than a line. */
export function quote(text: string): string {
  const line = text.replace(/[\r\n\t\f]+/g, ' ');
  return `"${line.length > 90 ? `${line.slice(0, 87)}...` : line}"`;
}
