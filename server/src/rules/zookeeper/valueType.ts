import type { ZooKeeperModel, ZooKeeperProblem } from '../../model/zookeeper';
import { satisfies } from '../../knowledge/version';
import { zookeeperKey } from '../../knowledge/zookeeperKeys';
import { replace, type Fix } from '../finding';
import { zookeeperRule } from '../rule';
import { DOES_NOT_START, quote } from './words';

/** QuorumPeerConfig.parseProperties of ZooKeeper 3.5 to 3.8; the ZooKeeper of Kafka 2.8 to 3.5 reads a boolean that it does not know as false. */
export const valueType = zookeeperRule({
  id: 'zookeeper/value-type',
  severity: 'error',
  cites: ['https://zookeeper.apache.org/doc/r3.8.4/zookeeperAdmin.html#sc_configuration'],
  title: 'A value that ZooKeeper cannot read',
  why: 'ZooKeeper reads whole numbers, true and false, and two words for peerType. A comment behind a value is part of the value.',

  *check({ zookeeper, context }) {
    const isLenient = context.versionKnown && satisfies(context.version.value, '<3.6');
    for (const problem of zookeeper.problems) {
      const { span, text, program, code, key } = problem;
      const sentence = sentenceOf(problem);
      if (sentence === undefined) continue;
      if (code === 'election-algorithm' && context.versionKnown && satisfies(context.version.value, '<3.0')) continue;
      const isFalse = code === 'boolean' && isLenient && key !== 'standaloneEnabled' && key !== 'reconfigEnabled';
      yield {
        span,
        text: isFalse ? `${quote(text)} is not true. ZooKeeper reads every other word as false.` : `${sentence} ${DOES_NOT_START}`,
        help: helpOf(problem),
        ...(isFalse ? {} : { program: `ZooKeeper: ${program}` }),
        ...fixesOf(problem, zookeeper),
      };
    }
  },
});

function sentenceOf({ code, text }: ZooKeeperProblem): string | undefined {
  switch (code) {
    case 'number': return text === '' ? 'A whole number is missing here.' : `${quote(text)} is not a whole number.`;
    case 'boolean': return text === '' ? 'Neither true nor false stands here.' : `${quote(text)} is neither true nor false.`;
    case 'peer-type': return `${quote(text)} is neither participant nor observer.`;
    case 'election-algorithm': return `${quote(text)} is an election algorithm that ZooKeeper no longer has.`;
    case 'port': return `${quote(text)} is not a port.`;
    default: return undefined;
  }
}

function helpOf({ code, key }: ZooKeeperProblem): string {
  switch (code) {
    case 'boolean': return 'Write true or false.';
    case 'peer-type': return 'Write observer, or remove the line.';
    case 'election-algorithm': return 'Remove the line: 3 is the default and the only one.';
    case 'port': return 'Write a port from 1 to 65535.';
    default: {
      const fallback = zookeeperKey(key)?.default;
      return `Write a whole number${fallback !== undefined && /^\d+$/.test(fallback) && fallback !== '0' ? `, for example ${fallback}` : ''}.`;
    }
  }
}

/** A number in front of what was meant as a comment; the only boolean that a word can mean; a line that only repeats the default. */
function fixesOf({ code, text, span, entry }: ZooKeeperProblem, { document }: ZooKeeperModel): { readonly fixes?: readonly Fix[] } {
  if (code === 'election-algorithm' && entry) return { fixes: [{ kind: 'safe', title: 'Remove this line', edits: [{ span: entry.lineSpan, newText: '' }] }] };
  const number = code === 'number' ? /^([+-]?\d{1,9})\s+[#!;/(]/.exec(text)?.[1] : undefined;
  const word = code === 'boolean' ? /^(?:(yes|on|1|enabled?)|(?:no|off|0|disabled?))$/i.exec(text) : null;
  const meant = number ?? (word ? String(word[1] !== undefined) : undefined);
  if (meant === undefined || document.problems.length > 0) return {};
  return { fixes: [replace(number === undefined ? 'choice' : 'safe', `Change to ${meant}`, span, meant)] };
}
